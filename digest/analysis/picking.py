"""Which columns to show where not all fit: those that differ most, and what then differs with the others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Comparison, Row
from .comparison.answers import answer

_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Facts that differ, but not between the columns shown."""

    facts: int = 0
    outlets: tuple[str, ...] = ()
    """Those outside that state one of them."""


def pick(whole: Comparison, number: int) -> tuple[int, ...]:
    """Return the indexes of `number` sources, in their order: the pair that differs most, then what differs with it.

    What two sources agree on counts a little too: a difference says most between accounts that tell the same. Where
    nothing differs they are the first ones.
    """
    sources = range(len(whole.sources))
    couples = list(combinations(sources, 2))
    apart: Counter[tuple[int, int]] = Counter(pair for row in _of_note(whole) for pair in _pairs(row))
    if not apart or number < 2 or number >= len(sources):
        return tuple(sources[:number])
    shared = Counter(pair for row in whole.rows if row.importance > 1 for pair in combinations(row.present, 2))
    differing = [pair for pair in couples if apart[pair]]
    first = max(differing, key=lambda pair: (apart[pair] + _SHARED * shared[pair], -pair[0], -pair[1]))
    chosen = set(first)
    while len(chosen) < number:
        chosen.add(max(sources, key=lambda i: (i not in chosen, sum(apart[pair] for pair in _with(i, chosen)), -i)))
    return tuple(sorted(chosen))


def elsewhere(whole: Comparison, shown: Sequence[str]) -> Elsewhere:
    """Return what differs in a comparison of all, but between no two of the outlets shown."""
    names = [source.outlet for source in whole.sources]
    facts, outside = 0, dict[str, None]()
    for row in _of_note(whole):
        pairs = _pairs(row)
        if pairs and not any(names[i] in shown and names[j] in shown for i, j in pairs):
            facts += 1
            outside |= dict.fromkeys(names[i] for pair in pairs for i in pair if names[i] not in shown)
    return Elsewhere(facts, tuple(outside))


def _with(source: int, others: Iterable[int]) -> list[tuple[int, int]]:
    return [(min(source, other), max(source, other)) for other in others]


def _of_note(whole: Comparison) -> list[Row]:
    return [row for row in whole.rows if row.state.family == "differ" and row.importance > 1]


def _pairs(row: Row) -> list[tuple[int, int]]:
    """Return the sources that do not say the same of a fact, two and two."""
    return [(i, j) for (i, a), (j, b) in combinations(row.stated, 2) if answer(a) != answer(b)]
