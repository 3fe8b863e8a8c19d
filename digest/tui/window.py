"""A small window over a screen, with lines to read in it."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from .bars import Bar
from .commands import bindings
from .glyphs import Glyphs
from .highlight import QUIET
from .line_view import LineView, Sheet, sheet
from .lines import fit

Page = Callable[[int], Sequence[Sequence[Content]]]


class Pages(LineView):
    """Draws what a function of the width returns."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def lay_out(self, width: int) -> Sheet:
        return sheet(self._page(width))


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

    def action_back(self) -> None:
        """Close the window."""
        self.dismiss(None)
