"""The dateline that opens a report: place, agency and date, in the forms agencies and papers print."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DATE = r"(?:(?P<day1>\d{1,2})\.? (?P<month1>[A-Z][a-z]{2,8})\.?|(?P<month2>[A-Z][a-z]{2,8})\.? (?P<day2>\d{1,2}))"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?:[ ,/]{1,2}[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,4}"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’-]+){0,3}"
_DASH = r"\s*(?:--+|[-–—―])\s+"
_DATELINE = re.compile(
    rf"\s*(?:date (?P<iso>\d{{4}}-\d\d-\d\d)\s+)?"
    rf"(?:(?P<capitals>{_CAPITALS})(?:, {_NAME})?(?:,? {_DATE})?(?:\s*\((?P<agency1>[^\W\d][^()\n]{{1,40}})\))?"
    rf"|(?P<name>{_NAME}(?:, {_NAME})?)(?:,? {_DATE.replace('1>', '3>').replace('2>', '4>')})?"
    rf"\s*\((?P<agency2>[^\W\d][^()\n]{{1,40}})\))"
    rf"{_DASH}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text[start:end]` is the whole dateline with its dash and the space behind it."""

    start: int
    end: int
    place: str
    agency: str = ""
    iso: str = ""
    """The full date, if one is given."""
    day: tuple[int, int] | None = None
    """Month and day, if those are given without a year."""


def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens `text`, or None.

    A place in capitals needs a dash behind it ("MOSCOW -"), one in ordinary letters an agency too ("Bonn (dpa) -").
    """
    match = _DATELINE.match(text)
    if match is None or match.end() > 160:
        return None
    found = match.groupdict()
    place = (found["capitals"] or found["name"] or "").strip(" ,")
    return Dateline(
        start=match.start() + len(match.group()) - len(match.group().lstrip()),
        end=match.end(),
        place=place.title() if place.isupper() else place,
        agency=(found["agency1"] or found["agency2"] or "").strip(),
        iso=found["iso"] or "",
        day=_day(found),
    )


def _day(found: dict[str, str | None]) -> tuple[int, int] | None:
    for n in "1234":
        name, number = found.get(f"month{n}"), found.get(f"day{n}")
        if name and number and name[:3] in _MONTHS:
            month = _MONTHS.index(name[:3]) + 1
            try:
                date(2000, month, int(number))
            except ValueError:
                return None
            return month, int(number)
    return None
