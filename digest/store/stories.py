"""Stories out of the store: a page costs a few queries, however many articles its stories have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Unpack

from ..model import Origins, Story, StoryFilter, StorySort
from . import coverage
from .database import Database
from .leaves import Condition
from .rows import MOST, Row, listed, time_text, to_time

_COLUMNS = (
    "id, title, first_seen, last_seen, title_why, lead, language, article_count, origins, origins_certain, differs,"
    " unread_count, starred_count"
)
_ORDERS = {
    StorySort.COVERAGE: "coverage DESC, id DESC",
    StorySort.NEWEST: "last_seen DESC, id DESC",
    StorySort.DIFFERS: "differs DESC, coverage DESC, id DESC",
}
_LISTED = "merged_into IS NULL AND article_count > 0"


def list_stories(
    db: Database,
    *,
    sort: StorySort = StorySort.COVERAGE,
    since: datetime | None = None,
    until: datetime | None = None,
    min_outlets: int = 1,
    unread: bool = False,
    starred: bool = False,
    fitting: Condition | None = None,
    limit: int | None = 50,
    offset: int = 0,
    now: datetime | None = None,
) -> tuple[Story, ...]:
    """Return the stories with an article in the time from `since` (included) to `until` (not).

    "In the time" is by the story's first and last article. `now` matters to the order of coverage only, and only to
    stories dated after it: they rank as if they were of now.
    """
    where, values = _where(since, until, min_outlets, unread, starred, fitting)
    by, bound = order(db, sort, now)
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM stories s WHERE {where} ORDER BY {by} LIMIT ? OFFSET ?",
        (*values, *bound, -1 if limit is None else limit, offset),
    )
    return _to_stories(db, rows.fetchall())


def order(db: Database, sort: StorySort, now: datetime | None) -> tuple[str, tuple[Any, ...]]:
    """Return what a list of stories is ordered by, and the values bound in it; see `list_stories` for `now`."""
    if now and sort is StorySort.COVERAGE and _any_after(db, now):
        sql, bound = coverage.clamped(now)
        return f"{sql} DESC, id DESC", bound
    return _ORDERS[sort], ()


def of_ids(db: Database, numbers: Iterable[int]) -> tuple[Story, ...]:
    """Return those of these stories that stand for themselves, in no order."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM stories WHERE id IN (SELECT value FROM json_each(?)) AND {_LISTED}", (listed(numbers),)
    )
    return _to_stories(db, rows.fetchall())


def count_stories(
    db: Database,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    min_outlets: int = 1,
    unread: bool = False,
    starred: bool = False,
    fitting: Condition | None = None,
) -> int:
    """Return how many stories `list_stories` would list without a limit."""
    where, values = _where(since, until, min_outlets, unread, starred, fitting)
    return int(db.execute(f"SELECT count(*) FROM stories s WHERE {where}", values).fetchone()[0])


def one_story(db: Database, story_id: int) -> Story | None:
    """Return the story of that id, or the one it was merged into."""
    found = resolve(db, story_id)
    if found is None:
        return None
    return _to_stories(db, db.execute(f"SELECT {_COLUMNS} FROM stories WHERE id = ?", (found,)).fetchall())[0]


def resolve(db: Database, story_id: int) -> int | None:
    """Return the id of the story that this id leads to now."""
    if not 0 < story_id <= MOST:
        return None
    # One step is enough: a merge sends on what led to the story that went.
    row = db.execute("SELECT coalesce(merged_into, id) FROM stories WHERE id = ?", (story_id,)).fetchone()
    return row and int(row[0])


