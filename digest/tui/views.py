"""The views of the home screen: which stories each lists, in which order, and how many."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ..desk import Desk
from ..model import Feed, Reading, StoryFilter, StorySort
from ..query import All, Counted, Figure, Node
from ..query.figures import asks_about

MOST_SETTLED = 100
"""Stories compared, a second's work in a thread, before they are listed by what differs: the most covered."""

Kind = Literal["all", "today", "unread", "starred", "differing", "saved", "feeds"]


@dataclass(frozen=True, slots=True)
class View:
    """Which stories are listed."""

    kind: Kind
    title: str
    query: str = ""
    """For a saved view: the query as it was written."""
    feeds: tuple[int, ...] = ()
    """For the view of a feed or of a tag's feeds: their ids."""

    @property
    def id(self) -> str:
        """Return what tells it from the others."""
        return f"{self.kind}:{self.title}" if self.kind in ("saved", "feeds") else self.kind


FIXED = (
    View("all", "All stories"),
    View("today", "Today"),
    View("unread", "Unread"),
    View("starred", "Starred"),
    View("differing", "Differing"),
)
"""The views there always are."""

SORTS = {
    StorySort.COVERAGE: "by coverage",
    StorySort.NEWEST: "newest first",
    StorySort.DIFFERS: "most differing first",
}


def fixed(kind: str) -> View:
    """Return one of the views there always are."""
    return next(view for view in FIXED if view.kind == kind)


def saved(queries: Mapping[str, str]) -> tuple[View, ...]:
    """Return the views of the configuration."""
    return tuple(View("saved", name, query=query) for name, query in queries.items())


@dataclass(frozen=True, slots=True)
class Query:
    """One list of stories: a view in an order, seen at a time."""

    view: View
    sort: StorySort
    now: datetime

    @property
    def sorted_by(self) -> StorySort:
        """Return the order it has: what differs is listed by how much does."""
        return StorySort.DIFFERS if self.view.kind == "differing" else self.sort

    @property
    def wanted(self) -> StoryFilter:
        """Return what a story's own row has to say."""
        today = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        since = today if self.view.kind == "today" else None
        return {"since": since, "unread": self.view.kind == "unread", "starred": self.view.kind == "starred"}

    def order(self, desk: Desk) -> "array[int]":
        """Return the numbers of its stories in their order; QueryError if a saved query cannot be read."""
        node = self._node()
        if self.sorted_by is StorySort.DIFFERS or asks_about(node, Figure.DIFFERS):
            desk.settle(MOST_SETTLED, **self.wanted)
        feeds = self.view.feeds
        return desk.store.orders.of(node, sort=self.sorted_by, now=self.now, feeds=feeds, **self.wanted)

    def mark_read(self, desk: Desk) -> None:
        """Mark everything in it read, all as one act."""
        wanted: StoryFilter = {**self.wanted, "unread": True}
        feeds = self.view.feeds
        unread = desk.store.orders.of(self._node(), sort=StorySort.NEWEST, now=self.now, feeds=feeds, **wanted)
        desk.mark_stories(unread, Reading.READ)

    def count(self, desk: Desk) -> int:
        """Return how many stories it has."""
        return desk.store.queries.count_stories(self._node(), **self.wanted)

    def _node(self) -> Node:
        if self.view.kind == "differing":
            return Counted(Figure.DIFFERS, ">", 0)
        if not self.view.query:
            return All(())
        from ..query.read import read  # the parser takes a twentieth of a second to load
        from ..query.terms import Clock

        return read(self.view.query, Clock(self.now, self.now.tzinfo or UTC))


def merged(old: Sequence[int], new: Sequence[int], standing: frozenset[int]) -> "array[int]":
    """Return `new` with what stood in `old` and still stands, each after what it stood behind.

    A story that no longer fits its view, because it was read, stays in its place until the view is asked for again.
    """
    fresh = set(new)
    behind: dict[int, list[int]] = {}
    anchor = 0
    for number in old:
        if number in fresh:
            anchor = number
        elif number in standing:
            behind.setdefault(anchor, []).append(number)
    found = array("q", behind.get(0, ()))
    for number in new:
        found.append(number)
        found.extend(behind.get(number, ()))
    return found


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the pane of views: a heading, a view, or a folder of feeds, which is a view too."""

    title: str
    view: View | None = None
    """None for a heading."""
    number: int | None = None
    """How many stories it lists; for feeds, how many of their articles are unread."""
    depth: int = 0
    folder: bool = False
    failed: bool = False


def tree(
    views: Iterable[tuple[View, int | None]],
    feeds: Sequence[Feed],
    unread: Mapping[int, int],
    folded: frozenset[str],
) -> tuple[Branch, ...]:
    """Return the lines: the views, then the feeds under the tags they have, untagged ones by themselves."""
    lines = [Branch("VIEWS"), *(Branch(view.title, view, number) for view, number in views)]
    if not feeds:
        return tuple(lines)
    lines += [Branch(""), Branch("FEEDS")]
    for tag in sorted({tag for feed in feeds for tag in feed.tags}, key=str.casefold):
        inside = [feed for feed in feeds if tag in feed.tags]
        view = View("feeds", f"#{tag}", feeds=tuple(feed.id for feed in inside))
        number = sum(unread.get(feed.id, 0) for feed in inside)
        lines.append(Branch(tag, view, number, folder=True))
        if tag not in folded:
            lines.extend(_feed(feed, unread, 1) for feed in _by_name(inside))
    lines.extend(_feed(feed, unread, 0) for feed in _by_name([feed for feed in feeds if not feed.tags]))
    return tuple(lines)


def _by_name(feeds: Sequence[Feed]) -> list[Feed]:
    return sorted(feeds, key=lambda feed: feed.label.casefold())


def _feed(feed: Feed, unread: Mapping[int, int], depth: int) -> Branch:
    view = View("feeds", feed.label, feeds=(feed.id,))
    return Branch(feed.label, view, unread.get(feed.id, 0), depth, failed=bool(feed.failures or feed.error))
