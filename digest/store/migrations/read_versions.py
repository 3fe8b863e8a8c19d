"""What the reader has read of articles that change."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m022_read_revision(db: Database) -> None:
    """Which version of an article was marked read: what the outlet changes afterwards is news."""
    run(
        db,
        (
            "ALTER TABLE articles ADD COLUMN read_revision INTEGER NOT NULL DEFAULT 0",
            "UPDATE articles SET read_revision = revision WHERE reading = 'read'",
            """CREATE TRIGGER articles_read AFTER UPDATE OF reading ON articles
                WHEN new.reading = 'read' AND new.read_revision <> new.revision
                BEGIN UPDATE articles SET read_revision = revision WHERE id = new.id; END""",
        ),
    )
