"""The facts of one article: every extractor's spans in reading order, with how much each matters."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ..model import Event, Fact, FactKind, Quantity, Source
from ..text import noise
from .amounts.quantities import quantities
from .dates import Anchor, dates
from .events import events
from .labels import labels
from .lexicon.units import HUMAN_ROLES
from .names.people import People, people
from .prose import Prose, read
from .speech.attribution import attributions
from .speech.quotes import quotes

_VERB_WORDS = 2
_SAYING = frozenset("tell ask say speak call describe".split())

READABLE = frozenset({"", "en"})
"""The languages whose facts are read; "" is unknown and taken for English."""


def extract(source: Source, anchor: Anchor | None = None) -> tuple[Fact, ...]:
    """Return the facts of one source in order of place; none where we cannot read its language.

    `anchor` is the day to count weekdays from where the source itself has no date.
    """
    if source.language not in READABLE:
        return ()
    prose = read(source.text)
    return facts_of(prose, people(source.text), own_anchor(source) or anchor)


def own_anchor(source: Source) -> Anchor | None:
    """Return the day the source was published, if it says so."""
    if source.published is None:
        return None
    return Anchor(date(source.published.year, source.published.month, source.published.day), source.published_inferred)


def facts_of(prose: Prose, names: People, anchor: Anchor | None) -> tuple[Fact, ...]:
    """Return the facts of a text that is already read."""
    left_out = noise(prose.text)
    said = quotes(prose.text, prose.sentences, left_out, names)
    amounts = quantities(prose)
    credited = attributions(prose.text, prose.sentences, left_out, names)
    told = _telling(_untagged(list(events(prose, names)), credited), amounts)
    quoted = {fact for fact in told if _is_inside(fact, said)}
    found = [*amounts, *dates(prose, anchor), *said, *credited, *told, *labels(prose, names)]
    weighed = (_spoken(fact) if fact in quoted else _weighed(fact, prose) for fact in found)
    return tuple(sorted(weighed, key=lambda f: (f.start, f.end, f.kind)))


def _is_inside(fact: Fact, said: Sequence[Fact]) -> bool:
    """Tell whether a fact stands inside one of the quotations, which are in order."""
    last = bisect_right(said, fact.start, key=lambda quote: quote.start) - 1
    return last >= 0 and fact.end <= said[last].end


def _by_sentence(found: Iterable[Fact]) -> Mapping[int, Sequence[Fact]]:
    parted: dict[int, list[Fact]] = defaultdict(list)
    for fact in found:
        parted[fact.sentence].append(fact)
    return parted


def _spoken(fact: Fact) -> Fact:
    """Weigh an event inside a quotation least: there it is somebody's words, not what happened."""
    return replace(fact, importance=1)


def _untagged(found: list[Fact], credited: tuple[Fact, ...]) -> list[Fact]:
    """Cut reporting clauses off events: ", the agency reported" is no part of what happened."""
    kept, tagged = [], _by_sentence(credited)
    for fact in found:
        at, tags = _verb(fact), tagged.get(fact.sentence, ())
        if _says(fact) and any(tag.start <= at < tag.end for tag in tags):
            continue  # the reporting clause itself
        start = at if any(tag.start < at and fact.start < tag.end for tag in tags) else fact.start
        end = min((tag.start for tag in tags if at < tag.start < fact.end), default=fact.end)
        text = fact.text[start - fact.start : end - fact.start].rstrip(" ,-–—")
        if len(text[at - start :].split()) > 1:
            kept.append(_cut(fact, start, text))
    return kept


def _says(fact: Fact) -> bool:
    """Tell whether the verb does no more than report; to put a number at something or to deny it is an event too."""
    return isinstance(fact.value, Event) and fact.value.verb in _SAYING


def _cut(fact: Fact, start: int, text: str) -> Fact:
    assert isinstance(fact.value, Event)
    value = replace(fact.value, head=_verb(fact) - start)
    return replace(fact, start=start, end=start + len(text), text=text, value=value)


def _verb(fact: Fact) -> int:
    return fact.start + (fact.value.head if isinstance(fact.value, Event) else 0)


def _telling(found: list[Fact], amounts: tuple[Fact, ...]) -> list[Fact]:
    """Leave out the events that say no more than a toll ("killing at least 10 people"): the amount says it."""
    tolls = _by_sentence(f for f in amounts if isinstance(f.value, Quantity) and f.value.role in HUMAN_ROLES)
    kept = []
    for fact in found:
        inside = [toll for toll in tolls.get(fact.sentence, ()) if fact.start <= toll.start and toll.end <= fact.end]
        rest = sum(len(toll.text.split()) for toll in inside)
        if not inside or len(fact.text.split()) - rest > _VERB_WORDS:
            kept.append(fact)
    return kept


def _weighed(fact: Fact, prose: Prose) -> Fact:
    """Raise what stands in the first three sentences to a key fact."""
    early = fact.sentence < 3 and fact.kind not in (FactKind.ATTRIBUTION, FactKind.LABEL, FactKind.DATE)
    return replace(fact, importance=3) if early else fact
