"""What keeps two passages from agreeing: a value, a day, a direction or a yes and a no that exclude each other."""

import re

from ....model import Fact, Grain, Moment, Quantity
from .pair import Account, Pair

_UP = frozenset("rise rises rose risen rising increase increased climb climbed grow grew grown gain gained up".split())
_DOWN = frozenset(
    "fall falls fell fallen falling decrease decreased drop dropped decline declined lose lost down".split()
)
_YES = frozenset("confirm confirms confirmed admit admits admitted acknowledge acknowledges acknowledged".split())
_NO = frozenset("deny denies denied denying reject rejects rejected dispute disputes disputed".split())
_WORD = re.compile(r"[a-z]+")


def opposed(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether the passages of two facts state what cannot both hold, or hold it for true and untrue."""
    one, other = _words(pair.a, x.start, x.end), _words(pair.b, y.start, y.end)
    if _faced(one, other, _UP, _DOWN) or contradicted(pair, x, y):
        return True
    return _exclude(_inside(pair.a, x), _inside(pair.b, y))


def contradicted(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether one fact's sentence confirms what the other's denies."""
    first, second = pair.a.prose.sentences[x.sentence], pair.b.prose.sentences[y.sentence]
    return _faced(_words(pair.a, first.start, first.end), _words(pair.b, second.start, second.end), _YES, _NO)


def doubted(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether just one of two sentences denies what it speaks of: the same number is then no agreement."""
    first, second = pair.a.prose.sentences[x.sentence], pair.b.prose.sentences[y.sentence]
    one, other = _words(pair.a, first.start, first.end), _words(pair.b, second.start, second.end)
    return bool(one & _NO) != bool(other & _NO)


def denied(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether one fact itself confirms what the other denies."""
    return _faced(_words(pair.a, x.start, x.end), _words(pair.b, y.start, y.end), _YES, _NO)


def days_exclude(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether the sentences of two facts each give a day, and no two of them are the same."""
    first, second = (_days([f for f in a.facts if f.sentence == z.sentence]) for a, z in ((pair.a, x), (pair.b, y)))
    return bool(first) and bool(second) and not first & second


def _words(account: Account, start: int, end: int) -> frozenset[str]:
    return frozenset(_WORD.findall(account.prose.plain[start:end].lower()))


def _faced(one: frozenset[str], other: frozenset[str], yes: frozenset[str], no: frozenset[str]) -> bool:
    """Tell whether one side has a word of `yes` and none of `no`, and the other the reverse."""
    first, second = (bool(one & yes), bool(one & no)), (bool(other & yes), bool(other & no))
    return {first, second} == {(True, False), (False, True)}


def _inside(account: Account, fact: Fact) -> list[Fact]:
    return [f for f in account.facts if f.sentence == fact.sentence and fact.start <= f.start and f.end <= fact.end]


def _exclude(one: list[Fact], other: list[Fact]) -> bool:
    """Tell whether each passage gives a day, or an amount of one unit, and no two of them can be the same."""
    first, second = _days(one), _days(other)
    if first and second and not first & second:
        return True
    left = [fact.value for fact in one if isinstance(fact.value, Quantity)]
    right = [fact.value for fact in other if isinstance(fact.value, Quantity)]
    for unit in {value.unit for value in left} & {value.unit for value in right}:
        pairs = [(a, b) for a in left for b in right if a.unit == b.unit == unit]
        if all(a.high < b.low or b.high < a.low for a, b in pairs):
            return True
    return False


def _days(facts: list[Fact]) -> set[str]:
    moments = (fact.value for fact in facts if isinstance(fact.value, Moment))
    return {moment.iso for moment in moments if moment.grain is Grain.DAY and moment.iso}
