"""The list of stories, two lines each, of which only the pages around what is seen are held."""

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
HELD = 20
"""The most pages held at once."""
AIRY_FROM = 34
"""From this many lines on, a space stands between two stories."""


class StoryList(DrawnList):
    """Draws the stories it holds and asks for those it does not."""

    @dataclass
    class Wanted(Message):
        """The stories of this page are seen, or nearly, and not held."""

        page: int

    def __init__(self, glyphs: Glyphs, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._now = now
        self._pages: dict[int, list[Story]] = {}
        self._asked: set[int] = set()

    @property
    def row_height(self) -> int:
        return 3 if self.size.height >= AIRY_FROM else 2

    def watch_cursor(self, before: int, cursor: int) -> None:
        super().watch_cursor(before, cursor)
        if self.rows:
            self._want(self.cursor // PAGE)  # not only when it is drawn: a long jump shows its stories sooner

    def clear(self) -> None:
        """Forget everything, because another view is to be shown."""
        self._pages.clear()
        self._asked.clear()
        self.set_reactive(StoryList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def fill(self, page: int, stories: Sequence[Story], rows: int) -> None:
        """Hold a page of the `rows` stories there are."""
        self._pages[page] = list(stories)
        self._asked.discard(page)
        here = self.cursor // PAGE
        for far in sorted(self._pages, key=lambda number: abs(number - here))[HELD:]:
            del self._pages[far]
        first = self.rows == 0 or page == here
        self.resize_to(rows)
        if first and rows:
            self.post_message(self.Highlighted(self, self.cursor))

    def story(self, index: int) -> Story | None:
        """Return a story if it is held."""
        page = self._pages.get(index // PAGE, [])
        return page[index % PAGE] if 0 <= index % PAGE < len(page) else None

    @property
    def current(self) -> Story | None:
        """Return the story under the cursor."""
        return self.story(self.cursor) if self.rows else None

    @property
    def held(self) -> list[tuple[int, Story]]:
        """Return the held stories with their places, in order."""
        return [(page * PAGE + i, story) for page in sorted(self._pages) for i, story in enumerate(self._pages[page])]

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the pages held."""
        return tuple(self._pages)

    def put(self, story: Story) -> None:
        """Draw a story that is held as it is now."""
        for page in self._pages.values():
            for i, held in enumerate(page):
                if held.id == story.id:
                    page[i] = story
        self.redraw()

    def settle(self, stories: Sequence[Story]) -> None:
        """Draw what differs in stories that are held; the reader's marks on them may be newer than theirs."""
        differs = {story.id: story.differs for story in stories}
        for page in self._pages.values():
            page[:] = [replace(story, differs=differs.get(story.id, story.differs)) for story in page]
        self.redraw()

    def all_read(self) -> None:
        """Draw all stories as read."""
        for page in self._pages.values():
            page[:] = [replace(story, unread=0) for story in page]
        self.redraw()

    def row(self, index: int, width: int) -> Sequence[Content]:
        story = self.story(index)
        self._want(index // PAGE)
        if index % PAGE > PAGE * 3 // 4 and index + PAGE // 2 < self.rows:
            self._want(index // PAGE + 1)
        if story is None:
            return [Content.styled(f"  {self.glyphs.ellipsis}", "$quiet"), Content("")]
        return story_lines(story, width, self.glyphs, self._now())

    def _want(self, page: int) -> None:
        if page not in self._pages and page not in self._asked:
            self._asked.add(page)
            self.post_message(self.Wanted(page))


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
