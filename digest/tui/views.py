"""The views of the home screen and the pane that lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from textual.content import Content

from ..desk import Desk
from ..model import Story, StoryFilter, StorySort
from ..query import All, Counted, Figure, Node
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .lines import fit, spread

MOST_SETTLED = 100
"""Stories compared, a second's work in a thread, before they are listed by what differs: the most covered."""


class View(StrEnum):
    """Which stories are listed."""

    ALL = "all"
    TODAY = "today"
    UNREAD = "unread"
    STARRED = "starred"
    DIFFERING = "differing"


TITLES = {
    View.ALL: "All stories",
    View.TODAY: "Today",
    View.UNREAD: "Unread",
    View.STARRED: "Starred",
    View.DIFFERING: "Differing",
}

SORTS = {
    StorySort.COVERAGE: "by coverage",
    StorySort.NEWEST: "newest first",
    StorySort.DIFFERS: "most differing first",
}


@dataclass(frozen=True, slots=True)
class Query:
    """One list of stories: a view in an order, seen at a time."""

    view: View
    sort: StorySort
    now: datetime

    @property
    def since(self) -> datetime | None:
        """Return the beginning of today where the reader is, for the view of today."""
        today = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        return today if self.view is View.TODAY else None

    def stories(self, desk: Desk, limit: int | None, offset: int = 0) -> tuple[Story, ...]:
        """Return a page of the list."""
        sort = StorySort.DIFFERS if self.view is View.DIFFERING else self.sort
        if sort is StorySort.DIFFERS and not offset:
            desk.settle(MOST_SETTLED, **self._filter)
        return desk.store.queries.stories(
            self._node, sort=sort, limit=limit, offset=offset, now=self.now, **self._filter
        )

    def unread(self, desk: Desk) -> tuple[int, ...]:
        """Return the stories of the list with something unread."""
        wanted: StoryFilter = {**self._filter, "unread": True}
        return tuple(story.id for story in desk.store.queries.stories(self._node, limit=None, **wanted))

    def count(self, desk: Desk) -> int:
        """Return how many stories the list has."""
        return desk.store.queries.count_stories(self._node, **self._filter)

    @property
    def _node(self) -> Node:
        return Counted(Figure.DIFFERS, ">", 0) if self.view is View.DIFFERING else All(())

    @property
    def _filter(self) -> StoryFilter:
        return {
            "since": self.since,
            "unread": self.view is View.UNREAD,
            "starred": self.view is View.STARRED,
        }


def count_views(desk: Desk, now: datetime) -> dict[View, int]:
    """Return how many stories each view lists."""
    return {view: Query(view, StorySort.NEWEST, now).count(desk) for view in View}


class ViewList(DrawnList):
    """The views with their counts."""

    KEEPS_CURSOR = False

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, id=id)
        self.counts: Mapping[View, int] = {}
        self.chosen = View.ALL
        self.rows = len(View)

    def on_mount(self) -> None:
        self.resize_to(len(View))

    def show(self, chosen: View, counts: Mapping[View, int]) -> None:
        """Draw the views with these counts, one of them as the one listed."""
        self.chosen, self.counts = chosen, counts
        self.redraw()

    def row(self, index: int, width: int) -> Sequence[Content]:
        view = list(View)[index]
        number = self.counts.get(view)
        shown = "" if number is None else f"{number:,}"
        style = "bold $accent" if view is self.chosen else ""
        line = spread(
            Content.styled(f" {TITLES[view]}", style), Content.styled(f"{shown} ", "$quiet"), width, self.glyphs
        )
        return [fit(line, width, self.glyphs)]
