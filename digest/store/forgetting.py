"""Deleting articles for good: never one that is unread, starred or tagged, and none comes back by a feed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..query import Node
from . import coverage
from .conditions import Conditions
from .database import Database
from .rows import listed
from .values import Forgettable
from .ways import Ways

ANY_FEED = 0
"""In the place of a feed's number: what is remembered is not its key but the article's address."""
_AT_ONCE = 500
"""Articles deleted in one transaction, so that other programs get their turns between."""
_KEPT = (
    "(a.reading = 'unread' OR a.starred = 1 OR EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = a.id)"
    " OR a.story_id IN (SELECT coalesce(s.merged_into, s.id) FROM story_tags t JOIN stories s ON s.id = t.story_id))"
)
_AMONG = "IN (SELECT value FROM json_each(?))"
_WORTH_IT = 4
"""The file is written anew when this part of it (one over it) has become free; smaller gaps are filled again."""


class Forgetting:
    """Retention."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def would(self, query: Node) -> Forgettable:
        """Return what `forget` would delete, and how much it would keep though it fits."""
        with self._ways.reading() as db:
            with _condition(db, query) as (where, values):
                fitting = int(db.execute(f"SELECT count(*) FROM articles a WHERE {where}", values).fetchone()[0])
                rows = db.execute(f"SELECT a.id FROM articles a WHERE {where} AND NOT {_KEPT} ORDER BY a.id", values)
                ids = tuple(row[0] for row in rows)
            return Forgettable(ids, fitting - len(ids))

    def forget(self, article_ids: Sequence[int]) -> Iterator[int]:
        """Delete the articles with all that was kept of them; yield after each transaction how many went.

        One that was marked unread, starred or tagged in the meantime stays.
        """
        for start in range(0, len(article_ids), _AT_ONCE):
            with self._ways.writing() as db:
                gone = _forget(db, article_ids[start : start + _AT_ONCE])
            yield gone

    def vacuum(self) -> bool:
        """Write the file anew without its gaps if a quarter of it is free; tell whether that was worth it."""
        with self._ways.alone() as db:
            free, pages = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("freelist_count", "page_count"))
            if free * _WORTH_IT < pages:
                return False
            db.execute("VACUUM")
            return True


def is_forgotten(db: Database, feed_id: int, key: str, link: str) -> bool:
    """Tell whether an article of that feed under that key, or with that address, was deleted."""
    found = db.execute(
        "SELECT 1 FROM forgotten WHERE (feed_id = ? AND key = ?) OR (feed_id = ? AND key = ? AND key <> '')",
        (feed_id, key, ANY_FEED, link),
    )
    return found.fetchone() is not None


@contextmanager
def _condition(db: Database, query: Node) -> Iterator[tuple[str, tuple[object, ...]]]:
    conditions = Conditions(db)
    fitting = conditions.of_articles(query)
    yield fitting.sql, fitting.values
    conditions.check()


def _forget(db: Database, article_ids: Sequence[int]) -> int:
    rows = db.execute(
        f"SELECT a.id, a.story_id FROM articles a WHERE a.id {_AMONG} AND NOT {_KEPT}", (listed(article_ids),)
    ).fetchall()
    among = listed(row[0] for row in rows)
    db.execute(
        "INSERT OR IGNORE INTO forgotten (feed_id, key)"
        f" SELECT feed_id, key FROM entries WHERE article_id {_AMONG} UNION"
        f" SELECT feed_id, key FROM articles WHERE id {_AMONG} AND feed_id IS NOT NULL UNION"
        f" SELECT {ANY_FEED}, canonical FROM articles WHERE id {_AMONG} AND canonical <> ''",
        (among, among, among),
    )
    db.execute(f"UPDATE entries SET article_id = NULL WHERE article_id {_AMONG}", (among,))
    for table in ("revisions", "decisions", "contents"):
        db.execute(f"DELETE FROM {table} WHERE article_id {_AMONG}", (among,))
    db.execute(f"DELETE FROM articles WHERE id {_AMONG}", (among,))
    stories = {row[1] for row in rows if row[1]}
    coverage.refresh(db, stories)
    coverage.mark_stale(db, stories)
    return len(rows)
