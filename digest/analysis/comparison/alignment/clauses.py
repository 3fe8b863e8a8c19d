"""An account's events as bags of what they speak of, so that two of them can be weighed against each other."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....model import Event, Fact, FactKind
from ....text import Token
from ...lexicon.kin import concept
from ...lexicon.units import PERSON, unit_of
from ...prose import Prose
from ...similarity import content

_BREAK = re.compile(r"[;:]|\s-+\s|[\"()]|,\s(?=(?:and|but|while|as|although|despite|where|when)\b)|,\s(?=\w+ing\b)")
_SUBJECT_WEIGHT = 0.7
_NAME_WEIGHT = 1.5
_LIGHT_WEIGHT = 0.4
_NEAR, _NEAREST = 4, 3
_RANKS = frozenset("first second third last next new one two three several".split())
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
    governed: frozenset[str]
    """The classes of the actions in what its verb governs."""
    objects: frozenset[str]
    """The things the verb governs, names left out: what two clauses with other verbs must share."""
    nearest: frozenset[str]
    """The first few of these: what the action is done to."""
    common: frozenset[str]
    """The things that are no names, its subject's among them."""
    groups: frozenset[str]
    """The people close behind its verb who have no name: "employee", "guard"."""
    names: tuple[str, ...]
    """Who and what is named in it or its subject."""
    quoted: bool
    """Inside a quotation: what somebody says, not what happened."""


def clauses(prose: Prose, named: Sequence[tuple[str, ...]], facts: Sequence[Fact]) -> tuple[Clause, ...]:
    """Return the events among the facts, in order, with the subject each of them has or goes on with.

    `named` is who and what each sentence speaks of.
    """
    return tuple(_clauses(prose, named, facts))


def _clauses(prose: Prose, named: Sequence[tuple[str, ...]], facts: Sequence[Fact]) -> Iterator[Clause]:
    sentence, reached, subject = -1, 0, (0, 0)
    said = [fact for fact in facts if fact.kind is FactKind.QUOTE]
    for number, fact in enumerate(facts):
        if not isinstance(fact.value, Event):
            continue
        if fact.sentence != sentence:
            sentence, reached, subject = fact.sentence, prose.sentences[fact.sentence].start, (0, 0)
        at = fact.start + fact.value.head
        last = max((m.end() for m in _BREAK.finditer(prose.plain, reached, at)), default=reached)
        if any(content(token.text) for token in prose.within(fact.sentence, last, at)):
            subject = (last, at)
        elif subject == (0, 0) and last > reached:
            subject = (reached, last)
        quoted = any(q.start <= fact.start and fact.end <= q.end for q in said)
        yield _clause(prose, named[fact.sentence], number, fact, fact.value, subject, quoted=quoted)
        reached = max(reached, fact.end)


@dataclass(slots=True)
class _Terms:
    """What a clause speaks of, word by word."""

    bag: dict[str, float] = field(default_factory=dict)
    governed: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    nearest: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)

    def read(self, plain: str, words: Sequence[Token], *, subject: bool) -> None:
        """Take in the words of a part of `plain`."""
        for token in words:
            if not content(token.text):
                continue
            term, name = concept(token.text), plain[token.start].isupper()
            telling = _LIGHT_WEIGHT if term in _LIGHT else _NAME_WEIGHT if name or token.text[0].isdigit() else 1.0
            self.bag[term] = max(self.bag.get(term, 0.0), telling * (_SUBJECT_WEIGHT if subject else 1.0))
            if term[0] == "@":
                if not subject:
                    self.governed.add(term)
            elif not name and term not in _LIGHT:
                self.common.add(term)
                if not subject:
                    self._object(term, token.text)

    def _object(self, term: str, word: str) -> None:
        self.objects.add(term)
        if len(self.objects) <= _NEAREST and not word[0].isdigit() and word not in _RANKS:
            self.nearest.add(term)
        if len(self.objects) <= _NEAR and unit_of(word) == PERSON and term not in _ANYBODY:
            self.groups.add(term)


def _clause(
    prose: Prose, named: Sequence[str], number: int, fact: Fact, event: Event, subject: tuple[int, int], *, quoted: bool
) -> Clause:
    terms = _Terms()
    at = fact.start + event.head
    terms.read(prose.plain, prose.within(fact.sentence, *subject), subject=True)
    terms.read(prose.plain, prose.within(fact.sentence, at, fact.end), subject=False)
    actions = frozenset(term for term in terms.bag if term[0] == "@") | {f"@{event.predicate}"}
    said = f"{prose.plain[slice(*subject)]} {prose.plain[at : fact.end]}".casefold()
    things = frozenset(terms.bag) - actions - {concept(event.verb)}
    return Clause(
        number,
        terms.bag,
        things,
        actions,
        frozenset(terms.governed),
        things & terms.objects,
        things & terms.nearest,
        things & terms.common,
        frozenset(terms.groups),
        tuple(name for name in named if name in said),
        quoted,
    )


class Rarity(dict[str, float]):
    """How much each concept of two articles tells: ln((n + 1) / (df + 1/2)) over the sentences of both."""

    def __init__(self, one: Prose, other: Prose) -> None:
        super().__init__()
        self._spread = (one.spread, other.spread)
        self._count = len(one.sentences) + len(other.sentences)
        self._lengths: dict[tuple[int, int], float] = {}

    def __missing__(self, term: str) -> float:
        frequency = sum(spread.get(term, 0) for spread in self._spread)
        self[term] = rarity = max(0.1, math.log((self._count + 1) / (frequency + 0.5)))
        return rarity

    def length(self, clause: Clause, side: int) -> float:
        """Return the length of a clause as a vector; `side` is 0 or 1, the article it is of."""
        key = (side, clause.fact)
        if key not in self._lengths:
            self._lengths[key] = math.sqrt(sum((weight * self[term]) ** 2 for term, weight in clause.bag.items()))
        return self._lengths[key]


def likeness(one: Clause, other: Clause, rarity: Rarity) -> float:
    """Return the cosine of a clause of the first article and one of the second, 0 to 1."""
    common = one.bag.keys() & other.bag.keys()
    if not common:
        return 0.0
    dot = sum(one.bag[term] * other.bag[term] * rarity[term] ** 2 for term in common)
    return dot / (rarity.length(one, 0) * rarity.length(other, 1))
