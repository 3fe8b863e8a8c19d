"""The lines above and below a screen: what it is, how it stands, which keys hold."""

from collections.abc import Callable

from textual.content import Content
from textual.events import Click
from textual.timer import Timer
from textual.widget import Widget

from .commands import Command, commands
from .glyphs import Glyphs
from .keys import key_name
from .lines import fit

SAID_FOR = 4.0
"""Seconds."""


class Bar(Widget):
    """One or more lines drawn by a function of the width."""

    DEFAULT_CSS = """
    Bar { height: auto; width: 1fr; }
    """
    ALLOW_SELECT = False

    def __init__(self, draw: Callable[[int], Content], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._draw = draw

    def render(self) -> Content:
        return self._draw(max(1, self.content_size.width or self.size.width))


class KeyBar(Widget):
    """The keys that hold here, as many as fit, the important ones first; a click does what the key does."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; dock: bottom; }
    """
    ALLOW_SELECT = False

    def __init__(self, glyphs: Glyphs, *scopes: str) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.scopes = scopes
        self.only: frozenset[str] = frozenset()
        """Ids of the only commands shown, if any are named."""
        self._places: list[tuple[int, int, str]] = []
        self.said = ""
        """What is said in the place of the keys for a moment."""
        self._silence: Timer | None = None

    def say(self, words: str) -> None:
        """Show words instead of the keys for a few seconds."""
        self.said = words
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(SAID_FOR, self._hush)
        self.refresh()

    def _hush(self) -> None:
        self.said = ""
        self.refresh()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def show(self, *scopes: str) -> None:
        """Show the keys of other scopes."""
        self.scopes = scopes
        self.refresh()

    def shown(self, width: int) -> list[tuple[str, str]]:
        """Return (key, label) of what fits in `width` columns, in the order of the table."""
        table = [(c, self._key(c)) for c in commands(self.scopes) if c.label and c.id in (self.only or {c.id})]
        first = {key: command.id for command, key in reversed(table)}  # a key does what the scope named first says
        table = [(command, key) for command, key in table if first[key] == command.id]
        fitting = set()
        room = width - 1
        for command, key in sorted(table, key=lambda pair: pair[0].rank):
            room -= len(self._shown_key(key)) + len(command.label) + 4
            if room < 0:
                break
            fitting.add(command.id)
        return [(key, c.label) for c, key in table if c.id in fitting]

    def _key(self, command: Command) -> str:
        """Return the key of a command: the table's first, unless a configuration gave it another."""
        first = command.keys.split(",")[0]
        bound = [active.binding for active in self.screen.active_bindings.values()]
        keys = [binding.key for binding in bound if binding.id == command.id]
        return first if first in keys or not keys else keys[0]

    def _shown_key(self, key: str) -> str:
        return self.glyphs.enter if key == "enter" else key_name(key)

    def render(self) -> Content:
        self._places = []
        if self.said:
            return Content(" ") + fit(Content.styled(self.said, "$accent"), self.size.width - 1, self.glyphs)
        parts = [Content(" ")]
        at = 1
        for key, label in self.shown(self.size.width):
            part = Content.assemble((self._shown_key(key), "$accent"), " ", (label, "$quiet"), "   ")
            self._places.append((at, at + part.cell_length - 3, key))
            at += part.cell_length
            parts.append(part)
        return Content("").join(parts)

    def on_click(self, event: Click) -> None:
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)
