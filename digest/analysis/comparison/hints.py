"""Whether an account may hold a fact after all: what must be ruled out before anything is called "only here"."""

import re
from functools import lru_cache

from ...model import Fact, FactKind, Moment, Quantity, Quote
from ...text import stem
from ..lexicon.units import convert
from ..similarity import Matrix, content
from .alignment import Account

_SENTENCE = 0.14
_CLAUSE = 0.4
_QUOTED = 0.6
_WORDS = re.compile(r"[\w'-]+")


def hinted(fact: Fact, account: Account, other: Account, cosine: Matrix) -> bool:
    """Tell whether `other` has words that may state `fact` of `account` too.

    `cosine` holds the likeness of the two accounts' sentences, those of `account` in rows.
    """
    value = fact.value
    if isinstance(value, Quantity):
        if any(isinstance(f.value, Quantity) and _near(value, f.value) for _, f in other.kinds[FactKind.QUANTITY]):
            return True
        return any(low <= value.high and value.low <= high for low, high in other.figures)
    if isinstance(value, Moment):
        if not value.iso:
            return True
        isos = [f.value.iso for _, f in other.kinds[FactKind.DATE] if isinstance(f.value, Moment) and f.value.iso]
        return any(iso.startswith(value.iso) or value.iso.startswith(iso) for iso in isos)
    stems = _stems(account.prose.plain[fact.start : fact.end])
    if isinstance(value, Quote):
        return _contained(stems, other) >= _QUOTED
    nearest = float(cosine[fact.sentence].max()) if cosine.shape[1] else 0.0
    return nearest >= _SENTENCE or _contained(stems, other) >= _CLAUSE


@lru_cache(maxsize=1 << 12)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORDS.findall(words.lower()) if content(word))


def _near(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts may be one: the same measure of any size, one role, or values that meet."""
    factor = 1.0 if one.unit == other.unit else convert(one.unit, other.unit)
    if factor is None:
        return one.low == one.high == other.low == other.high
    if one.role and other.role:
        return one.role == other.role
    meet = factor * one.low <= 1.1 * other.high and other.low <= 1.1 * factor * one.high
    return meet or one.unit == "magnitude"


def _contained(stems: frozenset[str], other: Account) -> float:
    """Return the largest share of the stems that one sentence of the other account holds."""
    if not stems:
        return 0.0
    return max((len(stems & words) for words in other.prose.stems), default=0) / len(stems)
