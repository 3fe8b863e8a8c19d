"""What an act of the reader alters, as data: rows as they were before it and as it left them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from .database import Database
from .rows import Row, to_time
from .values import Act

MOST_ACTS = 1_000
"""Older acts are forgotten: what they did stays done."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """A table that acts alter."""

    key: tuple[str, ...]
    """The columns that name a row."""
    columns: tuple[str, ...] = ()
    """Those an act may change; of a table whose rows acts also drop, all but the key."""
    stories: frozenset[str] = frozenset()
    """Those of `columns` that hold a story's number, which may lead on to another since."""


TABLES = {
    "stories": Undoable(("id",), ("merged_into",), frozenset({"merged_into"})),
    "articles": Undoable(("id",), ("story_id", "reading", "starred", "outlet"), frozenset({"story_id"})),
    "feeds": Undoable(("id",), ("outlet",)),
    "outlet_names": Undoable(("given",), ("name",)),
    "article_tags": Undoable(("tag", "article_id")),
    "story_tags": Undoable(("tag", "story_id")),
    "tied": Undoable(("article_id",), ("number",)),
    "apart": Undoable(("one", "other")),
    "decisions": Undoable(("id",)),
    "corrections": Undoable(
        ("id",), ("verdict", "kind", "one_article", "one_words", "other_article", "other_words", "note", "made")
    ),
}
"""In the order they are put back: which stories are there is settled before which articles are in them."""


@dataclass(frozen=True, slots=True)
class Change:
    """The same change of several rows of one table."""

    table: str
    columns: tuple[str, ...]
    before: Row | None
    """What stood in `columns`; None where the rows were not there."""
    after: Row | None
    """What the act left in them; None where it dropped the rows."""
    keys: tuple[Row, ...]


@dataclass(slots=True)
class Recorder:
    """Watches rows while an act alters them."""

    db: Database
    words: str = ""
    """What the act did, in words: "marked a12 read"."""
    _watched: list[tuple[str, tuple[str, ...], str, Sequence[Any], dict[Row, Row]]] = field(default_factory=list)

    def watch(self, table: str, columns: Sequence[str], where: str, values: Sequence[Any] = ()) -> None:
        """Keep these columns of the rows for which `where` holds: it must hold for the same rows after the act.

        Rows that come or go by the act are noticed too; then `columns` have to be all of `TABLES`.
        """
        chosen = tuple(columns)
        before = _rows(self.db, table, chosen, where, values)
        self._watched.append((table, chosen, where, values, before))

    def changes(self) -> tuple[Change, ...]:
        """Return what is no longer as it was when it was first watched."""
        found: dict[tuple[str, tuple[str, ...], Row | None, Row | None], list[Row]] = {}
        for table, columns, where, values, before in self._watched:
            after = _rows(self.db, table, columns, where, values)
            for key in before | after:
                was, now = before.get(key), after.get(key)
                if was != now:
                    found.setdefault((table, columns, was, now), []).append(key)
        return tuple(Change(*what, tuple(keys)) for what, keys in found.items())


@contextmanager
def recording(db: Database, kind: str, words: str) -> Iterator[Recorder]:
    """Log what the reader does within as one act that can be taken back; what alters nothing is not logged.

    Call inside the transaction that alters the rows.
    """
    recorder = Recorder(db, words)
    yield recorder
    if not (changes := recorder.changes()):
        return
    shapes = [[c.table, c.columns, c.before, c.after, c.keys] for c in changes]
    last = db.execute(
        "INSERT INTO acts (kind, words, changes) VALUES (?, ?, ?)",
        (kind, recorder.words, json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))),
    ).lastrowid
    assert last is not None
    db.execute("DELETE FROM acts WHERE id <= ?", (last - MOST_ACTS,))


def acts(db: Database, limit: int) -> tuple[Act, ...]:
    """Return the latest acts that can be taken back, the latest first."""
    rows = db.execute("SELECT id, made, kind, words FROM acts ORDER BY id DESC LIMIT ?", (limit,))
    return tuple(Act(number, to_time(made), kind, words) for number, made, kind, words in rows)


def recorded(db: Database, act_id: int) -> tuple[Change, ...]:
    """Return what an act altered, in the order of `TABLES`."""
    (text,) = db.execute("SELECT changes FROM acts WHERE id = ?", (act_id,)).fetchone()
    found = (
        Change(table, tuple(columns), _row(before), _row(after), tuple(map(tuple, keys)))
        for table, columns, before, after, keys in json.loads(text)
    )
    order = list(TABLES)
    return tuple(sorted(filter(_is_known, found), key=lambda change: order.index(change.table)))


def _is_known(change: Change) -> bool:
    """Tell whether a change is of a table and columns that acts alter: the names go into SQL."""
    table = TABLES.get(change.table)
    return table is not None and set(change.columns) <= set(table.columns)


def _rows(db: Database, table: str, columns: Sequence[str], where: str, values: Sequence[Any]) -> dict[Row, Row]:
    key = TABLES[table].key
    names = ", ".join((*key, *columns))
    rows = db.execute(f"SELECT {names} FROM {table} WHERE {where}", values)
    return {tuple(row[: len(key)]): tuple(row[len(key) :]) for row in rows}


def _row(values: list[Any] | None) -> Row | None:
    return None if values is None else tuple(values)
