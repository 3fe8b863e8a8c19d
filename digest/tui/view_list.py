"""The pane of views: the fixed ones, the saved ones, and the feeds as a tree that folds."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from ..model import Feed
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .lines import fit, one_line, spread
from .story_answers import Counted
from .views import FIXED, Branch, View, tree


class ViewList(DrawnList):
    """Draws the views with their counts."""

    KEEPS_CURSOR = False

    @dataclass
    class Opened(Message):
        """A view was chosen."""

        view: View

    def __init__(self, glyphs: Glyphs, saved: Sequence[View], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self.chosen = FIXED[0]
        self._views = (*FIXED, *saved)
        self._folded: frozenset[str] = frozenset()
        self._counted: Counted | None = None
        self.lines: tuple[Branch, ...] = ()
        self._draw()

    def on_mount(self) -> None:
        self._draw()

    def show(self, counted: Counted) -> None:
        """Draw the views with these counts."""
        self._counted = counted
        self._draw()

    def choose(self, view: View) -> None:
        """Draw a view as the one listed and put the cursor on it."""
        self.chosen = view
        place = next((i for i, line in enumerate(self.lines) if line.view and line.view.id == view.id), None)
        if place is not None:
            self.cursor = place
        self.redraw()

    def _draw(self) -> None:
        views = self._counted.views if self._counted else {}
        feeds: Sequence[Feed] = self._counted.feeds if self._counted else ()
        unread = self._counted.unread if self._counted else {}
        known = [(view, views.get(view.id)) for view in self._views]
        here = self.lines[self.cursor].view if self.cursor < len(self.lines) else None
        self.lines = tree(known, feeds, unread, self._folded)
        self.rows = len(self.lines)
        if self.is_mounted:
            self.resize_to(len(self.lines))
            if here:
                places = [i for i, line in enumerate(self.lines) if line.view and line.view.id == here.id]
                self.cursor = places[0] if places else self.cursor

    def validate_cursor(self, cursor: int) -> int:
        """Step over headings: they are nothing to choose."""
        cursor = super().validate_cursor(cursor)
        step = 1 if cursor >= self.cursor else -1
        onward = range(cursor, len(self.lines) if step > 0 else -1, step)
        back = range(cursor, -1 if step > 0 else len(self.lines), -step)
        return next((i for i in (*onward, *back) if self.lines[i].view), cursor)

    def action_choose(self) -> None:
        """List the view under the cursor; a folder whose view is listed folds, or unfolds."""
        line = self.lines[self.cursor] if self.cursor < len(self.lines) else None
        if line is None or line.view is None:
            return
        if line.folder and line.view.id == self.chosen.id:
            self.fold(line.title)
        else:
            self.post_message(self.Opened(line.view))

    def fold(self, tag: str) -> None:
        """Fold a folder, or unfold it."""
        self._folded ^= {tag}
        self._draw()

    def row(self, index: int, width: int) -> Sequence[Content]:
        line = self.lines[index]
        if line.view is None:
            return [fit(Content.styled(f" {line.title}", "$quiet"), width, self.glyphs)]
        sign = ""
        if line.folder:
            sign = f"{self.glyphs.folded if line.title in self._folded else self.glyphs.unfolded} "
        number = f"{line.number:,}" if line.number or (line.number is not None and line.view.kind != "feeds") else ""
        style = "bold $accent" if line.view.id == self.chosen.id else ""
        title = Content.assemble(" " * (1 + 2 * line.depth), (sign, "$quiet"), one_line(line.title).stylize(style))
        right = Content.assemble(
            (f"{self.glyphs.failed} " if line.failed else "", "$fact-differ"), (f"{number} ", "$quiet")
        )
        return [fit(spread(title, right, width, self.glyphs), width, self.glyphs)]
