"""What shows where a text was read."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m018_reached(db: Database) -> None:
    """The address a text was read from."""
    run(db, ("ALTER TABLE articles ADD COLUMN reached TEXT NOT NULL DEFAULT ''",))
