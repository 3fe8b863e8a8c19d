"""What one reading of a text finds: its facts, and what comparing them with another's asks of each sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from ..model import Fact, Moment, Source
from .abroad import facts_abroad
from .amounts.numbers import numbers
from .dates import Anchor
from .facts import READABLE, facts_of, own_anchor
from .lexicon.abroad import LANGUAGES
from .names.cast import cast
from .names.people import People, key, people
from .prose import Prose, read

_GOES_ON = re.compile(r"\W*(?:It|They|He|She|That|This)\b")
_BACKGROUND = timedelta(days=21)


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """All that comparing asks of a text beside its words: costly to find, cheap to keep.

    Each is only equal to itself: to hold two against each other would mean to read them through.
    """

    facts: tuple[Fact, ...]
    named: tuple[tuple[str, ...], ...]
    """Who and what each sentence speaks of: `cast`."""
    persons: tuple[tuple[str, ...], ...]
    """The persons each sentence names."""
    figures: frozenset[tuple[float, float]]
    """Every exact number that stands in the report, whatever it counts."""
    background: frozenset[int]
    """The sentences that speak of another time: a stated day, month or year well before the news."""


Finder = Callable[[Source, Anchor | None], Findings]
"""Where findings come from: `find`, or a place where they are kept."""


@lru_cache(maxsize=64)
def find(source: Source, anchor: Anchor | None) -> Findings:
    """Read a source; `anchor` is the story's day, for a source that has none of its own."""
    prose, names = read(source.text), people(source.text)
    own = own_anchor(source) or anchor
    facts = facts_of(prose, names, own) if source.language in READABLE else _abroad(prose, names, own, source.language)
    return Findings(
        facts,
        cast(prose, names),
        tuple(_persons(names, where.start, where.end) for where in prose.sentences),
        _figures(prose),
        frozenset(_background(prose, facts, own)),
    )


def _abroad(prose: Prose, names: People, anchor: Anchor | None, language: str) -> tuple[Fact, ...]:
    return facts_abroad(prose, names, anchor, language) if language in LANGUAGES else ()


def _persons(names: People, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(mention) for mention in names.within(start, end) if mention.person))


def _figures(prose: Prose) -> frozenset[tuple[float, float]]:
    found = (number for where in prose.sentences for number in numbers(prose.plain, where.start, where.end))
    return frozenset((number.low, number.high) for number in found if number.form in ("count", "share"))


def _background(prose: Prose, facts: tuple[Fact, ...], anchor: Anchor | None) -> Iterator[int]:
    """Yield the sentences dated well before the news, and those that go on about them: "It killed 612 people"."""
    dated = {fact.sentence for fact in facts if isinstance(fact.value, Moment)}
    earlier = set(_dated_earlier(facts, anchor))
    for index in range(len(prose.sentences)):
        if index - 1 in earlier and index not in dated and _GOES_ON.match(prose.sentence(index)):
            earlier.add(index)
    yield from earlier


def _dated_earlier(facts: tuple[Fact, ...], anchor: Anchor | None) -> Iterator[int]:
    if anchor is None:
        return
    limit = (anchor.day - _BACKGROUND).isoformat()
    for fact in facts:
        if (
            isinstance(fact.value, Moment)
            and not fact.text.lower().startswith("since ")  # "the highest since 2004" is news
            and fact.value.iso[:2].isdigit()
            and fact.value.iso < limit[: len(fact.value.iso)]
        ):
            yield fact.sentence
