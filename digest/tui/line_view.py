"""A scroller of lines laid out once for each width and drawn one by one: a long text costs what one screen does."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from .keys import bindings


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines laid out for one width, and for each the number of the part (paragraph, passage) it belongs to."""

    lines: tuple[Content, ...] = ()
    parts: tuple[int, ...] = ()

    def top_of(self, part: int) -> int:
        """Return the first line of a part, or of the next one there is."""
        return next((i for i, number in enumerate(self.parts) if number >= part), max(0, len(self.parts) - 1))


def sheet(parts: Sequence[Sequence[Content]]) -> Sheet:
    """Return the lines of the parts one below the other."""
    return Sheet(
        tuple(line for part in parts for line in part),
        tuple(number for number, part in enumerate(parts) for _ in part),
    )


def room(widget: Widget) -> int:
    """Return the columns a widget draws in: the same whether its scroll bar is shown or not."""
    return max(1, widget.outer_size.width - widget.styles.gutter.width - 1)


class LineView(ScrollView, can_focus=True):
    """Draws a sheet; a subclass says in `lay_out` what stands on it. A resize keeps the part that was on top."""

    DEFAULT_CSS = """
    LineView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS = bindings("text")

    class Laid(Message):
        """The lines were laid out anew."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.sheet = Sheet()
        self.measure = 0
        """The columns lines are laid out for."""

    def lay_out(self, width: int) -> Sheet:
        """Return the lines for a width; a subclass must say which."""
        raise NotImplementedError

    def style(self, name: str | Style) -> Style:
        """Return the style behind the name a span carries."""
        return name if isinstance(name, Style) else Style.parse(name)

    def ground(self, number: int) -> Style:
        """Return what a line stands on."""
        return self.visual_style

    def relay(self, *, keep_place: bool = True) -> None:
        """Lay the lines out anew, because the width or what they show has changed."""
        top = round(self.scroll_y)
        known = keep_place and top < len(self.sheet.parts)
        part = self.sheet.parts[top] if known else 0
        within = top - self.sheet.top_of(part) if known else 0
        self.measure = room(self)
        self.sheet = self.lay_out(self.measure) if self.outer_size.width else Sheet()
        self.virtual_size = Size(self.measure, len(self.sheet.lines))
        start = self.sheet.top_of(part)
        last = max((i for i, number in enumerate(self.sheet.parts) if number == part), default=start)
        self.scroll_to(y=min(start + within, last), animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Laid())

    def on_resize(self, event: Resize) -> None:
        if room(self) != self.measure:
            self.relay()

    def render_line(self, y: int) -> Strip:
        number = y + round(self.scroll_y)
        width = self.size.width
        if not 0 <= number < len(self.sheet.lines):
            return Strip.blank(width, self.visual_style.rich_style)
        ground = self.ground(number)
        line = self.dressed(number)
        if (selection := self.text_selection) is not None and (span := selection.get_span(number)) is not None:
            start, end = span
            chosen = self.screen.get_visual_style("screen--selection", partial=True)
            line = line.stylize(chosen, start, len(line.plain) if end == -1 else end)
        drawn = line.render(ground, end="", parse_style=self.style)
        segments = [Segment(text, style.rich_style) for text, style in drawn]
        strip = Strip(segments, line.cell_length).adjust_cell_length(width, ground.rich_style)
        return strip.apply_offsets(0, number)

    def dressed(self, number: int) -> Content:
        """Return the line as it is drawn now."""
        return self.sheet.lines[number]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as it stands on the screen."""
        return selection.extract("\n".join(line.plain for line in self.sheet.lines)), "\n"

    def show_lines(self, first: int, last: int) -> None:
        """Scroll so that the lines are seen, with a little of what stands before them."""
        height = max(1, self.scrollable_content_region.height)
        top = round(self.scroll_y)
        if first < top + 1 or last >= top + height - 1:
            self.scroll_to(y=max(0, first - height // 4), animate=False, force=True, immediate=True)

    def action_half_page(self, direction: int) -> None:
        """Scroll by half of what is seen."""
        self.scroll_relative(y=direction * max(1, self.size.height // 2), animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=step, animate=False, force=True)

    def action_end(self, direction: int) -> None:
        """Scroll to the first or the last line."""
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, force=True)
