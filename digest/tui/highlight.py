"""From states and spans to styled text; `Content` never reads markup in what it is given."""

from collections.abc import Iterable

from textual.content import Content

from ..model import State

QUIET = "$quiet"
STRONG = "bold"
ACCENT = "bold $accent"
LINE = "$line"

_STYLES = {
    State.SAME_TEXT: "$fact-same",
    State.REWORDED: "$fact-agree",
    State.PARTIAL: "italic $fact-agree",
    State.ONLY: "$fact-only",
    State.UNKNOWN: "",
}
# Without colour the letters themselves must differ.
_COLOURLESS = {
    State.SAME_TEXT: "",
    State.REWORDED: "italic",
    State.PARTIAL: "italic",
    State.ONLY: "underline",
    State.UNKNOWN: "",
}


def state_style(state: State, *, colour: bool = True) -> str:
    """Return the style of a state's mark and words."""
    if state.family == "differ":
        return "bold $fact-differ" if colour else "bold"
    return (_STYLES if colour else _COLOURLESS)[state]


def words_style(state: State, *, colour: bool = True) -> str:
    """Return the style of a state's words: those that cannot tell are quiet."""
    return state_style(state, colour=colour) or QUIET


def flat(text: str) -> str:
    """Return `text` with every break and tab as one space: as long as before, so spans stay valid."""
    return text.translate(_FLAT)


_FLAT = str.maketrans("\n\t\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)


def highlight(text: str, marks: Iterable[tuple[int, int, str]]) -> Content:
    """Style each marked span (start, end, style); a span within another is drawn over it."""
    content = Content(flat(text))
    for start, end, style in sorted(marks, key=lambda mark: (mark[0] - mark[1], mark[0])):
        if style and start < end:
            content = content.stylize(style, max(0, start), min(len(text), end))
    return content
