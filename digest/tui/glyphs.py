"""The signs the screens draw with, in Unicode and in ASCII."""

import locale
from dataclasses import dataclass

from ..export.marks import CELL_MARKS, MARKS
from ..model import Cell, State


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs; the widths of both sets are the same everywhere but in marks (`mark_width`)."""

    ascii: bool = False
    cursor: str = "▌"
    unread: str = "●"
    starred: str = "★"
    vertical: str = "│"
    horizontal: str = "─"
    dot: str = "·"
    ellipsis: str = "…"
    corner: str = "└"
    enter: str = "↵"
    differ: str = "≠"
    folded: str = "▸"
    unfolded: str = "▾"
    failed: str = "!"
    sparks: str = "▁▂▃▄▅▆▇█"

    @property
    def mark_width(self) -> int:
        """Return the columns a mark takes."""
        return 2 if self.ascii else 1

    def words(self, text: str) -> str:
        """Return words of ours with the signs of this set: a row's words may be cut with an ellipsis."""
        return text.replace("…", "...") if self.ascii else text

    def mark(self, state: State) -> str:
        """Return the sign of a state, `mark_width` wide."""
        return MARKS[state].sign(self.ascii).ljust(self.mark_width)

    def cell(self, cell: Cell) -> str:
        """Return the sign for a source without the fact, `mark_width` wide."""
        return CELL_MARKS[cell].sign(self.ascii).ljust(self.mark_width)


UNICODE = Glyphs()
ASCII = Glyphs(
    ascii=True,
    cursor=">",
    unread="*",
    starred="+",
    vertical="|",
    horizontal="-",
    dot="-",
    ellipsis="~",
    corner="`-",
    enter="Enter",
    differ="!=",
    folded="+",
    unfolded="-",
    sparks="_.-=#",
)


def choose(ascii_only: bool) -> Glyphs:
    """Return the ASCII set where it is asked for or the locale cannot write more."""
    encoding = locale.getpreferredencoding(False).lower().replace("-", "")
    return ASCII if ascii_only or not encoding.startswith("utf") else UNICODE
