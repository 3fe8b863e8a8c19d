"""How lines are drawn for one terminal: its width, colour or none, ASCII or Unicode."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from ..model import State
from ..text import clean_line, normal
from .marks import MARKS, Mark
from .snippet import Pieces

_COLOURS = {"agree": "36", "differ": "1;31", "only": "34", "unknown": ""}
_TO_ASCII = str.maketrans({"…": "...", "·": "-", "└": "`", "│": "|", "─": "-", "┼": "+"})
_PAINT = re.compile("\x1b\\[[0-9;]*m")
_LONGEST = 20_000

Line = tuple[tuple[str, bool], ...]
"""One drawn line: words, and whether they are marked."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the place the lines go to can show."""

    width: int = 80
    """In columns."""
    color: bool = False
    ascii: bool = False

    @property
    def ellipsis(self) -> str:
        """Return what stands for words cut off."""
        return "..." if self.ascii else "…"

    @property
    def dot(self) -> str:
        """Return what stands between things told in one line."""
        return " - " if self.ascii else " · "

    def words(self, text: str) -> str:
        """Return `text` as one safe line in the characters this place can show."""
        line = clean_line(text, limit=_LONGEST)
        return normal(line).translate(_TO_ASCII) if self.ascii else line

    def sign(self, mark: Mark) -> str:
        """Return the mark's sign, padded to the width all signs have here."""
        return mark.sign(self.ascii).ljust(2 if self.ascii else 1)

    def paint(self, text: str, code: str) -> str:
        """Return `text` in the colour or weight of that SGR code, or as it is where colour is off."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and code and text else text

    def bold(self, text: str) -> str:
        """Return `text` in bold, where that can be shown."""
        return self.paint(text, "1")

    def dim(self, text: str) -> str:
        """Return `text` dimmed, where that can be shown."""
        return self.paint(text, "2")

    def state(self, text: str, state: State) -> str:
        """Return `text` in the colour of a state: an extra to the sign and the word, never instead of them."""
        return self.paint(text, "2" if state is State.SAME_TEXT else _COLOURS[state.family])

    def marked(self, state: State) -> str:
        """Return the sign of a row in its colour."""
        return self.state(self.sign(MARKS[state]), state)

    def draw(self, line: Line) -> str:
        """Return a line with its marked words underlined, where that can be shown."""
        return "".join(self.paint(words, "1;4") if mark else words for words, mark in line)

    def paragraph(self, text: str) -> list[str]:
        """Return `text`, made safe, in lines as wide as the place."""
        return ["".join(words for words, _ in line) for line in self.wrap(((self.words(text), False),), self.width)]

    def joined(self, parts: Iterable[str], indent: str = "") -> Iterator[str]:
        """Yield short parts with dots between them, in lines of at most the width, broken between parts only."""
        line = ""
        for part in parts:
            if line and cell_len(_PAINT.sub("", indent + line + self.dot + part)) > self.width:
                yield indent + line
                line = part
            else:
                line = f"{line}{self.dot}{part}" if line else part
        if line:
            yield indent + line

    def wrap(self, pieces: Pieces, width: int) -> list[Line]:
        """Break pieces into lines of at most `width` columns; without colour the marked words stand in brackets."""
        text, marks = "", ""
        for words, mark in pieces:
            shown = normal(words).translate(_TO_ASCII) if self.ascii else words
            shown = f"[{shown}]" if mark and not self.color else shown
            text += shown
            marks += ("x" if mark else " ") * len(shown)
        return [_runs(text[a:b], marks[a:b]) for a, b in _broken(text, max(width, 4))]


def line_width(line: Line) -> int:
    """Return how many columns a line takes."""
    return sum(cell_len(words) for words, _ in line)


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Return `text` cut to at most `width` columns."""
    if cell_len(text) <= width:
        return text
    room = max(0, width - len(ellipsis))
    while cell_len(text) > room:
        text = text[: max(0, min(len(text) - 1, room))]
    return text.rstrip() + ellipsis[:width]


def pad(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` columns."""
    return text + " " * max(0, width - cell_len(text))


def _runs(text: str, marks: str) -> Line:
    runs: list[tuple[str, bool]] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or marks[i] != marks[start]:
            runs.append((text[start:i], marks[start] == "x"))
            start = i
    return tuple(runs)


def _broken(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of `text`, broken at spaces, or inside a word that fits no line."""
    at = len(text) - len(text.lstrip())
    while at < len(text):
        end = at + _fitting(text[at:], width)
        if end < len(text) and text[end] != " ":
            space = text.rfind(" ", at, end)
            end = space if space > at else end
        yield at, at + len(text[at:end].rstrip())
        at = end + len(text[end:]) - len(text[end:].lstrip())


def _fitting(text: str, width: int) -> int:
    """Return how many characters of `text` fit into `width` columns, at least one."""
    used = 0
    for i, character in enumerate(text[: width * 4]):
        used += cell_len(character)
        if used > width:
            return max(1, i)
    return min(len(text), width * 4)
