"""Amounts that stand inside two clauses of one event: they answer one question, whatever their sentences look like."""

from collections.abc import Iterable, Iterator

from ....model import Fact, FactKind, Quantity, State
from .events import Told
from .link import Link
from .opposition import days_exclude
from .pair import Account, Pair
from .quantities import is_part
from .values import Relation, relation

_WORTH = 0.5
_SCALES = frozenset({"time", "place", "record"})
"""What is counted along: told of one event twice, it need not be one count."""


def amounts_within(pair: Pair, told: Told, known: Iterable[Link]) -> list[Link]:
    """Return further links between amounts in clauses that tell one event: equal ones, and ones that differ.

    The latter only where the clauses are alike but for them, each with one amount of that unit, and no other amount of
    the other account answers either.
    """
    known = list(known)
    taken_a, taken_b = {link.a for link in known}, {link.b for link in known}
    links = []
    for link in told.links:
        x, y = pair.a.facts[link.a], pair.b.facts[link.b]
        for i, j, how in _couples(pair, x, y):
            if i not in taken_a and j not in taken_b and how is not Relation.APART:
                state = State.REWORDED if how is Relation.SAME else State.PARTIAL
                links.append(Link(i, j, state, _WORTH, f"in clauses that tell one event: {link.why}"))
    for match in told.opposed:
        x, y = pair.a.facts[match.a], pair.b.facts[match.b]
        if days_exclude(pair, x, y) or pair.elsewhen(x, y):
            continue
        for i, j, how in _couples(pair, x, y):
            if i not in taken_a and j not in taken_b and how is Relation.APART and _answers(pair, i, j):
                links.append(Link(i, j, State.DIFFER_VALUE, _WORTH, f"in clauses alike but for it: {match.why}"))
    return links


def _couples(pair: Pair, x: Fact, y: Fact) -> Iterator[tuple[int, int, Relation]]:
    """Yield the amounts of one unit inside two clauses, where each has but one of it."""
    left, right = list(_inside(pair.a, x)), list(_inside(pair.b, y))
    for i, one in left:
        for j, other in right:
            alone = _alone(one, left) and _alone(other, right)
            if one.unit not in _SCALES and alone and (how := relation(one, other)) is not None:
                yield i, j, how


def _inside(account: Account, fact: Fact) -> Iterator[tuple[int, Quantity]]:
    for number, other in account.kinds[FactKind.QUANTITY]:
        if fact.start <= other.start and other.end <= fact.end:
            assert isinstance(other.value, Quantity)
            yield number, other.value


def _alone(value: Quantity, among: Iterable[tuple[int, Quantity]]) -> bool:
    return sum(other.unit == value.unit for _, other in among) == 1


def _answers(pair: Pair, i: int, j: int) -> bool:
    """Tell whether two amounts that exclude each other are exact, of one role and unit, and totals."""
    x, y = pair.a.facts[i], pair.b.facts[j]
    assert isinstance(x.value, Quantity)
    assert isinstance(y.value, Quantity)
    if (x.value.unit, x.value.role) != (y.value.unit, y.value.role):
        return False
    return not is_part(pair.a, x) and not is_part(pair.b, y)
