"""The aligned passages of a comparison in one scroller, with one fact chosen."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from ..model import Comparison
from .compare_sheet import ALL, KEY, OF_NOTE, Layout, compare_sheet, reading_order, row_of, told_of
from .glyphs import Glyphs
from .highlight import state_style
from .line_view import LineView, Sheet

__all__ = ["ALL", "KEY", "OF_NOTE", "CompareView"]

STACKED_BELOW = 100
_CURRENT = "current-fact"


class CompareView(LineView):
    """Draws a comparison; `fact` is the index of the row chosen now, -1 for none."""

    fact: reactive[int] = reactive(-1)

    @dataclass
    class Reached(Message):
        """Another fact was chosen."""

        fact: int

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.glyphs = glyphs
        self.comparison = Comparison(())
        self.order: tuple[int, ...] = ()
        self.least = OF_NOTE

    @property
    def arrangement(self) -> Layout:
        """Return how the comparison is drawn at the width there is."""
        return Layout(
            self.glyphs, colour=not self.app.no_color, stacked=self.app.size.width < STACKED_BELOW, least=self.least
        )

    def show(self, comparison: Comparison) -> None:
        """Draw another comparison from its beginning."""
        self.comparison = comparison
        self.order = reading_order(comparison, self.least)
        self.set_reactive(CompareView.fact, -1)
        self.relay(keep_place=False)

    def detail(self, least: int) -> None:
        """Mark the facts of at least this importance."""
        self.least = least
        self.order = reading_order(self.comparison, least)
        self.relay()

    def lay_out(self, width: int) -> Sheet:
        return compare_sheet(self.comparison, width, self.arrangement)

    def style(self, name: str | Style) -> Style:
        if name == _CURRENT:
            return Style.parse("bold reverse" if self.app.no_color else "bold underline on $fact-current")
        if told_of(name) is not None:
            return Style()
        row = row_of(name)
        if row is None:
            return super().style(name)
        return Style.parse(state_style(self.comparison.rows[row].state, colour=not self.app.no_color))

    def dressed(self, number: int) -> Content:
        """Return the line with a bar before the passage that has the chosen fact, its words over all others."""
        line = self.sheet.lines[number]
        if self.fact < 0 or not line:
            return line
        for span in line.spans:
            if self.fact in (row_of(span.style), told_of(span.style)):
                line = line.stylize(_CURRENT, span.start, span.end)
        passage = self.comparison.passages[self.sheet.parts[number]]
        if self.fact not in passage.rows:
            return line
        return Content.styled(self.glyphs.cursor, "$accent") + line[1:]

    def step(self, direction: int) -> None:
        """Choose the next or the previous fact in reading order, from what is seen if none is chosen."""
        if not self.order:
            return
        if self.fact in self.order:
            place = self.order.index(self.fact) + direction
        else:
            place = self._first_seen() if direction > 0 else len(self.order) - 1
        if 0 <= place < len(self.order):
            self.fact = self.order[place]

    def _first_seen(self) -> int:
        top = round(self.scroll_y)
        seen = self.sheet.parts[top] if top < len(self.sheet.parts) else 0
        later = {row for passage in self.comparison.passages[seen:] for row in passage.rows}
        return next((place for place, row in enumerate(self.order) if row in later), 0)

    def watch_fact(self, fact: int) -> None:
        lines = [i for i, line in enumerate(self.sheet.lines) if any(row_of(s.style) == fact for s in line.spans)]
        if lines:
            part = self.sheet.parts[lines[0]]
            together = [i for i in lines if self.sheet.parts[i] == part]
            self.show_lines(self.sheet.top_of(part) if together[-1] - self.sheet.top_of(part) < 8 else together[0],
                            together[-1] + 1)  # fmt: skip
        self.refresh()
        self.post_message(self.Reached(fact))

    def on_click(self, event: Click) -> None:
        """Choose the fact whose words are clicked."""
        number = event.y + round(self.scroll_y)
        if number >= len(self.sheet.lines):
            return
        line = self.sheet.lines[number]
        index = len(line.truncate(event.x).plain)
        for start, end, style in reversed(line.spans):
            if start <= index < end and (row := row_of(style)) is not None:
                self.fact = row
                return
