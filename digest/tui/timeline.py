"""A storyline day by day: its stories, who had each first, and how much was written when."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from ..desk import Desk
from ..model import Story, Storyline
from .bars import Bar, KeyBar
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .highlight import QUIET
from .keys import bindings
from .lines import count, coverage, fit, joined, moment, one_line, spread
from .screen import Context, DigestScreen
from .ways import to_article

MOST_DAYS = 60
"""The most days the chart has; a longer storyline's days are drawn several in one."""


@dataclass
class Line(Message):
    """A storyline with its stories, oldest first; of a story in none, that story alone."""

    storyline: Storyline | None
    stories: tuple[Story, ...]


def storyline(desk: Desk, story_id: int) -> Line:
    """Fetch the storyline of a story."""
    story = desk.story(story_id)
    found = desk.store.storylines.of(story.id)
    numbers = found.stories if found else (story.id,)
    return Line(found, desk.store.orders.stories(numbers))


def chart(stories: Sequence[Story], glyphs: Glyphs, now: datetime) -> tuple[str, date, date]:
    """Return a bar for each day from the first article to the last, with these two days."""
    days = [when.astimezone(now.tzinfo).date() for story in stories for when in story.times]
    if not days:
        return "", now.date(), now.date()
    first, last = min(days), max(days)
    each = -(-((last - first).days + 1) // MOST_DAYS)
    bars = Counter((day - first) // timedelta(days=each) for day in days)
    top, most = len(glyphs.sparks) - 1, max(bars.values())
    width = (last - first).days // each + 1
    return "".join(glyphs.sparks[-(-bars[i] * top // most)] if bars[i] else " " for i in range(width)), first, last


class TimelineList(DrawnList):
    """Draws the stories, the day before the first of each day."""

    def __init__(self, glyphs: Glyphs, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._now = now
        self.stories: Sequence[Story] = ()

    @property
    def row_height(self) -> int:
        return 3

    def show(self, stories: Sequence[Story], here: int) -> None:
        """Draw these stories, with the cursor on one of them."""
        self.stories = stories
        self.resize_to(len(stories))
        self.cursor = next((i for i, story in enumerate(stories) if story.id == here), 0)

    def row(self, index: int, width: int) -> Sequence[Content]:
        story, now = self.stories[index], self._now()
        local = story.first_seen.astimezone(now.tzinfo)
        day = f"{local:%a} {local.day} {local:%b}"
        before = self.stories[index - 1].first_seen.astimezone(now.tzinfo).date() if index else None
        lead = day if before != local.date() else ""
        unread = Content.styled(self.glyphs.unread, "$accent") if story.unread else Content(" ")
        title = one_line(story.title).stylize("bold" if story.unread else "")
        first = Content.assemble((f" {lead:<11}", QUIET), unread, " ", title)
        who = f"first {one_line(story.outlets[0]).plain}" if story.outlets else ""
        when = f", {moment(story.times[0], now)}" if story.times else ""
        second = Content.assemble(" " * 14, joined((who + when, coverage(story, self.glyphs)), self.glyphs))
        return [fit(first, width, self.glyphs), fit(second, width, self.glyphs)]


class TimelineScreen(DigestScreen):
    """Shows the storyline of a story."""

    BINDINGS = bindings("timeline")
    SCOPE = "timeline"
    AUTO_FOCUS = "#timeline"

    def __init__(self, context: Context, story_id: int) -> None:
        super().__init__(context)
        self._story_id = story_id
        self._line: Line | None = None

    def compose(self) -> ComposeResult:
        yield Bar(self._title, id="header")
        yield Bar(self._chart, id="chart")
        yield TimelineList(self.context.glyphs, self.context.now, id="timeline")
        yield KeyBar(self.context.glyphs, "timeline", "list", "app")

    def on_mount(self) -> None:
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Fetch the storyline as it is by now."""
        self.ask(partial(storyline, story_id=self._story_id), "timeline")

    @property
    def is_blank(self) -> bool:
        return self._line is None

    def _title(self, width: int) -> Content:
        if self._line is None:
            return Content(" ")
        found, stories = self._line.storyline, self._line.stories
        name = one_line(found.name).stylize("bold") if found else Content.styled("A story in no storyline yet", "bold")
        articles = sum(story.articles for story in stories)
        parts = (count(len(stories), "story", "stories"), count(articles, "article"))
        return " " + spread(name, joined(parts, self.context.glyphs) + " ", width - 1, self.context.glyphs)

    def _chart(self, width: int) -> Content:
        if self._line is None:
            return Content("")
        bars, first, last = chart(self._line.stories, self.context.glyphs, self.context.now())
        ends = (f"{day.day} {day:%b} " for day in (first, last))
        left, right = ends
        return fit(
            Content.assemble(" ", (left, QUIET), (bars, "$accent"), " ", (right, QUIET)), width, self.context.glyphs
        )

    @on(Line)
    def _show(self, event: Line) -> None:
        self._line = event
        self.query_one("#timeline", TimelineList).show(event.stories, self._story_id)
        for bar in self.query(Bar):
            bar.refresh(layout=True)

    @on(DrawnList.Chosen)
    def _open(self, event: DrawnList.Chosen) -> None:
        if self._line:
            self.app.push_screen(to_article(self.context, self._line.stories[event.index].id))
