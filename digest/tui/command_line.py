"""A line to type a command in, at the foot of the screen, completed as it is typed."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input

from .bars import Bar


class CommandLine(ModalScreen[str]):
    """Ends with what was typed, or with nothing."""

    BINDINGS = [Binding("escape", "cancel", show=False)]
    AUTO_FOCUS = "#line"

    def __init__(self, names: Sequence[str], begun: str = "") -> None:
        super().__init__()
        self._names = names
        self._begun = begun

    def compose(self) -> ComposeResult:
        suggester = SuggestFromList(self._names, case_sensitive=False)
        with Horizontal(id="command"):
            yield Bar(lambda width: Content.styled(":", "bold $accent"), id="colon")
            yield Input(self._begun, id="line", compact=True, suggester=suggester, select_on_focus=False)

    def on_mount(self) -> None:
        self.query_one("#line", Input).cursor_position = len(self._begun)

    @on(Input.Submitted)
    def _end(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        """Run nothing."""
        self.dismiss("")
