"""Numbers as news writes them ("7,000", "seven", "dozens", "almost half") as the interval they allow."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...text import Token

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
    "tens of millions": (10_000_000, 99_999_999),
    "a single": (1, 1),
    "a dozen": (12, 12),
    "a pair of": (2, 2),
    "a couple of": (2, 2),
    "several": (3, 9),
    "a few": (3, 9),
    "a handful of": (3, 9),
}
_SHARES = {
    "half": (50, 50),
    "a third": (100 / 3, 100 / 3),
    "one-third": (100 / 3, 100 / 3),
    "two-thirds": (200 / 3, 200 / 3),
    "two thirds": (200 / 3, 200 / 3),
    "a quarter": (25, 25),
    "three-quarters": (75, 75),
    "three quarters": (75, 75),
}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        2,
    )
}
_FIRST_TIME = (
    r"(?:(?<=finished\s)|(?<=finishes\s)|(?<=placed\s)|(?<=came\s))first\b"
    r"|first(?=\stime\b|\sin\s(?:\w+\s)?(?:years|decades|months)\b)"
)
_NEGATIONS = ("not a single", "not one")
ORDER_OF_MAGNITUDE = "order of magnitude"
"""The bound of "hundreds" and "several"."""
_NOBODY = ("nobody", "no one", "no-one")

_UP_TO = "up to|as many as|as much as|at most|no more than|a maximum of|not more than"
_UNDER = "fewer than|less than|under|just under|below"
_LEAST = "at least|no fewer than|no less than|a minimum of"
_OVER = "more than|over|well over|just over|above|upwards of|in excess of"
_NEARLY = "almost|nearly|close to|just short of"
_ABOUT = "about|around|roughly|approximately|an estimated|some|circa"
_BOUNDS = "|".join((_UP_TO, _UNDER, _LEAST, _OVER, _NEARLY, _ABOUT))

_TEEN = "|".join(_SMALL[1:])
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_TEEN}))?|{_TEEN})"
_BOUNDED_ONE = r"(?<=\s)an?(?=\s(?:second|minute|hour|day|week|month|year|decade|mile|tonne|ton)\b)"
_SCALED = (
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|m(?![\w'])|bn\b)"
    r"(?:\s(?P<scale2>thousand|million)\b)?)?"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/:+-])(?:(?P<bound>{_BOUNDS})\s+)?(?P<only>(?:only|just)\s+)?"
    r"(?:"
    rf"(?P<negation>{'|'.join(_NEGATIONS)})\b"
    rf"|(?P<nobody>(?:{'|'.join(_NOBODY)})\b)"
    rf"|(?P<share>(?:{'|'.join(_SHARES)})(?=\s(?:of|the|its|his|her|their|all)\b))"
    rf"|(?P<vague>(?:{'|'.join(sorted(_VAGUE, key=len, reverse=True))})\b)"
    rf"|(?:(?P<currency>[A-Z]{{0,3}}[$€£¥])\s?)?(?P<digits>{_DIGITS})(?P<suffix>st|nd|rd|th)?{_SCALED}"
    rf"|(?P<ordinal>(?:{'|'.join(_ORDINALS)})\b|{_FIRST_TIME})"
    rf"|(?P<words>a\s(?=hundred|thousand|million|billion)|{_BOUNDED_ONE}|{_WORDS})(?![a-z])"
    rf"{_SCALED.replace('scale', 'wscale')}"
    r")",
    re.IGNORECASE,
)


_PHRASES: tuple[str, ...] = (*_VALUES, *_SCALES, *_VAGUE, *_SHARES, *_ORDINALS, *_NEGATIONS, *_NOBODY)
_ONES = frozenset("first second minute hour day week month year decade mile tonne ton".split())
"""What may stand behind "nearly a", and "first" before "time"."""
_HINTS = _ONES | {word for phrase in _PHRASES for word in phrase.replace("-", " ").split()} - {"a", "of"}


def may_hold(words: Iterable[Token]) -> bool:
    """Tell whether a number may stand among the words: a digit, or a word that is part of one."""
    return any(word.text in _HINTS or word.text[0].isdigit() or "-" in word.text for word in words)


@dataclass(frozen=True, slots=True)
class Number:
    """`[low, high]` is what the words from `start` to `end` allow; `form` is count, share, ordinal, zero or nobody."""

    start: int
    end: int
    low: float
    high: float
    bound: str
    form: str
    currency: str = ""
    digits: bool = False
    """Written in digits."""


def numbers(plain: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers of `plain[start:end]` in order; what they count is for the caller to say."""
    for match in _NUMBER.finditer(plain, start, end):
        found = _number(match)
        if found is not None and found.end <= end:
            yield found


def _number(match: re.Match[str]) -> Number | None:
    found = match.groupdict()
    bound = (found["bound"] or "").lower()
    start, end = match.span()
    if found["negation"]:
        return Number(start, end, 0, 0, "", "zero")
    if found["nobody"]:
        return Number(start, end, 0, 0, "", "nobody")
    if found["share"]:
        low, high = _SHARES[found["share"].lower()]
        return Number(start, end, *bounded(bound, low, high), bound, "share")
    if found["vague"]:
        low, high = _VAGUE[found["vague"].lower()]
        return Number(start, end, low, high, bound or (ORDER_OF_MAGNITUDE if low < high else ""), "count")
    if found["ordinal"]:
        return _ordinal(start, end, bound, _ORDINALS.get(found["ordinal"].lower(), 1))
    if found["digits"]:
        value = float(found["digits"].replace(",", "")) * _scale(found["scale"], found["scale2"])
        if found["suffix"]:
            return _ordinal(start, end, bound, value)
        return Number(start, end, *bounded(bound, value, value), bound, "count", found["currency"] or "", digits=True)
    if found["words"].lower() in {"a", "an"} and not bound:
        return None  # "a minute" counts only as "nearly a minute"
    value = _spelled(found["words"].lower()) * _scale(found["wscale"], found["wscale2"])
    return Number(start, end, *bounded(bound, value, value), bound, "count")


def _ordinal(start: int, end: int, bound: str, value: float) -> Number | None:
    return None if bound else Number(start, end, value, value, "", "ordinal")


def _spelled(words: str) -> float:
    if words in {"a", "an"} or words.startswith("a "):
        return 1
    return sum(_VALUES[part] for part in re.split("[- ]", words))


def _scale(*names: str | None) -> float:
    return math.prod(_SCALES[name.lower()] for name in names if name)


def bounded(bound: str, low: float, high: float) -> tuple[float, float]:
    """Return the interval a bounding word makes of a value: section 2.3 of the rules for facts."""
    if not bound:
        return low, high
    for words, interval in (
        (_UP_TO, (0.0, high)),
        (_UNDER, (0.0, high)),
        (_LEAST, (low, math.inf)),
        (_OVER, (low, math.inf)),
        (_NEARLY, (0.9 * low, high)),
        (_ABOUT, (0.9 * low, 1.1 * high)),
    ):
        if bound in words.split("|"):
            return interval
    return low, high
