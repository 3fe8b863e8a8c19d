"""Stated amounts: number, what it counts, what happens to those counted, as an interval that can be compared."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Fact, Quantity
from ...text import Token
from ..lexicon.units import HUMAN_ROLES, MEASURES, PERSON, TRENDS, currency_of, role_of, unit_of
from ..prose import Prose
from .bare import is_rank, meaning
from .counted import Counted, counted
from .forms import SPELLS, by_form, tells_of_quake
from .not_amounts import is_no_amount
from .numbers import Number, may_hold, numbers

_MONEY_ROLES = ("forfeit", "fine", "cost", "raise", "lost")
_IDLE_UNITS = frozenset("side way thing part time hand point step reason occasion day-old other".split())
_THIS_YEAR = re.compile(r" this (?:year|season|month|week|decade)\b")
_HYPHEN_UNIT = re.compile(
    r"(?:-| - )(?P<unit>year(?:-| - )old|month(?:-| - )old|year|month|week|day|hour|minute|mile|metre|meter|foot|inch"
    r"|km)s?\b"
)
_HYPHEN_COUNT = re.compile(
    r"-(?P<unit>member|seat|person|man|woman|bed|room|page|point|vehicle|car|crown|dollar|euro|pound|yen|franc|ruble"
    r"|rouble|rupee)s?\b"
)
_HYPHEN_NOUN = re.compile(r"-([a-z]+)")
_AGED = re.compile(r"[A-Z][\w'-]+,\s*$")
_AGE_ENDS = re.compile(r",|\.(?:\s|$)|\s(?=[a-z])")
_AGE_STOPS = re.compile(r",|\.(?:\s|$)")
_MAN_OF = re.compile(r"\b(?:man|woman|boy|girl|passenger|resident|person) (?:of|aged)\s*$|,? who (?:was|is)\s*$")
_CLAUSE = re.compile(r"[;:()]|\s-+\s|,\s(?=(?:and|but|while|which|who|after|as)\b)")
_NO_DEATH = re.compile(r"death (?:penalty|sentences?|row|threats?|certificates?)", re.IGNORECASE)
_PHRASE_ENDS = frozenset("and or at after when as by for to from near during since before".split())
_NEAR_WORDS = 16
_NEAR_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class _Near:
    """A number's surroundings, cut to what can matter, so that a sentence of a megabyte costs no more."""

    start: int
    end: int
    before: Sequence[Token]
    behind: Sequence[Token]


def quantities(prose: Prose) -> tuple[Fact, ...]:
    """Return the quantities of an article in order: spans from the bounding word to the counted noun."""
    found: list[Fact] = []
    quake = tells_of_quake(prose.plain)
    for index in range(len(prose.sentences)):
        found.extend(_in_sentence(prose, index, quake=quake))
    return tuple(found)


def _in_sentence(prose: Prose, index: int, *, quake: bool) -> Iterator[Fact]:
    plain, where, words = prose.plain, prose.sentences[index], prose.words[index]
    if not (may_hold(words) or any(word.text in SPELLS for word in words)):
        return
    measured = sorted(by_form(plain, where.start, where.end, quake=quake), key=lambda m: m[0])
    starts = [token.start for token in words]
    ends = [end for _, end, _ in measured]
    reach = where.start
    found = [(start, end, value) for start, end, value in measured]
    for number in numbers(plain, where.start, where.end):
        following = bisect_left(ends, number.start + 1)
        within = following < len(measured) and measured[following][0] < number.end
        if number.start < reach or within or is_no_amount(plain, where.start, number):
            continue
        amount, end = _value(plain, number, _near(words, starts, number, where.start, where.end))
        if amount is not None:
            reach = end
            found.append((number.start, end, amount))
    for start, end, value in sorted(found, key=lambda item: item[:2]):
        yield _fact(prose, start, end, value, index)


def _near(words: tuple[Token, ...], starts: list[int], number: Number, start: int, end: int) -> _Near:
    first, last = bisect_left(starts, number.start), bisect_left(starts, number.end)
    return _Near(
        max(start, number.start - _NEAR_CHARACTERS),
        min(end, number.end + _NEAR_CHARACTERS),
        words[max(0, first - _NEAR_WORDS) : first],
        words[last : last + _NEAR_WORDS],
    )


def _fact(prose: Prose, start: int, end: int, value: Quantity, index: int) -> Fact:
    money = value.unit.isupper() and len(value.unit) == 3
    key = money or value.role in HUMAN_ROLES or value.unit in {"%", "magnitude"}
    return Fact(start, end, prose.text[start:end], value, index, 3 if key or index < 3 else 2)


