"""Where every migration enters itself; the order of their modules in the package is theirs."""

from sqlite_utils import Database, Migrations

migrations = Migrations("digest")


def run(db: Database, statements: tuple[str, ...]) -> None:
    """Execute the statements one by one: executescript would commit the migration's transaction first."""
    for statement in statements:
        db.execute(statement)
