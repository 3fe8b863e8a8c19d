"""What the reader says of articles worth keeping, and what is remembered of those that are not."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m016_tags(db: Database) -> None:
    """The reader's tags; without references, for a tag that is put back may find its article forgotten."""
    run(
        db,
        (
            "CREATE TABLE article_tags (tag TEXT NOT NULL, article_id INTEGER NOT NULL,"
            " PRIMARY KEY (tag, article_id)) WITHOUT ROWID",
            "CREATE INDEX article_tags_article ON article_tags (article_id)",
            "CREATE TABLE story_tags (tag TEXT NOT NULL, story_id INTEGER NOT NULL,"
            " PRIMARY KEY (tag, story_id)) WITHOUT ROWID",
            "CREATE INDEX story_tags_story ON story_tags (story_id)",
        ),
    )


@migrations()
def m017_forgotten(db: Database) -> None:
    """The entries and addresses of articles that were deleted, so that no feed brings them back."""
    run(
        db,
        (
            """CREATE TABLE forgotten (
                feed_id INTEGER NOT NULL,
                key TEXT NOT NULL,
                PRIMARY KEY (feed_id, key)) WITHOUT ROWID""",
            # an article's deletion looks for the entries that lead to it
            "CREATE INDEX entries_article ON entries (article_id) WHERE article_id IS NOT NULL",
        ),
    )
