"""When a text without a stated date was written, as far as its captions and weekdays tell."""

import re
from datetime import date, timedelta

from ..text import NoiseKind, noise

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FULL = re.compile(
    rf"\b(\d{{4}})-(\d\d)-(\d\d)\b|\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b"
    rf"|\b(\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? (\d{{4}})\b",
    re.IGNORECASE,
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(rf"(?<!last )(?<!next )\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_NEAR = 3
"""A weekday named beside a dated picture means the one at most so many days away."""


def full_dates(text: str) -> tuple[date, ...]:
    """Return the dates with year, month and day that a text spells out."""
    return tuple(found for match in _FULL.finditer(text) if (found := _date(match)))


def stated_day(text: str) -> date | None:
    """Return the date of its own time stamp line ("Published August 28, 2020"), or None."""
    stamps = (text[n.start : n.end] for n in noise(text) if n.kind in (NoiseKind.TIMESTAMP, NoiseKind.BYLINE))
    return next((day for stamp in stamps for day in full_dates(stamp)), None)


def inferred_day(text: str) -> date | None:
    """Return the latest date that its captions' dates and the weekdays it names allow, or None.

    A picture is not younger than the report: beside a picture of a Thursday, "on Friday" is the day after it.
    """
    parts = noise(text)
    dated = [day for n in parts if n.kind is NoiseKind.CAPTION for day in full_dates(text[n.start : n.end])]
    if not dated:
        return None
    anchor = max(dated)
    left_out = [(n.start, n.end) for n in parts]
    ahead = [0]
    for match in _WEEKDAY.finditer(text):
        if not any(start <= match.start() < end for start, end in left_out):
            ahead.append((_WEEKDAYS.index(match[1].lower()) - anchor.weekday()) % 7)
    return anchor + timedelta(days=max(days for days in ahead if days <= _NEAR))


def _date(match: re.Match[str]) -> date | None:
    iso_year, iso_month, iso_day, month1, day1, year1, day2, month2, year2 = match.groups()
    try:
        if iso_year:
            return date(int(iso_year), int(iso_month), int(iso_day))
        month = _MONTHS.index((month1 or month2)[:3].lower()) + 1
        return date(int(year1 or year2), month, int(day1 or day2))
    except ValueError:
        return None
