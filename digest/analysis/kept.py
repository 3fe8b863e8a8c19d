"""Findings as bytes to be kept, and the stamp by which they are known to hold still."""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from ..model import Attribution, Event, Fact, Grain, Label, Moment, Quantity, Quote, Source, Value
from .dates import Anchor
from .facts import own_anchor
from .findings import Findings

_VALUES = (Quantity, Moment, Quote, Event, Attribution, Label)
_FIELDS = {value: tuple(field.name for field in fields(value)) for value in _VALUES}
_READERS = ("analysis", "text", "model/fact.py")
_NO_READERS = ("stories", "comparison", "picking.py", "sources.py", "origin.py", "similarity.py")
"""What works with findings and finds nothing itself."""


def stamp(source: Source, anchor: Anchor | None) -> str:
    """Return what findings hang on: the extractor, the text, its language and the day its weekdays count from."""
    own = own_anchor(source) or anchor
    day = f"{own.day}{'?' if own.inferred else ''}" if own else ""
    text = blake2b(source.text.encode("utf8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{extractor()} {source.language} {day} {text}"


@cache
def extractor() -> str:
    """Return the name of this extractor: another one wherever the code or a word list that finds facts is another.

    It is worked out, for a number raised by hand is forgotten once, and then old marks pass for new ones.
    """
    root = resources.files(__package__).joinpath("..")
    seen = blake2b(digest_size=6)
    for part in _READERS:
        for name, content in _files(root.joinpath(part), part):
            seen.update(name.encode() + content)
    return seen.hexdigest()


def _files(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield name, place.read_bytes()
        return
    for inner in sorted(place.iterdir(), key=lambda one: one.name):
        if inner.name not in _NO_READERS and (inner.is_dir() or inner.name.endswith((".py", ".toml"))):
            yield from _files(inner, f"{name}/{inner.name}")


def encode(found: Findings) -> bytes:
    """Return findings as bytes that `decode` reads with the text at hand."""
    shape = (
        [_fact(fact) for fact in found.facts],
        found.named,
        found.persons,
        sorted(found.figures),
        sorted(found.background),
    )
    return zlib.compress(json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def decode(data: bytes, text: str) -> Findings:
    """Return the findings of `text` that `encode` wrote; what they hang on must be the same."""
    facts, named, persons, figures, background = json.loads(zlib.decompress(data))
    return Findings(
        tuple(_restored(parts, text) for parts in facts),
        tuple(map(tuple, named)),
        tuple(map(tuple, persons)),
        frozenset((low, high) for low, high in figures),
        frozenset(background),
    )


def _fact(fact: Fact) -> list[object]:
    kind = type(fact.value)
    value = [getattr(fact.value, name) for name in _FIELDS[kind]]
    return [fact.start, fact.end, fact.sentence, fact.importance, _VALUES.index(kind), *value]


def _restored(parts: list[Any], text: str) -> Fact:
    start, end, sentence, importance, kind, *value = parts
    make: Callable[..., Value] = _VALUES[kind]
    made = make(*(tuple(part) if type(part) is list else part for part in value))
    if isinstance(made, Moment):
        made = Moment(made.iso, Grain(made.grain), made.inferred)
    return Fact(start, end, text[start:end], made, sentence, importance)
