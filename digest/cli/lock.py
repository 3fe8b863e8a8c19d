"""One run that writes at a time for each database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import StoreError
from .session import talk


@contextmanager
def only_one(database: Path, *, wait: bool = False) -> Iterator[int]:
    """Hold the lock beside `database` while the context is open; yield 0, or the process id of the run that holds it.

    With `wait` the lock is waited for. The kernel frees it when a run ends, however it ends; the file stays.
    """
    real = database.resolve()  # a link to the database is the same database
    path = real.with_name(real.name + ".lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{path}: cannot be written: {reason}; name another database with --db") from error
    try:
        if holder := _lock(file, path, wait):
            yield holder
            return
        with suppress(OSError):  # only the lock counts: a full disk takes no process id
            os.ftruncate(file, 0)
            os.write(file, str(os.getpid()).encode())
        yield 0
    finally:
        os.close(file)


@contextmanager
def in_turn(database: Path) -> Iterator[None]:
    """Hold the lock as `only_one` does, after whoever holds it now; that there is a wait is said."""
    with only_one(database) as holder:
        if not holder:
            yield
            return
    talk("digest: an ingest is in progress; waiting for it to end")
    with only_one(database, wait=True):
        yield


def _lock(file: int, path: Path, wait: bool) -> int:
    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        written = os.read(file, 20)
        return int(written) if written.isdigit() else -1
    except OSError as error:
        raise StoreError(f"{path}: cannot be locked: {error.strerror}; keep the database on a local disk") from error
    return 0
