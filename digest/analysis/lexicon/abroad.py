"""How German, French and Spanish write amounts and days, read from a file people can read and extend."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = frozenset({"de", "fr", "es"})
"""The languages beside English whose amounts, days and quotations are read."""

_BETWEEN = {"de": r"\.\s", "fr": r"(?:er)?\s", "es": r"\sde\s"}
"""What stands between the day and its month: "9. August", "1er août", "9 de agosto"."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One language's words for amounts and days; every pattern ignores case."""

    number: re.Pattern[str]
    day: re.Pattern[str]
    thousands: str
    decimal: str
    values: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, tuple[float, float]]
    bounds: dict[str, str]
    """Each bounding phrase with the English one of the same meaning."""
    units: dict[str, str]
    roles: dict[str, str]
    months: dict[str, int]
    weekdays: dict[str, int]
    near: dict[str, int]


@cache
def speech(language: str) -> Speech:
    """Return the words of a language of `LANGUAGES`."""
    path = resources.files(__package__).joinpath("data/abroad.toml")
    given: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf8"))[language]
    values = {word: float(n) for n, word in enumerate(given["words"])} | {k: float(v) for k, v in given["tens"].items()}
    bounds = {word: meaning for meaning, words in given["bounds"].items() for word in words}
    months = {name: n for n, name in enumerate(given["months"], 1)}
    weekdays = {name: n for n, name in enumerate(given["weekdays"])}
    parts = re.escape(given["thousands"])
    digits = rf"\d{{1,3}}(?:[{parts}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"
    number = re.compile(
        rf"(?<![\w.,:/-])(?:(?P<bound>{_any(bounds)})\s)?(?:(?P<vague>{_any(given['vague'])})\b|(?P<sign>[$€£])\s?"
        rf"(?P<money>{digits})|(?P<digits>{digits})|(?P<word>{_any(values)})\b)(?:\s(?P<scale>{_any(given['scales'])})\b)?",
        re.IGNORECASE,
    )
    day = re.compile(
        rf"(?<!\w)(?:(?P<day>\d{{1,2}}){_BETWEEN[language]}(?P<month>{_any(months)})(?:\s(?:de\s)?(?P<year>(?:19|20)\d\d))?"
        rf"|(?P<weekday>{_any(weekdays)})|(?P<near>{_any(given['near'])}))(?!\w)",
        re.IGNORECASE,
    )
    return Speech(
        number,
        day,
        given["thousands"],
        given["decimal"],
        values,
        {word: float(value) for word, value in given["scales"].items()},
        {word: (float(low), float(high)) for word, (low, high) in given["vague"].items()},
        bounds,
        {word: unit for unit, words in given["units"].items() for word in words},
        {word: role for role, words in given["roles"].items() for word in words},
        months,
        weekdays,
        given["near"],
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
