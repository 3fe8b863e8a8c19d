"""The list of stories, two lines each: their order whole, the stories only around what is seen."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from textual.content import Content
from textual.message import Message

from ..model import Story
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .lines import age, coverage, fit, one_line, spark, spread

PAGE = 50
HELD = 20 * PAGE
"""The most stories held at once."""
AIRY_FROM = 34
"""From this many lines on, a space stands between two stories."""


class StoryList(DrawnList):
    """Draws the stories it holds and asks for those it does not."""

    @dataclass
    class Wanted(Message):
        """These stories are seen, or nearly, and not held."""

        numbers: tuple[int, ...]

    def __init__(self, glyphs: Glyphs, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._now = now
        self.order: array[int] = array("q")
        """The stories' numbers as they are listed."""
        self._held: dict[int, Story] = {}
        self._asked: set[int] = set()
        """The first stories of the pages asked for."""

    @property
    def row_height(self) -> int:
        return 3 if self.size.height >= AIRY_FROM else 2

    def watch_cursor(self, before: int, cursor: int) -> None:
        super().watch_cursor(before, cursor)
        if self.rows:
            self._want(self.cursor // PAGE)  # not only when it is drawn: a long jump shows its stories sooner

    def list(self, order: "array[int]") -> None:
        """List other stories, from the beginning."""
        self._held.clear()
        self._asked.clear()
        self.order = order
        self.set_reactive(StoryList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.resize_to(len(order))

    def relist(self, order: "array[int]") -> None:
        """List the same view as it is by now: the cursor stays on its story, and the story on its line."""
        here = self.order[self.cursor] if self.cursor < len(self.order) else 0
        above = self.cursor * self.row_height - round(self.scroll_y)
        self.order = order
        self._asked.clear()
        self.resize_to(len(order))
        try:
            place = order.index(here)
        except ValueError:
            return
        if place != self.cursor:
            self.cursor = place
            top = max(0, place * self.row_height - above)
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def fill(self, asked: Sequence[int], stories: Sequence[Story]) -> None:
        """Hold these stories; one that was asked for and is not among them has gone, and leaves the list."""
        self._asked -= set(asked[:1])
        self._held.update((story.id, story) for story in stories)
        if gone := set(asked) - {story.id for story in stories}:
            self._held = {number: story for number, story in self._held.items() if number not in gone}
            self.relist(array("q", (number for number in self.order if number not in gone)))
        if len(self._held) > HELD:
            near = range(max(0, self.cursor - HELD // 2), min(self.cursor + HELD // 2, len(self.order)))
            kept = {self.order[i] for i in near}
            self._held = {number: story for number, story in self._held.items() if number in kept}
        self.redraw()
        if self.current is not None and any(story.id == self.current.id for story in stories):
            self.post_message(self.Highlighted(self, self.cursor))

    def story(self, index: int) -> Story | None:
        """Return a story if it is held."""
        return self._held.get(self.order[index]) if 0 <= index < len(self.order) else None

    @property
    def current(self) -> Story | None:
        """Return the story under the cursor."""
        return self.story(self.cursor)

    @property
    def held(self) -> tuple[Story, ...]:
        """Return the stories held."""
        return tuple(self._held.values())

    def next_unread(self, direction: int) -> int | None:
        """Return the place of the next story held with something unread."""
        end = len(self.order) if direction > 0 else -1
        for place in range(self.cursor + direction, end, direction):
            story = self._held.get(self.order[place])
            if story is not None and story.unread:
                return place
        return None

    def put(self, story: Story) -> None:
        """Draw a story that is held as it is now."""
        if story.id in self._held:
            self._held[story.id] = story
            self.redraw()

    def settle(self, settled: Sequence[Story]) -> None:
        """Draw what differs in the stories that are held."""
        for story in settled:
            if story.id in self._held:
                self._held[story.id] = replace(self._held[story.id], differs=story.differs)
        self.redraw()

    def all_read(self) -> None:
        """Draw all stories as read."""
        self._held = {number: replace(story, unread=0) for number, story in self._held.items()}
        self.redraw()

    def row(self, index: int, width: int) -> Sequence[Content]:
        story = self.story(index)
        if story is None:
            self._want(index // PAGE)
            return [Content.styled(f"  {self.glyphs.ellipsis}", "$quiet"), Content("")]
        if index % PAGE > PAGE * 3 // 4 and index + PAGE // 2 < self.rows:
            self._want(index // PAGE + 1)
        return story_lines(story, width, self.glyphs, self._now())

    def _want(self, page: int) -> None:
        numbers = self.order[page * PAGE : (page + 1) * PAGE]
        if numbers and numbers[0] not in self._asked and any(number not in self._held for number in numbers):
            self._asked.add(numbers[0])
            self.post_message(self.Wanted(tuple(numbers)))


def story_lines(story: Story, width: int, glyphs: Glyphs, now: datetime) -> tuple[Content, Content]:
    """Return the title with its marks, and how the story is covered."""
    title = one_line(story.title)
    if story.unread:
        title = title.stylize("bold")
    unread = Content.styled(glyphs.unread, "$accent") if story.unread else Content(" ")
    star = Content.styled(glyphs.starred, "$accent") if story.starred else Content("")
    first = spread(Content.assemble(unread, " ", title), star, width, glyphs)
    when = Content.styled(f"{age(story.times[-1], now) if story.times else 'no date':>6}", "$quiet")
    chart = Content.styled(f"{spark(story.times, glyphs):>5}", "$quiet")
    covered = Content.assemble("  ", coverage(story, glyphs))
    room = covered.cell_length + chart.cell_length + when.cell_length + 3 <= width
    second = spread(covered, Content.assemble(chart, " ", when) if room else when, width, glyphs)
    return fit(first, width, glyphs), fit(second, width, glyphs)
