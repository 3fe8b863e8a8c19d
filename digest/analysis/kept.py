"""Findings as bytes to be kept, and the stamp by which they are known to hold still."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from ..model import Attribution, Event, Fact, Grain, Label, Moment, Quantity, Quote, Source, Value
from .dates import Anchor
from .facts import own_anchor
from .findings import Findings
from .version import extractor

_VALUES = (Quantity, Moment, Quote, Event, Attribution, Label)
_FIELDS = {value: tuple(field.name for field in fields(value)) for value in _VALUES}


def stamp(source: Source, anchor: Anchor | None) -> str:
    """Return what findings hang on: the extractor, the text, its language and the day its weekdays count from."""
    own = own_anchor(source) or anchor
    day = f"{own.day}{'?' if own.inferred else ''}" if own else ""
    text = blake2b(source.text.encode("utf8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{extractor()} {source.language} {day} {text}"


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
