"""Which articles belong together by the reader's hand."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m015_ties(db: Database) -> None:
    """Articles tied together and kept apart, and which decisions were made by hand."""
    run(
        db,
        (
            "CREATE TABLE tied (article_id INTEGER PRIMARY KEY, number INTEGER NOT NULL)",
            "CREATE INDEX tied_number ON tied (number)",
            "CREATE TABLE apart (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
            "CREATE INDEX apart_other ON apart (other)",
            # no foreign keys: an act that is taken back may name an article that has been deleted since
            """CREATE TRIGGER ties_gone AFTER DELETE ON articles BEGIN
                DELETE FROM tied WHERE article_id = old.id;
                DELETE FROM apart WHERE one = old.id OR other = old.id; END""",
            "ALTER TABLE decisions ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX decisions_article ON decisions (article_id)",
        ),
    )
