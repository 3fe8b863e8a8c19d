"""Which rules the stored answers are by."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m023_differences_by(db: Database) -> None:
    """The name of the rules that worked out what differs; by others it is open again."""
    run(db, ("CREATE TABLE differences_by (rules TEXT NOT NULL)",))
