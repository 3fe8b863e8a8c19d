"""The facts of one article: every extractor's spans in reading order, with how much each matters."""

from dataclasses import replace
from datetime import date

from ..model import Fact, FactKind, Quantity, Source
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
    found = [
        *amounts,
        *dates(prose, anchor),
        *said,
        *credited,
        *_telling(_untagged(_outside(events(prose, names), said), credited), amounts),
        *labels(prose, names),
    ]
    return tuple(sorted((_weighed(fact, prose) for fact in found), key=lambda f: (f.start, f.end, f.kind)))


def _outside(found: tuple[Fact, ...], said: tuple[Fact, ...]) -> list[Fact]:
    """Leave out the events that stand inside a quotation: there they are somebody's words, not what happened."""
    return [fact for fact in found if not any(q.start <= fact.start and fact.end <= q.end for q in said)]


def _telling(found: list[Fact], amounts: tuple[Fact, ...]) -> list[Fact]:
    """Leave out the events that say no more than a toll ("killing at least 10 people"): the amount says it."""
    tolls = [f for f in amounts if isinstance(f.value, Quantity) and f.value.role in HUMAN_ROLES]
    kept = []
    for fact in found:
        inside = [toll for toll in tolls if fact.start <= toll.start and toll.end <= fact.end]
        rest = sum(len(toll.text.split()) for toll in inside)
        if not inside or len(fact.text.split()) - rest > _VERB_WORDS:
            kept.append(fact)
    return kept


def _untagged(found: list[Fact], credited: tuple[Fact, ...]) -> list[Fact]:
    """Cut the reporting clause off an event's end: ", the agency reported" is no part of what happened."""
    tags = [fact.start for fact in credited]
    kept = []
    for fact in found:
        if any(tag.start <= fact.start < tag.end for tag in credited):
            continue  # the reporting clause itself
        end = min((at for at in tags if fact.start < at < fact.end), default=fact.end)
        text = fact.text[: end - fact.start].rstrip(" ,-–—")
        if len(text.split()) > 1:
            kept.append(replace(fact, end=fact.start + len(text), text=text))
    return kept


def _weighed(fact: Fact, prose: Prose) -> Fact:
    """Raise what stands in the first three sentences to a key fact."""
    early = fact.sentence < 3 and fact.kind not in (FactKind.ATTRIBUTION, FactKind.LABEL, FactKind.DATE)
    return replace(fact, importance=3) if early else fact
