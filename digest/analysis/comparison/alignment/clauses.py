"""An account's events as bags of what they speak of, so that two of them can be weighed against each other."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....model import Event, Fact
from ....text import tokens
from ...lexicon.kin import concept
from ...lexicon.units import PERSON, unit_of
from ...prose import Prose
from ...similarity import content

_BREAK = re.compile(r"[;:]|\s-+\s|[\"()]|,\s(?=(?:and|but|while|as|although|despite|where|when)\b)|,\s(?=\w+ing\b)")
_SUBJECT_WEIGHT = 0.7
_NAME_WEIGHT = 1.5
_LIGHT_WEIGHT = 0.4
_NEAR = 4
_ANYBODY = frozenset(concept(word) for word in "people person man woman other others victim dead missing".split())
_LIGHT = frozenset("make take go come get give have put hold set run use become keep follow begin continue".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """One event of an account: `fact` is its number there."""

    fact: int
    bag: dict[str, float]
    """Concepts with their weight: what the verb governs counts in full, the subject less, names more."""
    things: frozenset[str]
    """The concepts that are no actions."""
    actions: frozenset[str]
    """The classes of the actions it names, its verb's among them."""
    objects: frozenset[str]
    """The things the verb governs, names left out: what two clauses with other verbs must share."""
    common: frozenset[str]
    """The things that are no names, its subject's among them."""
    groups: frozenset[str]
    """The people close behind its verb who have no name: "employee", "guard"."""
    names: tuple[str, ...]
    """Who and what is named in it or its subject."""


def clauses(prose: Prose, named: Sequence[tuple[str, ...]], facts: Sequence[Fact]) -> tuple[Clause, ...]:
    """Return the events among the facts, in order, with the subject each of them has or goes on with.

    `named` is who and what each sentence speaks of.
    """
    return tuple(_clauses(prose, named, facts))


def _clauses(prose: Prose, named: Sequence[tuple[str, ...]], facts: Sequence[Fact]) -> Iterator[Clause]:
    sentence, reached, subject = -1, 0, (0, 0)
    for number, fact in enumerate(facts):
        if not isinstance(fact.value, Event):
            continue
        if fact.sentence != sentence:
            sentence, reached, subject = fact.sentence, prose.sentences[fact.sentence].start, (0, 0)
        last = max((m.end() for m in _BREAK.finditer(prose.plain, reached, fact.start)), default=reached)
        if _says(prose, last, fact.start):
            subject = (last, fact.start)
        elif subject == (0, 0) and last > reached:
            subject = (reached, last)
        yield _clause(prose, named[fact.sentence], number, fact, fact.value, subject)
        reached = max(reached, fact.end)


def _says(prose: Prose, start: int, end: int) -> bool:
    return any(content(token.text) for token in tokens(prose.plain[start:end]))


def _clause(
    prose: Prose, named: tuple[str, ...], number: int, fact: Fact, event: Event, subject: tuple[int, int]
) -> Clause:
    bag: dict[str, float] = {}
    objects, common, groups = set[str](), set[str](), set[str]()
    for (start, end), worth in ((subject, _SUBJECT_WEIGHT), ((fact.start, fact.end), 1.0)):
        for token in tokens(prose.plain[start:end]):
            if content(token.text):
                term = concept(token.text)
                name = prose.plain[start + token.start].isupper()
                telling = _NAME_WEIGHT if name or token.text[0].isdigit() else 1.0
                bag[term] = max(bag.get(term, 0.0), worth * (_LIGHT_WEIGHT if term in _LIGHT else telling))
                if not name and term[0] != "@" and term not in _LIGHT:
                    common.add(term)
                    if worth == 1.0:
                        objects.add(term)
                        if len(objects) <= _NEAR and unit_of(token.text) == PERSON and term not in _ANYBODY:
                            groups.add(term)
    actions = frozenset(term for term in bag if term[0] == "@") | {f"@{event.predicate}"}
    said = f"{prose.plain[slice(*subject)]} {prose.plain[fact.start : fact.end]}".casefold()
    things = frozenset(bag) - actions - {concept(event.verb)}
    return Clause(
        number,
        bag,
        things,
        actions,
        frozenset(objects) & things,
        frozenset(common) & things,
        frozenset(groups),
        tuple(name for name in named if name in said),
    )


def rarities(one: Prose, other: Prose) -> dict[str, float]:
    """Return how much each concept of two articles tells: ln((n + 1) / (df + 1/2)) over the sentences of both."""
    frequency = Counter(term for prose in (one, other) for terms in prose.concepts for term in terms)
    count = len(one.sentences) + len(other.sentences)
    return {term: max(0.1, math.log((count + 1) / (df + 0.5))) for term, df in frequency.items()}


def likeness(one: Clause, other: Clause, rarity: dict[str, float]) -> float:
    """Return the cosine of two clauses, 0 to 1."""
    common = one.bag.keys() & other.bag.keys()
    if not common:
        return 0.0
    dot = sum(one.bag[term] * other.bag[term] * rarity.get(term, 1.0) ** 2 for term in common)
    return dot / (_length(one.bag, rarity) * _length(other.bag, rarity))


def _length(bag: dict[str, float], rarity: dict[str, float]) -> float:
    return math.sqrt(sum((weight * rarity.get(term, 1.0)) ** 2 for term, weight in bag.items()))
