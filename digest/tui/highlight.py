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
    """Return the style of a state's words: lighter than the mark's, and quiet where it cannot be told."""
    return state_style(state, colour=colour).replace("bold $", "$") or QUIET


def flat(text: str) -> str:
    """Return `text` in one line, as long as before, so that spans stay valid.

    Texts were cleaned when they came in. Should a character that steers a terminal or turns the direction of writing
    have slipped through all the same, it is a space here, as breaks and tabs are.
    """
    return text.translate(_FLAT)


_STEERING = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_FLAT = dict.fromkeys(_STEERING, " ")


def highlight(text: str, marks: Iterable[tuple[int, int, str]]) -> Content:
    """Style each marked span (start, end, style); a span within another is drawn over it."""
    content = Content(flat(text))
    for start, end, style in sorted(marks, key=lambda mark: (mark[0] - mark[1], mark[0])):
        if style and start < end:
            content = content.stylize(style, max(0, start), min(len(text), end))
    return content