def next_story_id(db: Database) -> int:
    """Return the id after the highest one ever given."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'stories'").fetchone()
    return int(row[0]) + 1 if row else 1


def create(db: Database, story_id: int, article_id: int) -> None:
    """Make a story's row, under its first article's title until a better one is worked out."""
    db.execute(
        "INSERT INTO stories (id, title, language, first_seen, last_seen)"
        " SELECT ?, c.title, a.language, a.counts_at, a.counts_at FROM articles a"
        " JOIN contents c ON c.article_id = a.id WHERE a.id = ? ON CONFLICT (id) DO NOTHING",
        (story_id, article_id),
    )


def stale_stories(db: Database) -> tuple[int, ...]:
    """Return the stories whose articles have come, gone or changed since their rows were worked out."""
    rows = db.execute("SELECT id FROM stories WHERE stale = 1 AND merged_into IS NULL AND article_count > 0")
    return tuple(row[0] for row in rows)


def keep_story(db: Database, story: Story) -> None:
    """Write what was worked out about a story; counts and times come from its articles where it has any.

    What exactly differs is no part of it: `Differences` keeps that.
    """
    row = {
        "id": story.id,
        "title": story.title,
        "title_why": story.title_why,
        "lead": story.lead,
        "language": story.language,
        "first_seen": time_text(story.first_seen),
        "last_seen": time_text(story.last_seen),
        "origins": story.origins.count,
        "origins_certain": int(story.origins.certain),
        "differs": story.differs,
        "differing": None,
    }
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id") + ", stale = 0"
    db.execute(
        f"INSERT INTO stories ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        tuple(row.values()),
    )
    coverage.refresh(db, [story.id])


def _where(
    since: datetime | None,
    until: datetime | None,
    min_outlets: int,
    unread: bool,
    starred: bool,
    fitting: Condition | None,
) -> tuple[str, list[Any]]:
    """Return the condition of a list and the values bound in it."""
    wanted: list[tuple[str, tuple[Any, ...]]] = [(_LISTED, ())]
    if since:
        wanted.append(("last_seen >= ?", (time_text(since),)))
    if until:
        wanted.append(("first_seen < ?", (time_text(until),)))
    if min_outlets > 1:
        wanted.append(("outlet_count >= ?", (min_outlets,)))
    if unread:
        wanted.append(("unread_count > 0", ()))
    if starred:
        wanted.append(("starred_count > 0", ()))
    if fitting:
        wanted.append((fitting.sql, fitting.values))
    return " AND ".join(sql for sql, _ in wanted), [value for _, bound in wanted for value in bound]


def matching(**wanted: Unpack[StoryFilter]) -> tuple[str, list[Any]]:
    """Return the condition of a list of stories, and the values bound in it, for questions about the same stories."""
    return _where(
        wanted.get("since"),
        wanted.get("until"),
        wanted.get("min_outlets", 1),
        wanted.get("unread", False),
        wanted.get("starred", False),
        None,
    )


def _any_after(db: Database, now: datetime) -> bool:
    found = db.execute(f"SELECT 1 FROM stories WHERE {_LISTED} AND last_seen > ? LIMIT 1", (time_text(now),))
    return found.fetchone() is not None


def _to_stories(db: Database, rows: Sequence[Row]) -> tuple[Story, ...]:
    members = defaultdict(list)
    found = db.execute(
        "SELECT story_id, outlet, published FROM articles WHERE story_id IN (SELECT value FROM json_each(?))"
        " ORDER BY story_id, counts_at, id",
        (listed([row[0] for row in rows]),),
    )
    for story_id, outlet, when in found:
        members[story_id].append((outlet, when))
    return tuple(
        replace(
            _to_story(row),
            outlets=tuple(dict.fromkeys(outlet for outlet, _ in members[row[0]])),
            times=tuple(to_time(when) for _, when in members[row[0]] if when),
        )
        for row in rows
    )


def _to_story(row: Row) -> Story:
    number, title, first, last, why, lead, language, articles, origins, certain, differs, unread, starred = row
    return Story(
        id=number,
        title=title,
        first_seen=to_time(first),
        last_seen=to_time(last),
        title_why=why,
        lead=lead,
        language=language,
        articles=articles,
        origins=Origins(origins, certain=bool(certain)),
        differs=differs,
        unread=unread,
        starred=starred,
    )
