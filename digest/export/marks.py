"""The marks of a comparison: one table from state to symbol, ASCII stand-in and word, for every front end."""

from dataclasses import dataclass

from ..model import Cell, State


@dataclass(frozen=True, slots=True)
class Mark:
    """How one state is shown: always a symbol and a word, so that colour is never needed."""

    symbol: str
    """One column wide."""
    ascii: str
    """At most two columns wide."""
    word: str

    def sign(self, ascii_only: bool = False) -> str:
        """Return the symbol, or its ASCII stand-in."""
        return self.ascii if ascii_only else self.symbol


_DIFFERS = Mark("≠", "!=", "differs")

MARKS: dict[State, Mark] = {
    State.SAME_TEXT: Mark("≡", "==", "same text"),
    State.REWORDED: Mark("≈", "~=", "agree"),
    State.PARTIAL: Mark("⊂", "<=", "agree in part"),
    State.DIFFER_VALUE: _DIFFERS,
    State.DIFFER_DATE: _DIFFERS,
    State.DIFFER_STATUS: _DIFFERS,
    State.DIFFER_ATTRIBUTION: _DIFFERS,
    State.DIFFER_WORDING: _DIFFERS,
    State.ONLY: Mark("+", "+", "only here"),
    State.UNKNOWN: Mark("?", "?", "cannot tell"),
}
"""What stands before a row, and before the words of a source that states the fact."""

CELL_MARKS: dict[Cell, Mark] = {
    Cell.ABSENT: Mark("·", ".", "not in this text"),
    Cell.UNKNOWN: Mark("?", "?", "cannot tell"),
}
"""What stands in the place of a source that does not state the fact."""

CANNOT_TELL = "only a summary, or another language, or another full text has something like it: digest does not guess"
"""What the sign for "cannot tell" means."""
