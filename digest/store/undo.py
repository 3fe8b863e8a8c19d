"""Taking back what the reader did, the latest act first."""

from collections.abc import Iterable, Sequence

from . import coverage
from .database import Database
from .recording import TABLES, Change, acts, recorded
from .rows import Row, listed
from .stories import resolve
from .values import Act, TakenBack
from .ways import Ways


class Undo:
    """The reader's acts, which last from run to run; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def acts(self, limit: int = 1_000) -> tuple[Act, ...]:
        """Return the acts that can be taken back, the latest first; the latest 1,000 are kept."""
        with self._ways.reading() as db:
            return acts(db, limit)

    def take_back(self, expected: int | None = None) -> TakenBack | None:
        """Take the latest act back; None if there is none, or if `expected` is given and is not the latest.

        What it altered is put back where it still is as the act left it; what has changed since is left alone. A story
        that the act made keeps its number and leads to the one it came from.
        """
        with self._ways.writing() as db:
            latest = acts(db, 1)
            if not latest or (expected is not None and latest[0].id != expected):
                return None
            changes = recorded(db, latest[0].id)
            restored = sum(_put_back(db, change) for change in sorted(changes, key=_led_elsewhere))
            _lead_on(db, changes)
            _follow(db, changes)
            db.execute("DELETE FROM acts WHERE id = ?", (latest[0].id,))
            return TakenBack(latest[0], restored, sum(len(change.keys) for change in changes) - restored)


def _led_elsewhere(change: Change) -> tuple[int, bool]:
    """Order changes as they are put back: a story that stood for itself before one that led to it."""
    return list(TABLES).index(change.table), change.table == "stories" and any(change.before or ())


def _put_back(db: Database, change: Change) -> int:
    """Give the rows of a change back what they were; return how many were still as the act had left them."""
    if change.before is None:
        return _drop(db, change, change.after or ())
    if change.after is None:
        return _insert(db, change, change.before)
    return _update(db, change, change.before, change.after)


def _drop(db: Database, change: Change, after: Row) -> int:
    if change.table == "stories":
        return len(change.keys)  # its number stays given: `_lead_on` says to what
    where = " AND ".join(f"{name} IS ?" for name in (*TABLES[change.table].key, *change.columns))
    return sum(db.execute(f"DELETE FROM {change.table} WHERE {where}", (*key, *after)).rowcount for key in change.keys)


def _insert(db: Database, change: Change, before: Row) -> int:
    names = (*TABLES[change.table].key, *change.columns)
    sql = f"INSERT OR IGNORE INTO {change.table} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"
    return sum(db.execute(sql, (*key, *before)).rowcount for key in change.keys)


def _update(db: Database, change: Change, before: Row, after: Row) -> int:
    table = TABLES[change.table]
    before = tuple(
        _leads_to(db, name in table.stories, value) for name, value in zip(change.columns, before, strict=True)
    )
    after = tuple(
        _leads_to(db, name in table.stories, value) for name, value in zip(change.columns, after, strict=True)
    )
    changed = ", ".join(f"{name} = ?" for name in change.columns)
    where = " AND ".join(f"{name} IS ?" for name in (*table.key, *change.columns))
    sql = f"UPDATE {change.table} SET {changed} WHERE {where}"
    return sum(db.execute(sql, (*before, *key, *after)).rowcount for key in change.keys)


def _leads_to(db: Database, is_story: bool, value: object) -> object:
    """Return a stored value as it stands now: a story may have been merged into another since."""
    return resolve(db, value) if is_story and isinstance(value, int) else value


def _lead_on(db: Database, changes: Sequence[Change]) -> None:
    """Let the stories that the act made lead to the ones their articles came from, if nothing else is in them."""
    for made in (
        key[0] for change in changes if change.table == "stories" and change.before is None for key in change.keys
    ):
        came_from = next((c.before[0] for c in _moves(changes) if c.before and c.after == (made,)), None)
        origin = resolve(db, came_from or made)
        if origin == made or db.execute("SELECT 1 FROM articles WHERE story_id = ? LIMIT 1", (made,)).fetchone():
            continue
        db.execute(
            "UPDATE stories SET merged_into = ?1 WHERE (id = ?2 AND merged_into IS NULL) OR merged_into = ?2",
            (origin, made),
        )


def _follow(db: Database, changes: Sequence[Change]) -> None:
    """Count the stories of altered articles anew, and note which of them have to be worked out anew."""
    articles = {key[0] for change in changes if change.table == "articles" for key in change.keys}
    rows = db.execute(
        "SELECT DISTINCT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND story_id IS NOT NULL",
        (listed(articles),),
    )
    touched = {row[0] for row in rows.fetchall()}
    moved = {
        story for change in _moves(changes) for row in (change.before, change.after) if row for story in row if story
    }
    if moved:
        moved |= touched
    renamed = {
        story
        for change in changes
        if change.table == "articles" and change.columns == ("outlet",) and change.before and change.after
        for story in coverage.told_by_both(db, change.before[0], change.after[0])
    }
    coverage.refresh(db, touched | moved)
    coverage.mark_stale(db, moved | renamed)


def _moves(changes: Iterable[Change]) -> Iterable[Change]:
    return (change for change in changes if change.table == "articles" and change.columns == ("story_id",))
