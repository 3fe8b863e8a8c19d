"""What can still be read of a damaged database, into a new one; the damaged file is never written to."""

import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError
from . import coverage
from .connection import MAGIC, border, open_database, refuse_foreign
from .database import Database

_LATER = frozenset("outlet_names acts article_facts tied apart article_tags story_tags forgotten".split())
"""Tables that an older database has not: that one is missing means nothing."""
_PROBES = 3_000
"""How often we look for readable rows behind damaged ones, in each table."""
_LAST = 2**63 - 1
_REACH = 1 << 24
"""Where the end of a table cannot be read, and nothing says how far its ids go, rows are looked for up to here."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a new database holds after a recovery."""

    articles: int
    stories: int
    feeds: int
    torn: tuple[str, ...]
    """The tables of which not every row could be read."""


def recover(damaged: Path, target: Path) -> Recovered:
    """Copy every row that can be read to a new database at `target`, which must not be there yet.

    What hangs on rows that are lost goes, too, so that the next ingest takes it in again where its feed still has it.
    """
    if target.exists():
        raise StoreError(f"{target}: this is there already; name a file that is not")
    if not damaged.is_file():
        raise StoreError(f"{damaged}: there is no database")
    with damaged.open("rb") as file:
        head = file.read(100)
    if head.startswith(MAGIC):
        refuse_foreign(damaged, head)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".digest-") as folder:
        work, made = Path(folder) / "damaged.db", Path(folder) / "new.db"
        shutil.copyfile(damaged, work)
        wal = damaged.with_name(damaged.name + "-wal")
        if wal.is_file():
            shutil.copyfile(wal, f"{work}-wal")
        with border(made), closing(open_database(made, 30)) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            _mend_head(work, made)
            torn = _fill(db, work, damaged)
            _settle(db)
            articles, stories, feeds = (_count(db, table) for table in ("articles", "stories", "feeds"))
            db.execute("PRAGMA journal_mode = DELETE")
        made.replace(target)
    return Recovered(articles, stories, feeds, torn)


def _mend_head(work: Path, sound: Path) -> None:
    """Give the copy a head that fits its size; one that is unreadable is taken from a sound database."""
    with work.open("r+b") as file:
        head = bytearray(file.read(100).ljust(100, b"\0"))
        size = file.seek(0, 2)
        if not head.startswith(MAGIC):
            head = bytearray(sound.read_bytes()[:100])
        page = struct.unpack_from(">H", head, 16)[0] or 4096
        if not Path(f"{work}-wal").exists():
            head[18:20] = b"\1\1"  # no write-ahead log
        struct.pack_into(">III", head, 28, size // page, 0, 0)  # pages; no free ones
        head[92:96] = head[24:28]
        file.seek(0)
        file.write(head)


def _fill(db: Database, work: Path, damaged: Path) -> tuple[str, ...]:
    """Copy the rows table by table and return the tables that could not be read whole."""
    tables = db.execute(
        "SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    torn = []
    with closing(sqlite3.connect(work)) as source:
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            source.execute("PRAGMA writable_schema = ON")  # lets SQLite open what does not add up
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{damaged}: nothing in it can be read any more ({error})") from error
        for table, by_key in tables:
            reader = _Reader(source, table, _columns(db, table))
            db.execute("BEGIN")
            for row in reader.by_key() if by_key else reader.by_row():
                db.execute(reader.insert, row)
            db.execute("COMMIT")
            torn += [table] if reader.torn else []
    return tuple(torn)


class _Reader:
    """Reads one table of a damaged file, around what cannot be read."""

    def __init__(self, source: sqlite3.Connection, table: str, wanted: tuple[str, ...]) -> None:
        self._source = source
        self._table = table
        self._probes = _PROBES
        try:
            there = _columns(source, table)
        except sqlite3.DatabaseError:
            there = ()
        self.torn = not there and table not in _LATER
        self._names = [name for name in wanted if name in there]
        names = ", ".join(self._names)
        self._select = f"SELECT {names} FROM {table} NOT INDEXED"
        self._select_rows = f"SELECT rowid, {names} FROM {table} NOT INDEXED"
        self.insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' for _ in self._names)})"

    def by_row(self) -> Iterator[tuple[object, ...]]:
        """Yield the rows that can be read, whatever is damaged between them."""
        if not self._names:
            return
        ranges = [(-1, _LAST)]
        while ranges and self._probes > 0:
            low, high = ranges.pop()
            whole = yield from self._read(low, high, "")
            if whole is None:
                continue
            self.torn = True
            above = yield from self._read(whole, high, " DESC")
            if above is None:
                continue
            high = min(above, self._reach())
            if high - whole > 1:
                middle = (whole + high) // 2
                ranges += [(middle, high), (whole, middle + 1)]

    def by_key(self) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a table without row ids, from both ends to what is damaged."""
        if not self._names:
            return
        for order in ("", " DESC"):
            try:
                first = self._names[0]
                yield from self._source.execute(f"{self._select} ORDER BY {first}{order}")
                return
            except sqlite3.DatabaseError:
                self.torn = True

    def _reach(self) -> int:
        """Return an id that no row is beyond."""
        try:
            name = "articles" if self._table == "contents" else self._table
            row = self._source.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()
        except sqlite3.DatabaseError:
            row = None
        return row[0] + 1 if row and isinstance(row[0], int) else _REACH

    def _read(self, low: int, high: int, order: str) -> Generator[tuple[object, ...], None, int | None]:
        """Yield the rows between two ids; return None if all were read, else the id of the last one that was."""
        self._probes -= 1
        last = high if order else low
        try:
            sql = f"{self._select_rows} WHERE rowid > ? AND rowid < ? ORDER BY rowid{order}"
            for number, *row in self._source.execute(sql, (low, high)):
                last = number
                yield tuple(row)
        except sqlite3.DatabaseError:
            return last
        return None


def _settle(db: Database) -> None:
    """Let go of what hangs on rows that are lost, and have the rest counted and read anew."""
    db.execute("BEGIN")
    db.execute("DELETE FROM articles WHERE id NOT IN (SELECT article_id FROM contents)")
    db.execute("DELETE FROM entries WHERE article_id IS NULL")
    for _ in range(3):  # a merged story may hang on a merged story
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for link in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                _, _, parent, column, key, *_ = link
                lost = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {key or 'id'} FROM {parent})"
                if (table, column) in (("articles", "feed_id"), ("articles", "story_id"), ("stories", "merged_into")):
                    db.execute(f"UPDATE OR IGNORE {table} SET {column} = NULL WHERE {lost}")
                db.execute(f"DELETE FROM {table} WHERE {lost}")
    db.execute("DELETE FROM contents WHERE article_id NOT IN (SELECT id FROM articles)")
    db.execute("UPDATE feeds SET etag = '', last_modified = '', body_hash = '', items = x''")
    stories = [row[0] for row in db.execute("SELECT id FROM stories").fetchall()]
    coverage.refresh(db, stories)
    coverage.mark_stale(db, stories)
    db.execute("COMMIT")


def _count(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
