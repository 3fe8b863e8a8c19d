"""What the reader decides by hand, and how it is taken back."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m011_acts(db: Database) -> None:
    """What the reader did, in words, with the rows it altered as they were and as it left them."""
    run(
        db,
        (
            """CREATE TABLE acts (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
                kind TEXT NOT NULL,
                words TEXT NOT NULL,
                changes TEXT NOT NULL)""",
        ),
    )
