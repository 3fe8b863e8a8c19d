"""Copies of the database: one made while others write, one put in its place, and what is wrong with it."""

import os
import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from ..errors import StoreError
from .connection import MAGIC, border, refuse_foreign
from .schema import VERSION

_PATIENCE = 2.0


def backup(database: Path, target: Path) -> int:
    """Copy the database to `target`, whole and as of one moment whoever writes meanwhile; return its size in bytes.

    An earlier backup there is replaced in one step; any other file is refused.
    """
    if not database.is_file():
        raise StoreError(f"{database}: there is no database to back up")
    if target.exists():
        if target.is_dir():
            raise StoreError(f"{target}: this is a folder; name a file")
        if target.samefile(database):
            raise StoreError(f"{target}: this is the database itself; name another file")
        if head := _head(target):
            refuse_foreign(target, head)
    with _beside(target) as temporary:
        _copy(database, temporary)
        size = temporary.stat().st_size
        os.replace(temporary, target)
    return size


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put a copy in the database's place and return where the one that was there is kept; None if there was none.

    A copy that is damaged, another program's or a newer digest's is refused, and so is a database that another
    program has open.
    """
    head = _head(copy)
    refuse_foreign(copy, head)
    (version,) = struct.unpack_from(">I", head, 60)
    if version > VERSION:
        raise StoreError(f"{copy}: written by a newer digest (schema {version}, this one knows {VERSION})")
    if database.exists() and database.samefile(copy):
        raise StoreError(f"{copy}: this is the database itself")
    with _beside(database) as temporary:
        _copy(copy, temporary)
        kept = _put_aside(database, now)
        os.replace(temporary, database)
    return kept


def _copy(source: Path, target: Path) -> None:
    """Copy page by page within one snapshot, and look the copy through."""
    with (
        border(source),
        closing(sqlite3.connect(source.absolute(), timeout=30)) as held,
        closing(sqlite3.connect(target)) as made,
    ):
        held.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        found = str(made.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise StoreError(f"{source}: damaged ({' '.join(found.split())}); `digest doctor` tells what can be saved")
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _put_aside(database: Path, now: datetime) -> Path | None:
    """Keep the database under another name beside itself; the place is free then, or still holds it."""
    if not database.exists() or not database.stat().st_size:
        return None
    _settle(database)
    kept = database.with_name(f"{database.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    if kept.exists():
        raise StoreError(f"{kept}: this is there already; try again in a second")
    for ending in ("-wal", "-shm"):  # left only by one that is damaged
        with suppress(FileNotFoundError):
            os.rename(f"{database}{ending}", f"{kept}{ending}")
    try:
        os.link(database, kept)  # so that at no moment the place is empty
    except OSError:
        os.rename(database, kept)
    return kept


def _settle(database: Path) -> None:
    """Make the database one file; StoreError if it is another program's, or another program has it open."""
    head = _head(database)
    if head.startswith(MAGIC):
        refuse_foreign(database, head)
    try:
        with closing(sqlite3.connect(database.absolute(), timeout=_PATIENCE, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = DELETE")  # needs the file for itself alone
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            way_out = "close the other digest (screens, an ingest) and try again"
            raise StoreError(f"{database}: another program has it open; {way_out}") from error
    except sqlite3.DatabaseError:
        return  # damaged: it is kept as it is


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise StoreError(f"{path}: there is no such file") from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror or error}") from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Yield a new file in the same folder, readable by its owner only; it is gone afterwards unless it was moved."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        os.close(handle)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    try:
        yield Path(name)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            Path(leftover).unlink(missing_ok=True)
