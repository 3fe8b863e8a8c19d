"""newsboat's file of subscriptions, `urls`: a feed a line, its tags behind it."""

import re
from pathlib import Path

from ..errors import DocumentError
from ..model import Feed
from ..text import clean_line
from .plaintext import decoded
from .subscriptions import Subscriptions, address, once, tags

_BYTES = 10 * 1024 * 1024
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED = re.compile(r"\\(.)")


def is_newsboat(path: Path) -> bool:
    """Tell by its name whether a file is a list of newsboat's."""
    return path.name == "urls" or path.suffix.lower() == ".urls"


def read_newsboat(path: Path) -> Subscriptions:
    """Return the feeds of a `urls` file; DocumentError if it cannot be read.

    `~Title` is the reader's own name for a feed, other words are tags. Lines that would run a program are refused.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise DocumentError(str(path), "larger than 10 MiB")
        text = decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error)) from error
    feeds: list[Feed] = []
    refused: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            feeds += _feed(line)
        except ValueError as error:
            refused.append(f"line {number}: {error}")
    return Subscriptions(once(feeds), tuple(refused))


def _feed(line: str) -> tuple[Feed, ...]:
    """Return the feed of a line, none for an empty one; ValueError, in words, if it is not to be had."""
    words = [_ESCAPED.sub(r"\1", match[1]) if match[1] is not None else match[2] for match in _WORD.finditer(line)]
    if not words or line.lstrip().startswith("#"):
        return ()
    if words[0].lower().startswith("query:"):
        raise ValueError(f"{clean_line(words[0], 80)}: a search, not a feed")
    names = [word[1:] for word in words[1:] if word.startswith("~")]
    named = [word for word in words[1:] if not word.startswith(("~", "!"))]
    return (Feed(address(words[0]), name=clean_line(names[0], 200) if names else "", tags=tags(named)),)
