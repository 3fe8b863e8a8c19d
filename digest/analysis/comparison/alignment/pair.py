"""Two accounts side by side with what the rules ask of them: alike sentences, shared runs, who is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from ....model import Fact, FactKind, Source
from ...dates import Anchor
from ...facts import READABLE
from ...findings import Finder, Findings
from ...names.people import same
from ...origin import SharedRun
from ...prose import Prose, read
from ...similarity import Matrix
from .clauses import Clause, Rarity, clauses

_NEAR_PLACE = 30
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Account:
    """A source with what was read from it."""

    source: Source
    prose: Prose
    facts: tuple[Fact, ...]
    clauses: tuple[Clause, ...]
    """Its events, as bags of what they speak of."""
    named: tuple[tuple[str, ...], ...]
    """Who and what each sentence speaks of: `cast`."""
    persons: tuple[tuple[str, ...], ...]
    """The persons each sentence names."""
    figures: frozenset[tuple[float, float]]
    """Every exact number that stands in the report, whatever it counts."""
    background: frozenset[int]
    """The sentences that speak of another time: a stated day, month or year well before the news."""
    kinds: Mapping[FactKind, tuple[tuple[int, Fact], ...]]
    """The facts of each kind with their numbers."""

    @property
    def spoken(self) -> frozenset[int]:
        """Return the numbers of the events inside quotations: alone they are no facts."""
        return frozenset(clause.fact for clause in self.clauses if clause.quoted)

    @property
    def readable(self) -> bool:
        """Tell whether a fact's absence from it means anything: full text, read to its end, in a language we read."""
        return not (self.source.excerpt or self.source.cut) and self.source.language in READABLE


def account(source: Source, anchor: Anchor | None, finder: Finder) -> Account:
    """Lay out a source with its findings; `anchor` is the story's day, for a source that has none of its own."""
    return _laid_out(source, finder(source, anchor))


@lru_cache(maxsize=64)
def _laid_out(source: Source, found: Findings) -> Account:
    prose = read(source.text)
    told = clauses(prose, found.named, found.facts)
    kinds = {kind: tuple((i, f) for i, f in enumerate(found.facts) if f.kind is kind) for kind in FactKind}
    return Account(source, prose, found.facts, told, found.named, found.persons, found.figures, found.background, kinds)


def story_anchor(sources: tuple[Source, ...]) -> Anchor | None:
    """Return the latest day on which a source of the story was published, marked as inferred."""
    days = [date(s.published.year, s.published.month, s.published.day) for s in sources if s.published]
    return Anchor(max(days), inferred=True) if days else None


@dataclass(frozen=True)
class Pair:
    """Two accounts with the cosines of their sentences and their shared runs."""

    a: Account
    b: Account
    cosine: Matrix
    runs: tuple[SharedRun, ...]
    _covered: dict[tuple[int, int, int], tuple[int, ...]] = field(default_factory=dict)

    def alike(self, x: Fact, y: Fact) -> float:
        """Return how alike the sentences of the two facts are, 0 to 1."""
        return float(self.cosine[x.sentence, y.sentence])

    def shared(self, x: Fact, y: Fact) -> bool:
        """Tell whether the two facts are the same place of one shared run of words."""
        left = self._covering(0, x)
        return bool(left) and any(
            number in left and abs((x.start - run.a_start) - (y.start - run.b_start)) < _NEAR_PLACE
            for number in self._covering(1, y)
            for run in (self.runs[number],)
        )

    def _covering(self, side: int, fact: Fact) -> tuple[int, ...]:
        """Return the numbers of the runs that cover most of a fact of account 0 or 1."""
        key = (side, fact.start, fact.end)
        if key not in self._covered:
            start, end, size = fact.start, fact.end, max(1, fact.end - fact.start)
            self._covered[key] = tuple(
                number
                for number, (first, last) in enumerate(self._places[side])
                if first < end and start < last and (min(end, last) - max(start, first)) / size >= _MOST
            )
        return self._covered[key]

    @cached_property
    def _places(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Where the runs stand in account 0 and in account 1."""
        return tuple((r.a_start, r.a_end) for r in self.runs), tuple((r.b_start, r.b_end) for r in self.runs)

    def estranged(self, x: Fact, y: Fact) -> bool:
        """Tell whether each side's sentence names somebody or something the other's lacks: two events of one kind."""
        of_one, of_other = self.a.named[x.sentence], self.b.named[y.sentence]
        return _lacks(of_one, of_other) and _lacks(of_other, of_one)

    def other_people(self, x: Fact, y: Fact) -> bool:
        """Tell whether each side's sentence names a person the other's lacks; places and bodies are not asked."""
        of_one, of_other = self.a.persons[x.sentence], self.b.persons[y.sentence]
        return _lacks(of_one, of_other) and _lacks(of_other, of_one)

    def lacking(self, one: tuple[str, ...], other: tuple[str, ...], x: Fact, y: Fact) -> bool:
        """Tell whether each of two clauses names somebody or something that the other's sentence lacks."""
        return _lacks(one, self.b.named[y.sentence]) and _lacks(other, self.a.named[x.sentence])

    def other_actors(self, one: tuple[str, ...], other: tuple[str, ...], x: Fact, y: Fact) -> bool:
        """Tell whether each of two clauses names a person whom the other's sentence lacks."""
        left = tuple(name for name in one if name in self.a.persons[x.sentence])
        right = tuple(name for name in other if name in self.b.persons[y.sentence])
        return self.lacking(left, right, x, y)

    @cached_property
    def rarity(self) -> Rarity:
        """Return how much each concept of the two accounts tells."""
        return Rarity(self.a.prose, self.b.prose)

    @cached_property
    def kin(self) -> float:
        """Return the share of the shorter list of names that the two accounts have in common, 0 to 1."""
        left = {name for sentence in self.a.named for name in sentence}
        right = {name for sentence in self.b.named for name in sentence}
        fewer, more = sorted((left, right), key=len)
        return sum(any(same(one, other) for other in more) for one in fewer) / len(fewer) if fewer else 0.0

    def elsewhen(self, x: Fact, y: Fact) -> bool:
        """Tell whether one sentence speaks of the news and the other of something before it."""
        return (x.sentence in self.a.background) != (y.sentence in self.b.background)

    def acquainted(self, x: Fact, y: Fact) -> bool:
        """Tell whether the two sentences name somebody or something in common."""
        return any(same(one, other) for one in self.a.named[x.sentence] for other in self.b.named[y.sentence])


def _lacks(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether one of the names is not among the others."""
    return any(one not in others and not any(_akin(one, other) for other in others) for one in names)


def _akin(one: str, other: str) -> bool:
    """Tell whether one of two names may be short for the other: "ruiz" and "abel ruiz"."""
    return same(one, other) or one.endswith(f" {other}") or other.endswith(f" {one}")
