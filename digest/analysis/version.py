"""Which code and word lists speak: the names by which what they worked out earlier is known to hold still.

The names are worked out, for a number raised by hand is forgotten once, and then old marks pass for new ones.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

_READERS = ("analysis", "text", "model/fact.py")
_COMPARERS = frozenset({"comparison", "news.py", "picking.py", "sources.py", "origin.py", "similarity.py"})
"""What works with facts and finds none itself."""
_OF_STORIES = frozenset({"stories"})


@cache
def extractor() -> str:
    """Return the name of what finds facts: another one wherever its code or a word list is another."""
    return _named(_COMPARERS | _OF_STORIES)


@cache
def rules() -> str:
    """Return the name of what finds facts and compares them."""
    return _named(_OF_STORIES)


def _named(left_out: frozenset[str]) -> str:
    root = resources.files(__package__).joinpath("..")
    seen = blake2b(digest_size=6)
    for part in _READERS:
        for name, content in _files(root.joinpath(part), part, left_out):
            seen.update(name.encode() + content)
    return seen.hexdigest()


def _files(place: Traversable, name: str, left_out: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield name, place.read_bytes()
        return
    for inner in sorted(place.iterdir(), key=lambda one: one.name):
        if inner.name not in left_out and (inner.is_dir() or inner.name.endswith((".py", ".toml"))):
            yield from _files(inner, f"{name}/{inner.name}", left_out)
