"""A list drawn line by line: a hundred thousand rows cost what one screen of them costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from .glyphs import Glyphs
from .keys import bindings
from .line_view import room
from .lines import wrap

MOST_DRAWN = 400
"""Rows kept as they were drawn."""


class DrawnList(ScrollView, can_focus=True):
    """Rows of a fixed height with a cursor; a subclass draws them in `row`."""

    DEFAULT_CSS = """
    DrawnList {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS = bindings("list")
    ALLOW_SELECT = False
    KEEPS_CURSOR = True
    """Whether the cursor is drawn while another pane has the focus."""

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Highlighted(Message):
        """The cursor came to stand on a row."""

        list: "DrawnList"
        index: int

        @property
        def control(self) -> "DrawnList":
            return self.list

    @dataclass
    class Chosen(Message):
        """A row was opened."""

        list: "DrawnList"
        index: int

        @property
        def control(self) -> "DrawnList":
            return self.list

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.glyphs = glyphs
        self.rows = 0
        self._drawn: dict[tuple[int, int], Sequence[Content]] = {}

    @property
    def row_height(self) -> int:
        """Return the lines a row takes."""
        return 1

    def row(self, index: int, width: int) -> Sequence[Content]:
        """Return the lines of a row; a subclass must say which."""
        raise NotImplementedError

    def said_when_empty(self) -> str:
        """Return what is said in the place of the rows where there are none."""
        return ""

    def resize_to(self, rows: int) -> None:
        """Say how many rows there are; the cursor stays on one of them."""
        self.rows = rows
        self.virtual_size = Size(room(self), rows * self.row_height)
        self.cursor = self.validate_cursor(self.cursor)
        self.redraw()

    def redraw(self) -> None:
        """Draw the rows anew, because what they show has changed."""
        self._drawn.clear()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.rows - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        self.show_cursor()
        for index in (before, cursor):
            self.refresh_lines(index * self.row_height, self.row_height)
        if self.rows:
            self.post_message(self.Highlighted(self, self.cursor))

    def show_cursor(self) -> None:
        """Scroll as little as needed to see the row under the cursor."""
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        first = self.cursor * self.row_height
        if first < top:
            self.scroll_to(y=first, animate=False, force=True, immediate=True)
        elif height and first + self.row_height > top + height:
            self.scroll_to(y=first + self.row_height - height, animate=False, force=True, immediate=True)

    def on_resize(self, event: Resize) -> None:
        self.virtual_size = Size(room(self), self.rows * self.row_height)
        self.show_cursor()

    @on(Focus)
    @on(Blur)
    def _show_focus(self) -> None:
        self.refresh()

    @property
    def cursor_ground(self) -> Style:
        """Return what the row under the cursor stands on."""
        return self.visual_style + Style.parse("on $cursor" if self.has_focus else "on $cursor-away")

    def render_line(self, y: int) -> Strip:
        line = y + round(self.scroll_y)
        index, part = divmod(line, self.row_height)
        width = self.size.width
        if not self.rows and (words := self.said_when_empty()):
            lines = wrap(Content.styled(words, "$quiet"), width - 4)
            said = Content("  ") + lines[line] if line < len(lines) else Content("")
            strip = Strip(said.render_segments(self.visual_style), said.cell_length)
            return strip.adjust_cell_length(width, self.visual_style.rich_style)
        if not 0 <= index < self.rows:
            return Strip.blank(width, self.visual_style.rich_style)
        here = index == self.cursor and (self.has_focus or self.KEEPS_CURSOR)
        ground = self.cursor_ground if here else self.visual_style
        drawn = self._row(index, room(self) - 2)
        bar = Content.styled(self.glyphs.cursor, "$accent" if self.has_focus else "$quiet") if here else Content(" ")
        if part >= len(drawn):  # the space between two rows
            return Strip.blank(width, self.visual_style.rich_style)
        text = bar + drawn[part]
        return Strip(text.render_segments(ground), text.cell_length).adjust_cell_length(width, ground.rich_style)

    def _row(self, index: int, width: int) -> Sequence[Content]:
        """Return a row as it was drawn before, if nothing has changed since."""
        if (index, width) not in self._drawn:
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            self._drawn[index, width] = self.row(index, width)
        return self._drawn[index, width]

    def on_click(self, event: Click) -> None:
        index = (event.y + round(self.scroll_y)) // self.row_height
        if not 0 <= index < self.rows:
            return
        if index == self.cursor or event.chain > 1:
            self.cursor = index
            self.action_choose()
        self.cursor = index

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def action_half_page(self, direction: int) -> None:
        """Move the cursor by half of what is seen."""
        self.cursor += direction * max(1, self.size.height // self.row_height // 2)

    def action_end(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = 0 if direction < 0 else self.rows - 1

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self, self.cursor))
