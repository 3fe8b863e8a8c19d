"""Where in a query something is wrong: the query on one line, the place marked below it."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from ..errors import QueryError

_AROUND = 60
"""The most characters of a query shown before and after the place."""


def pointed(error: QueryError) -> Iterator[str]:
    """Yield the part of the query around the place, and carets below the place."""
    first = max(0, error.start - _AROUND)
    before = "".join(map(_shown, error.query[first : error.start]))
    there = "".join(map(_shown, error.query[error.start : min(error.end, error.start + _AROUND)]))
    after = "".join(map(_shown, error.query[error.end : error.end + _AROUND]))
    yield f"  {before}{there}{after}"
    yield f"  {' ' * _width(before)}{'^' * max(1, _width(there))}"


def _shown(character: str) -> str:
    """Return a character that moves the cursor by what `_width` says: control characters as a question mark."""
    return character if character.isprintable() else " " if character.isspace() else "?"


def _width(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
