"""How the values of two amounts lie to each other, and how much a value in common tells."""

import math
from enum import Enum

from ....model import Quantity
from ...amounts.numbers import ORDER_OF_MAGNITUDE
from ...lexicon.units import TRENDS, convert

_ROUNDING = 0.05
_CONVERSION = 0.08
_MEASURED = frozenset({"km", "m", "mile", "foot", "kg", "tonne", "hectare", "acre", "magnitude"})
_LARGE = 1000
_NEARLY = frozenset({"almost", "nearly", "close to", "just short of"})


class Relation(Enum):
    """How two intervals of one unit lie."""

    SAME = "same"
    OVERLAP = "overlap"
    ROUNDED = "rounded"
    APART = "apart"


def relation(x: Quantity, y: Quantity) -> Relation | None:
    """Say how the intervals lie; None where the amounts are of different things."""
    if x.role != y.role and ((x.role and y.role) or (is_money(x) and not {x.role, y.role} & TRENDS)):
        return None
    if x.role == y.role == "ordinal" and "time" in (x.unit, y.unit):
        return Relation.SAME if x.low == y.low else None  # "the third fight", "the third time"
    if x.unit != y.unit:
        factor = convert(x.unit, y.unit)
        if factor is None:
            return None
        low, high = x.low * factor, x.high * factor
        near = low <= y.high * (1 + _CONVERSION) and y.low <= high * (1 + _CONVERSION)
        return Relation.ROUNDED if near else None
    if (x.low, x.high) == (y.low, y.high):
        return Relation.SAME
    if x.low <= y.high and y.low <= x.high:
        return Relation.OVERLAP
    if is_money(x) and _rounds(x.low, y.low):
        return Relation.ROUNDED
    return Relation.APART


def _rounds(one: float, other: float) -> bool:
    """Tell whether one number is the other with fewer digits: $43,000 is $43,350, but $5,300 is not $5,150."""
    coarse, fine = sorted((one, other), key=_digits)
    digits = _digits(coarse)
    if digits == _digits(fine) or abs(one - other) > _ROUNDING * max(one, other):
        return False
    step = 10.0 ** (math.floor(math.log10(abs(fine))) + 1 - digits)
    return any(math.isclose(coarse, near * step) for near in (math.floor(fine / step), math.ceil(fine / step)))


def is_rare(x: Quantity) -> bool:
    """Tell whether two accounts of one event would hardly give this amount for two things: $43,350, magnitude 6.1."""
    number = core(x)
    least = 2 if is_money(x) or number >= _LARGE else 3
    return x.unit == "magnitude" or _digits(number) >= least


def is_money(x: Quantity) -> bool:
    """Tell whether the amount is one of money: its unit is an ISO 4217 code."""
    return len(x.unit) == 3 and x.unit.isupper()


def core(x: Quantity) -> float:
    """Return the number that the words name: 7,500 of "roughly 7,500", 20 of "up to 20"."""
    if x.high == math.inf:
        return x.low
    if x.low == 0 or x.bound in _NEARLY:
        return x.high
    return round((x.low + x.high) / 2, 6) if x.bound and x.bound != ORDER_OF_MAGNITUDE else x.low


def one_number(x: Quantity, y: Quantity, relation: Relation) -> bool:
    """Tell whether both name one number, whatever the bounds beside it."""
    return relation is Relation.SAME or (relation is Relation.OVERLAP and core(x) == core(y))


def is_known(x: Quantity, y: Quantity, relation: Relation) -> bool:
    """Tell whether the number in common is so rare that it alone tells."""
    if relation is Relation.ROUNDED:
        return is_money(x) and is_rare(x)
    return one_number(x, y, relation) and is_rare(x)


def telling(x: Quantity, y: Quantity, relation: Relation) -> float:
    """Return how much the amount itself says that both speak of one thing."""
    if relation is not Relation.ROUNDED and not one_number(x, y, relation):
        return 0.0
    measured = is_money(x) or x.unit in _MEASURED
    return 0.3 if measured else 0.2 if relation is not Relation.ROUNDED and _significant(core(x)) else 0.0


def _significant(value: float) -> bool:
    """Tell whether a number is rare enough to be evidence of its own: two digits or more, not a round ten."""
    return _digits(value) >= 2 or value >= 20


def _digits(value: float) -> int:
    """Count the significant digits of a number: 43,350 has four, 7,000 has one."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))
