"""What is kept of the pages behind articles."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m012_missing_pages(db: Database) -> None:
    """When a page that did not come is asked for again, and how often it was asked for in vain."""
    run(
        db,
        (
            "ALTER TABLE articles ADD COLUMN page_due TEXT",
            "ALTER TABLE articles ADD COLUMN page_tries INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX articles_page_due ON articles (page_due) WHERE page_due IS NOT NULL",
            "CREATE INDEX articles_missing ON articles (feed_id, counts_at, page_due) WHERE page_tries > 0",
        ),
    )
