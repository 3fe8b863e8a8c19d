"""Opening the one SQLite file safely, and the border where SQLite's errors become ours."""

import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreError
from . import heads
from .database import Database
from .schema import APPLICATION_ID, VERSION

_SLICE = 1.0
"""Seconds that SQLite waits by itself for another writer."""
MAGIC = b"SQLite format 3\0"
_WAYS_OUT = {
    "BUSY": "another program is writing to it; try again when that has finished",
    "LOCKED": "another program is writing to it; try again when that has finished",
    "FULL": "the disk is full; free some space and try again, what was stored before is whole",
    "IOERR": "the disk cannot be read or written; check its space and health, what was stored before is kept",
    "CORRUPT": "the file is damaged; `digest restore` a backup, or save what can be read with"
    " `digest doctor --recover NEW.db`",
    "NOTADB": "the file is damaged or not a database; name another with --db, or see `digest doctor`",
    "READONLY": "it cannot be written; allow yourself to write to it and its folder, or name another with --db",
    "CANTOPEN": "it cannot be opened; check that its folder is there and yours, or name another with --db",
    "PERM": "it cannot be opened; check that its folder is there and yours, or name another with --db",
    "TOOBIG": "a text is too long to be stored",
}


def open_database(path: Path | None, wait: float) -> Database:
    """Return the database at `path` (None: a new one in memory), created and migrated if need be.

    A file of another program or of a newer digest is refused before anything is written to it. `wait` is how many
    seconds to wait for another writer.
    """
    with border(path):
        # isolation_level None: a transaction begins where we say so, never by itself
        db = sqlite3.connect(":memory:", isolation_level=None) if path is None else _connect(path, wait)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            _migrate(db, path)
            # only now, because in WAL mode the application_id would not be in the file itself until a checkpoint
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA busy_timeout = {min(wait, _SLICE) * 1000:.0f}")
        except BaseException:
            db.close()
            raise
        return db


def is_missing(path: Path) -> bool:
    """Tell whether nothing is at `path` yet; an empty file is as good as none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    except OSError:  # what is in the way is said when it is opened
        return False
    return path.is_file() and not found.st_size


@contextmanager
def border(path: Path | None) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError of one line that names the file and the way out."""
    name = "the database in memory" if path is None else str(path)
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # ours to mend: a wrong thread, a closed store
    except sqlite3.Error as error:
        raise StoreError(f"{name}: {_reason(error)}") from error
    except OverflowError as error:
        raise StoreError(f"{name}: a number is too large to be stored or looked for") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"{name}: a text holds characters that cannot be stored ({error.reason})") from error


@contextmanager
def writing(db: Database, wait: float = 0.0) -> Iterator[None]:
    """One transaction that holds the write lock from its beginning: all of it or nothing.

    Another writer is waited for, for at most `wait` seconds.

    With a plain BEGIN a transaction that first reads and then writes beside another writer fails at once, whatever the
    busy timeout; BEGIN IMMEDIATE waits its turn.
    """
    _begin(db, wait)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """One transaction that reads: all its queries see the database as it was at the first; within another, its part."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def _begin(db: Database, wait: float) -> None:
    """Take the write lock, by waiting again and again: while SQLite itself waits no signal is heard."""
    until = time.monotonic() + wait
    while True:
        try:
            db.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY" or time.monotonic() >= until:
                raise


def check(db: Database, path: Path | None, most: int | None) -> None:
    """Raise StoreError if a page of the file is damaged; a file of over `most` bytes is let be."""
    size = _pragma(db, "page_count") * _pragma(db, "page_size")
    if most is not None and size > most:
        return
    found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise StoreError(f"{path}: {_WAYS_OUT['CORRUPT']} ({' '.join(found.split())})")


def _reason(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    way_out = _WAYS_OUT.get(name.split("_")[0])
    return f"{way_out} ({error})" if way_out else str(error)


def _connect(path: Path, wait: float) -> sqlite3.Connection:
    """Connect to the file, made if it is not there, or refuse one that is not ours, going by its bytes alone."""
    if path.exists() and not path.is_dir() and not path.is_file():
        raise StoreError(f"{path}: this is a device or a pipe, not a regular file; name another with --db")
    try:
        connection, head = heads.connect(path, wait)
    except IsADirectoryError:
        raise StoreError(f"{path}: this is a folder; name a file with --db") from None
    except OSError as error:
        way_out = "give yourself the right to write there, or name another with --db"
        raise StoreError(f"{path}: cannot be opened for writing ({error.strerror}); {way_out}") from error
    try:
        if head:
            refuse_foreign(path, head)
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_foreign(path: Path, head: bytes) -> None:
    """Raise StoreError unless a file's first 100 bytes are those of our database."""
    if not head.startswith(MAGIC) or len(head) < 100:
        raise StoreError(f"{path}: {_WAYS_OUT['NOTADB']}")
    (application,) = struct.unpack_from(">I", head, 68)
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: another program's database, nothing was changed; name another with --db")


def _migrate(db: Database, path: Path | None) -> None:
    """Bring the schema up to date; two programs that do so at once take turns."""
    found = _pragma(db, "user_version")
    if found > VERSION:
        raise StoreError(
            f"{path}: written by a newer digest (schema {found}, this one knows {VERSION}), nothing was changed;"
            " update digest, or name another with --db"
        )
    if found == VERSION:
        return
    from sqlite_utils import Database as Migrated  # slow to import, and seldom needed

    from .migrations import migrations

    with writing(db):
        if _pragma(db, "user_version") >= VERSION:
            return  # the other program was faster
        migrations.apply(Migrated(db, execute_plugins=False))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        db.execute(f"PRAGMA user_version = {VERSION:d}")


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
