"""What is said in the place of the stories when there are none: how to begin, or what is wrong."""

from textual.content import Content

from .lines import one_line, wrap

_WAYS = (
    ("digest demo", "try it on sample articles"),
    ("digest import seeds/feeds.opml", "subscribe to a few public feeds, or to your own OPML file"),
    ("digest add URL", "subscribe to one feed"),
    ("digest ingest", "then take in what the feeds have"),
    ("digest import FILE", "or take in articles you have as files"),
)

_ROOM = 32
"""Columns for the command."""


def welcome(width: int, trouble: str = "") -> Content:
    """Return the words, wrapped to the width."""
    width = max(24, min(width, 76) - 4)
    lines = _trouble(trouble, width) if trouble else _ways(width)
    return Content("\n").join(Content("  ") + line for line in lines)


def _trouble(words: str, width: int) -> list[Content]:
    return [Content.styled("The stories cannot be shown.", "bold"), Content(""), *wrap(one_line(words), width)]


def _ways(width: int) -> list[Content]:
    about = "digest groups what the outlets report into stories and lays their accounts side by side."
    lines = [
        Content.styled("Nothing here yet.", "bold"),
        Content(""),
        *wrap(Content(about), width),
        Content(""),
        *wrap(Content.styled("To begin, leave with q and type one of these:", "$quiet"), width),
        Content(""),
    ]
    for command, words in _WAYS:
        if width < _ROOM + 24:
            lines += [
                Content.styled(command, "$accent"),
                *(Content("  ") + line for line in wrap(Content(words), width - 2)),
            ]
            continue
        first, *others = wrap(Content(words), width - _ROOM)
        lines.append(Content.styled(command.ljust(_ROOM), "$accent") + first)
        lines.extend(Content(" " * _ROOM) + line for line in others)
    return lines
