"""A database file's first bytes, read without taking from SQLite the locks it holds on the file.

POSIX drops every lock a process has on a file when the process closes any descriptor of it
(https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_). A second
store that looked at the file would so let another program take the first store's write-ahead log away.
"""

import os
import sqlite3
from collections import Counter
from pathlib import Path
from threading import Lock

_HEAD = 100

_File = tuple[int, int]
_open: Counter[_File] = Counter()
_guard = Lock()


class Connection(sqlite3.Connection):
    """A connection that keeps its file from being looked at by `read_head` until it is closed."""

    file: _File | None = None

    def close(self) -> None:
        """Close the connection and let its file be looked at again."""
        super().close()
        if self.file is not None:
            with _guard:
                _open[self.file] -= 1
            self.file = None


def connect(path: Path, wait: float) -> tuple[Connection, bytes | None]:
    """Return a connection that begins no transaction by itself, and the file's head: None if it is open here already.

    The file is made if it is not there, readable by its owner only. OSError if it cannot be written.
    """
    with _guard:
        head = None if _open[_identity(path)] else _read_head(path)
        connection = sqlite3.connect(path.absolute(), timeout=wait, isolation_level=None, factory=Connection)
        connection.file = _identity(path)
        _open[connection.file] += 1
    return connection, head


def _identity(path: Path) -> _File:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return found.st_dev, found.st_ino


def _read_head(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb") as file:
        return file.read(_HEAD)
