"""What is said in the place of the stories when there are none: how to begin, or what is wrong."""

from textual.content import Content

from .lines import one_line, wrap

_WAYS = (
    ("digest demo", "try it on sample articles"),
    ("digest add URL", "follow a feed, then digest ingest"),
    ("digest import FILE", "take in articles you have as files"),
)


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
        first, *others = wrap(Content(words), width - 20)
        lines.append(Content.styled(command.ljust(20), "$accent") + first)
        lines.extend(Content(" " * 20) + line for line in others)
    return lines
