"""The views of the home screen and the pane that lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from textual.content import Content

from ..desk import Desk
from ..model import Story, StoryFilter, StorySort
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .lines import fit, spread

MOST_COUNTED = 1000
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
        differing = self.view is View.DIFFERING
        sort = StorySort.DIFFERS if differing else self.sort
        wanted = StoryFilter(since=self.since, unread=self.view is View.UNREAD, starred=self.view is View.STARRED)
        if sort is StorySort.DIFFERS and not offset:
            desk.settle(MOST_SETTLED, **wanted)
        found = desk.stories(sort=sort, limit=limit, offset=offset, now=self.now, **wanted)
        return tuple(story for story in found if story.differs) if differing else found

    def unread(self, desk: Desk) -> tuple[int, ...]:
        """Return the stories of the list with something unread."""
        found = desk.stories(since=self.since, unread=True, starred=self.view is View.STARRED, limit=None)
        return tuple(story.id for story in found if story.differs or self.view is not View.DIFFERING)


def count_views(desk: Desk, now: datetime, stories: int) -> dict[View, int]:
    """Return how many stories each view lists, at most `MOST_COUNTED` but for all of them."""
    counts: dict[View, int] = {View.ALL: stories}
    for view in View:
        if view is not View.ALL:
            counts[view] = len(Query(view, StorySort.NEWEST, now).stories(desk, MOST_COUNTED))
    return counts


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
        if number is None:
            shown = ""
        else:
            shown = f"{number:,}" if view is View.ALL or number < MOST_COUNTED else f"{MOST_COUNTED - 1}+"
        style = "bold $accent" if view is self.chosen else ""
        line = spread(
            Content.styled(f" {TITLES[view]}", style), Content.styled(f"{shown} ", "$quiet"), width, self.glyphs
        )
        return [fit(line, width, self.glyphs)]
