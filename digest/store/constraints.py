"""What was decided by hand of which articles belong together: kept, and held to whatever a later grouping decides.

Articles tied together share a number in `tied`; all of one number are always in one story. Two articles in `apart` are
never in one story. The last word counts: what is tied is no longer apart, and the other way round.
"""

from collections.abc import Iterable, Mapping
from itertools import product

from ..model import Constraints
from .database import Database
from .recording import Recorder
from .rows import listed
from .stories import resolve

_AMONG = "IN (SELECT value FROM json_each(?))"


def constraints(db: Database) -> Constraints:
    """Return what was decided by hand, as pairs; of those tied together each is paired with the first."""
    first: dict[int, int] = {}
    must = set()
    for number, article_id in db.execute("SELECT number, article_id FROM tied ORDER BY number, article_id"):
        if first.setdefault(number, article_id) != article_id:
            must.add((first[number], article_id))
    return Constraints(frozenset(must), frozenset(map(tuple, db.execute("SELECT one, other FROM apart"))))


def bound(db: Database, article_ids: Iterable[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return which articles are tied to one of these, itself included, and which are kept apart from one."""
    among = listed(article_ids)
    together = db.execute(
        "SELECT article_id FROM tied WHERE number IN"
        f" (SELECT number FROM tied WHERE article_id {_AMONG}) ORDER BY article_id",
        (among,),
    )
    apart = db.execute(
        f"SELECT other FROM apart WHERE one {_AMONG} UNION SELECT one FROM apart WHERE other {_AMONG} ORDER BY 1",
        (among, among),
    )
    return tuple(row[0] for row in together), tuple(row[0] for row in apart)


def watch(act: Recorder, article_ids: Iterable[int]) -> None:
    """Have what an act decides of these articles taken back with it."""
    among = listed(article_ids)
    act.watch("tied", ("number",), f"article_id {_AMONG}", (among,))
    act.watch("apart", (), f"one {_AMONG} OR other {_AMONG}", (among, among))


def tie(db: Database, article_ids: Iterable[int]) -> None:
    """Keep these articles together from now on, and no longer with those they were tied to before."""
    ids = sorted(article_ids)
    among = listed(ids)
    db.execute(f"DELETE FROM apart WHERE one {_AMONG} AND other {_AMONG}", (among, among))
    db.execute(f"DELETE FROM tied WHERE article_id {_AMONG}", (among,))
    if len(ids) > 1:
        (number,) = db.execute("SELECT coalesce(max(number), 0) + 1 FROM tied").fetchone()
        db.executemany("INSERT INTO tied (article_id, number) VALUES (?, ?)", [(one, number) for one in ids])


def part(db: Database, some: Iterable[int], others: Iterable[int]) -> None:
    """Keep each of `some` apart from each of `others` from now on."""
    pairs = [(min(pair), max(pair)) for pair in product(some, others)]
    db.executemany("INSERT OR IGNORE INTO apart (one, other) VALUES (?, ?)", pairs)


def parted(db: Database, one_story: int, other_story: int) -> bool:
    """Tell whether an article of one story is to be kept apart from one of the other."""
    return any(
        db.execute(
            "SELECT 1 FROM articles a JOIN apart p ON p.one = a.id JOIN articles b ON b.id = p.other"
            " WHERE a.story_id = ? AND b.story_id = ? LIMIT 1",
            stories,
        ).fetchone()
        for stories in ((one_story, other_story), (other_story, one_story))
    )


def hold(db: Database, came_from: Mapping[int, int]) -> set[int]:
    """Bring back what a grouping may not have moved; `came_from` says for each article that it did where it was.

    A grouping may have read less than all there is, or what was decided by hand is younger than what it read. Returns
    the stories that articles were brought back to or away from.
    """
    touched: set[int] = set()
    for group in _groups(db, came_from):
        if not _broken(db, group):
            continue
        for article_id in group & came_from.keys():
            (now,) = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
            before = resolve(db, came_from[article_id])
            db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (before, article_id))
            touched |= {now, before or now}
    return touched


def _groups(db: Database, article_ids: Iterable[int]) -> list[set[int]]:
    """Return the articles tied to these, each with those it is tied to, and those kept apart from any."""
    among = listed(article_ids)
    groups: dict[int, set[int]] = {}
    tied_to = f"SELECT number, article_id FROM tied WHERE number IN (SELECT number FROM tied WHERE article_id {_AMONG})"
    for number, article_id in db.execute(tied_to, (among,)):
        groups.setdefault(number, set()).add(article_id)
    tied = set().union(*groups.values())
    rows = db.execute(f"SELECT one, other FROM apart WHERE one {_AMONG} OR other {_AMONG}", (among, among))
    alone = {article_id for row in rows for article_id in row} - tied
    return [*groups.values(), *({article_id} for article_id in sorted(alone))]


def _broken(db: Database, group: Iterable[int]) -> bool:
    """Tell whether articles tied together are in several stories, or with one they are to be kept apart from."""
    among = listed(group)
    rows = db.execute(f"SELECT DISTINCT story_id FROM articles WHERE id {_AMONG}", (among,)).fetchall()
    return len(rows) > 1 or any(
        db.execute(
            f"SELECT 1 FROM apart p JOIN articles a ON a.id = p.one JOIN articles b ON b.id = p.other"
            f" WHERE p.{side} {_AMONG} AND a.story_id = b.story_id LIMIT 1",
            (among,),
        ).fetchone()
        for side in ("one", "other")
    )
