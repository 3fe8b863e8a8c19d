"""What feeds need to be kept for years: the wishes of the reader, manners, moves, edits."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m006_subscriptions(db: Database) -> None:
    """What the reader wants of each feed, when it last answered well, and the outlets renamed by hand."""
    run(
        db,
        (
            "ALTER TABLE feeds ADD COLUMN answered TEXT",
            "ALTER TABLE feeds ADD COLUMN name TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE feeds ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE feeds ADD COLUMN timeout REAL",
            "ALTER TABLE feeds ADD COLUMN interval INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE feeds ADD COLUMN paused INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE feeds ADD COLUMN listed TEXT NOT NULL DEFAULT ''",
            # its articles stay and still say by their key whose entries they were
            "ALTER TABLE feeds ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",
            "CREATE TABLE outlet_names (given TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
        ),
    )


@migrations()
def m007_feed_manners(db: Database) -> None:
    """What a feed needs to be asked politely: its login, how long its body stays fresh, which items were read."""
    run(
        db,
        (
            "ALTER TABLE feeds ADD COLUMN typed_login TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE feeds ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE feeds ADD COLUMN items BLOB NOT NULL DEFAULT x''",
        ),
    )


@migrations()
def m008_typed(db: Database) -> None:
    """The address the user gave for a feed that has moved since."""
    run(db, ("ALTER TABLE feeds ADD COLUMN typed TEXT NOT NULL DEFAULT ''",))


@migrations()
def m009_edits(db: Database) -> None:
    """What an outlet says of its edits, and which stories' rows are older than their articles."""
    run(
        db,
        (
            "ALTER TABLE articles ADD COLUMN updated TEXT",
            "ALTER TABLE articles ADD COLUMN silent INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE revisions ADD COLUMN updated TEXT",
            "ALTER TABLE revisions ADD COLUMN silent INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE stories ADD COLUMN stale INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX stories_stale ON stories (id) WHERE stale = 1",
        ),
    )
