"""What an empty database says instead of nothing: how to begin."""

from textual.content import Content

from .glyphs import Glyphs
from .lines import wrap

_WAYS = (
    ("digest demo", "try it on sample articles"),
    ("digest add URL", "follow a feed, then digest ingest"),
    ("digest import FILE", "take in articles you have as files"),
)


def welcome(width: int, glyphs: Glyphs) -> Content:
    """Return the welcome, wrapped to the width."""
    width = max(10, min(width, 72) - 4)
    lines = [
        Content.styled("Nothing here yet.", "bold"),
        Content(""),
        *wrap(
            Content("digest groups what the outlets report into stories and lays their accounts side by side."), width
        ),
        Content(""),
        Content.styled("To begin, leave with q and type one of these:", "$quiet"),
        Content(""),
    ]
    for command, words in _WAYS:
        lines.extend(
            Content.assemble((f"{command if i == 0 else '':<20}", "$accent"), line)
            for i, line in enumerate(wrap(Content(words), width - 20))
        )
    return Content("\n").join(Content("  ") + line for line in lines)
