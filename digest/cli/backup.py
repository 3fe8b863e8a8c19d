"""`digest backup` and `digest restore`: the database out and in, as one file."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ..errors import StoreError
from .lock import only_one
from .session import Session, talk


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def backup_command(session: Session, target: Path) -> None:
    """Copy the database to FILE: whole and of one moment, also while an ingest or the screens write.

    An earlier backup of that name is replaced in one step, any other file is refused. The
    copy is looked through before it takes the place.

    \b
    Exit codes: 0 all well · 3 storage

    \b
    Example, from cron:
      0 5 * * *  digest backup ~/backups/digest.db
    """
    from ..store.copies import backup

    size = backup(session.database, target)
    talk(f"{target}: {_size(size)}, whole; `digest restore` puts it back")


@click.command("restore")
@click.argument("copy", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def restore_command(session: Session, copy: Path) -> None:
    """Put the backup FILE in the database's place; the one that was there is kept beside it.

    A file that is damaged, another program's or a newer digest's is refused. Close the screens
    first. FILE itself stays as it is.

    \b
    Exit codes: 0 all well · 3 storage
    """
    from ..store.copies import restore

    with only_one(session.database) as holder:
        if holder:
            raise StoreError(f"{session.database}: an ingest is in progress; try again when it has ended")
        kept = restore(copy, session.database, datetime.now(UTC))
    talk(f"{session.database}: restored from {copy}{f'; what was there is {kept}' if kept else ''}")


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f} MiB" if size >= 1024**2 else f"{size // 1024} KiB"
