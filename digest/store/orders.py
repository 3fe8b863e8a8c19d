"""Lists of stories as the screens hold them: all numbers in their order at once, the stories a page at a time."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Unpack

from ..model import Story, StoryFilter, StorySort
from ..query import Node
from . import stories
from .conditions import Conditions
from .rows import listed
from .ways import Ways


class Orders:
    """What a list is made of, so that it keeps its order while it is read; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def of(
        self,
        query: Node,
        *,
        sort: StorySort,
        now: datetime,
        feeds: Sequence[int] = (),
        **wanted: Unpack[StoryFilter],
    ) -> "array[int]":
        """Return the numbers of the stories that fit, in order; with `feeds` only those with an article of one."""
        with self._ways.reading() as db:
            conditions = Conditions(db)
            fitting = conditions.of_stories(query, wanted.get("until"))
            where, values = stories.matching(**wanted)
            where, values = f"{where} AND {fitting.sql}", [*values, *fitting.values]
            if feeds:
                among = "SELECT story_id FROM articles WHERE feed_id IN (SELECT value FROM json_each(?))"
                where, values = f"{where} AND s.id IN ({among})", [*values, listed(feeds)]
            order, bound = stories.order(db, sort, now)
            rows = db.execute(f"SELECT id FROM stories s WHERE {where} ORDER BY {order}", (*values, *bound))
            found = array("q", (row[0] for row in rows))
            conditions.check()
            return found

    def stories(self, numbers: Sequence[int]) -> tuple[Story, ...]:
        """Return those of these stories that still stand for themselves, in this order."""
        with self._ways.reading() as db:
            found = {story.id: story for story in stories.of_ids(db, numbers)}
            return tuple(found[number] for number in numbers if number in found)

    def standing(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return those of these stories that still stand for themselves."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?))"
                " AND merged_into IS NULL AND article_count > 0",
                (listed(numbers),),
            )
            return frozenset(row[0] for row in rows)

    def unread_by_feed(self) -> dict[int, int]:
        """Return how many unread articles each feed brought, by the feed's id."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT feed_id, count(*) FROM articles WHERE feed_id > 0 AND reading = 'unread' GROUP BY feed_id"
            )
            return dict(rows.fetchall())
