"""Amounts that their form alone tells: magnitudes, scores and records, spells of time without a number."""

import re
from collections.abc import Iterator

from ...model import Quantity
from .numbers import ORDER_OF_MAGNITUDE, numbers

_RECORD = re.compile(r"(?<![\w.,/:-])\d{1,3}-\d{1,3}(?:-\d{1,2})?(?![\w/:%]|-\w|\.\d)")
_MAGNITUDE = re.compile(
    r"(?:(?P<least>at least|about|around)\s+)?(?:magnitude[- ](?:of )?(?P<after>\d\.\d|\d\b)"
    r"|(?P<before>\d\.\d)[- ](?:magnitude|strength)|magnitude (?:at|was|of) (?P<at>\d\.\d))",
    re.IGNORECASE,
)
_QUAKE = re.compile(
    r"\b(?:was|had|off|of|at) (?P<size>(?:(?:around|about|at least) )?[2-9]\.\d)"
    r"(?=[,.;]?(?:\s(?!per|million|billion|%|[a-z]+s\b)|$))"
)
_SPELL = re.compile(
    r"(?<!\d )(?<!few )(?<!several )(?<!-)\b(?P<unit>second|minute|hour)s (?:later|after|before|earlier)\b",
    re.IGNORECASE,
)
_LONGEST_SPELL = {"second": 59, "minute": 59, "hour": 23}

SPELLS = frozenset(f"{unit}s" for unit in _LONGEST_SPELL)
"""The words that make a spell of time without a number."""

Amount = tuple[int, int, Quantity]
"""Where it begins, where it ends, what it is."""


def tells_of_quake(plain: str) -> bool:
    """Tell whether the report gives a magnitude, so that its bare decimals are magnitudes too."""
    return bool(_MAGNITUDE.search(plain))


def by_form(plain: str, start: int, end: int, *, quake: bool) -> Iterator[Amount]:
    """Yield the amounts of `plain[start:end]` that need no noun; `quake` is `tells_of_quake` of the report."""
    yield from _magnitudes(plain, start, end)
    yield from _records(plain, start, end)
    yield from _spells(plain, start, end)
    if quake:
        yield from _sizes(plain, start, end)


def _magnitudes(plain: str, start: int, end: int) -> Iterator[Amount]:
    for match in _MAGNITUDE.finditer(plain, start, end):
        value = float(match["after"] or match["before"] or match["at"])
        bound = (match["least"] or "").lower()
        high = float("inf") if bound == "at least" else value
        yield match.start(), match.end(), Quantity(value, high, "magnitude", bound=bound)


def _sizes(plain: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the bare decimals of a report on an earthquake: "aftershocks of around 4.0", "it was 6.1"."""
    for match in _QUAKE.finditer(plain, start, end):
        number = next(numbers(plain, match.start("size"), match.end("size")), None)
        if number is not None:
            yield number.start, number.end, Quantity(number.low, number.high, "magnitude", bound=number.bound)


def _spells(plain: str, start: int, end: int) -> Iterator[Amount]:
    """Yield spells of time without a number: "minutes later" is 2 to 59 minutes."""
    for match in _SPELL.finditer(plain, start, end):
        unit = match["unit"].lower()
        yield match.start(), match.end(), Quantity(2, _LONGEST_SPELL[unit], unit, bound=ORDER_OF_MAGNITUDE)


def _records(plain: str, start: int, end: int) -> Iterator[Amount]:
    """Yield win-loss records and scores: compared as the text they are, never as a range."""
    for match in _RECORD.finditer(plain, start, end):
        parts = [int(part) for part in match.group().split("-")]
        followed = re.compile(r"\s+[a-z]").match(plain, match.end())
        if len(parts) == 2 and followed and parts[1] > parts[0]:
            continue  # "10-15 boats" is a range
        total = float(sum(part * 1000**i for i, part in enumerate(reversed(parts))))
        yield match.start(), match.end(), Quantity(total, total, "record")