def _value(plain: str, number: Number, near: _Near) -> tuple[Quantity | None, int]:
    """Return what the number counts and where its noun ends; None where it counts nothing we can name."""
    if hyphen := _HYPHEN_UNIT.match(plain, number.end):
        unit, role = (re.split("[ -]", hyphen["unit"])[0], "age" if "old" in hyphen["unit"] else "")
        return Quantity(number.low, number.high, unit, role, bound=number.bound), hyphen.end()
    if hyphen := _HYPHEN_COUNT.match(plain, number.end):
        return Quantity(number.low, number.high, unit_of(hyphen["unit"]), bound=number.bound), hyphen.end()
    before = plain[near.start : number.start]
    if number.digits and not number.currency and before.rstrip().endswith(",") and _AGE_STOPS.match(plain, number.end):
        aged = number.low < 120 and _AGED.search(before)
        return (Quantity(number.low, number.high, "year", "age"), number.end) if aged else (None, 0)
    if number.digits and _MAN_OF.search(before) and _AGE_ENDS.match(plain, number.end):
        return Quantity(number.low, number.high, "year", "age"), number.end
    if number.form == "nobody":
        role = _role(plain, number, number.end, near)
        return (Quantity(0, 0, PERSON, role), number.end) if role in HUMAN_ROLES else (None, 0)
    noun = counted(plain, near.behind, number)
    if number.currency:
        role = next((role for role in _MONEY_ROLES if role in before[-60:].lower()), "")
        unit, role = currency_of(number.currency), _trend(plain, number, number.end, near) or role
        return Quantity(number.low, number.high, unit, role, noun.subject, number.bound), number.end
    if number.form == "ordinal":
        return _ordinal(plain, number, noun, before)
    if not noun.unit and number.form == "count" and (meant := meaning(before, plain, number.end)):
        return Quantity(number.low, number.high, meant.unit, meant.role, bound=number.bound), number.end
    if noun.unit == "%" or noun.unit in MEASURES:
        role = _trend(plain, number, noun.end, near)
        return Quantity(number.low, number.high, noun.unit, role, noun.subject, number.bound), noun.end
    role = _role(plain, number, noun.end, near)
    unit = noun.unit or (PERSON if role in HUMAN_ROLES else "")
    if number.form == "share":
        return Quantity(number.low, number.high, "%", "", noun.subject, number.bound), noun.end
    if not unit or unit in _IDLE_UNITS:
        return None, 0
    return Quantity(number.low, number.high, unit, role, noun.subject, number.bound), noun.end


def _ordinal(plain: str, number: Number, noun: Counted, before: str) -> tuple[Quantity | None, int]:
    hyphened = _HYPHEN_NOUN.match(plain, number.end)
    counts = hyphened.group(1) if hyphened else noun.unit
    if not hyphened and is_rank(before, plain, number.end):
        return Quantity(number.low, number.low, "place", "ordinal"), number.end
    doing = before.lower().removesuffix("a ").split()
    if not counts and number.low > 2 and doing and role_of(doing[-1]) in HUMAN_ROLES:
        return Quantity(number.low, number.low, PERSON, "ordinal"), number.end  # "wounded a third"
    if not counts and _THIS_YEAR.match(plain, number.end):
        return Quantity(number.low, number.low, "time", "ordinal"), number.end  # "his third this year"
    if not counts or counts in _IDLE_UNITS - {"time"} or (number.low < 3 and counts != "time"):
        return None, 0
    end = hyphened.end() if hyphened else noun.end
    return Quantity(number.low, number.low, unit_of(counts), "ordinal"), end


def _trend(plain: str, number: Number, end: int, near: _Near) -> str:
    """Return "rise" or "fall" where the clause says which way a measure went."""
    role = _role(plain, number, end, near)
    return role if role in TRENDS else ""


def _role(plain: str, number: Number, end: int, near: _Near) -> str:
    """Return what happens to those counted: the nearest role word in the clause, behind before in front."""
    left = max((m.end() for m in _CLAUSE.finditer(plain, near.start, number.start)), default=near.start)
    right = next((m.start() for m in _CLAUSE.finditer(plain, end, near.end)), near.end)
    for token in near.behind:
        if token.start < end and (role := role_of(token.text)):
            return role
    for token in [token for token in near.behind if end <= token.start < right][:5]:
        if "," in plain[end : token.start] or token.text in _PHRASE_ENDS:
            break
        if (role := role_of(token.text)) and not _NO_DEATH.match(plain, token.start):
            return role
    for token in reversed([token for token in near.before if left <= token.start][-7:]):
        if (role := role_of(token.text)) and not _NO_DEATH.match(plain, token.start):
            return role
    return ""
