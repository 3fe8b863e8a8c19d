"""A small window over a screen, with lines to read in it."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from .bars import Bar
from .glyphs import Glyphs
from .highlight import QUIET
from .keys import bindings
from .line_view import LineView, Sheet, sheet
from .lines import fit

Page = Callable[[int], Sequence[Sequence[Content]]]


FRAME = 10
"""Lines that a window leaves to its frame and to what is around it."""


class Pages(LineView):
    """Draws what a function of the width returns."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def lay_out(self, width: int) -> Sheet:
        parts = [list(part) for part in self._page(max(1, width - 1))]
        while parts and parts[-1] and not parts[-1][-1]:
            parts[-1].pop()  # what separates the parts is not wanted behind the last
        return sheet(parts)


class Window(ModalScreen[None]):
    """A window over the screen; any of the keys that close things closes it."""

    BINDINGS = bindings("modal")

    def __init__(self, title: str, page: Page, glyphs: Glyphs) -> None:
        super().__init__()
        self._title = title
        self._page = page
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield Bar(lambda width: Content.styled(self._title.upper(), "$accent"), id="title")
            yield Pages(self._page)
            yield Bar(lambda width: fit(Content.styled("Esc closes", QUIET), width, self._glyphs), id="foot")

    def on_resize(self) -> None:
        """Leave room for the frame, the title and the foot, whatever the height."""
        self.query_one(Pages).styles.max_height = max(1, self.size.height - FRAME)

    def action_back(self) -> None:
        """Close the window."""
        self.dismiss(None)
