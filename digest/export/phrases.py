"""Counts, times and origins in words, the same on every machine and in every locale."""

from datetime import UTC, datetime

from ..model import Origins

MONTHS = (
    "January February March April May June July August September October November December"  # strftime asks the locale
).split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def count(number: int, noun: str) -> str:
    """Return "1 story", "2 stories", "1,204 articles"."""
    if number == 1:
        return f"1 {noun}"
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {plural}"


def origins(value: Origins) -> str:
    """Return "1 origin", "3 origins?": the question mark says that the texts leave it open."""
    return count(value.count, "origin") + ("" if value.certain else "?")


def coverage(outlets: int, value: Origins) -> str:
    """Return "4 outlets, 1 origin"; for one outlet just "1 outlet"."""
    said = count(outlets, "outlet")
    return f"{said}, {origins(value)}" if outlets > 1 and value.count else said


def day(moment: datetime) -> str:
    """Return "28 August 2020", the day in UTC."""
    there = moment.astimezone(UTC)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year}"


def when(moment: datetime) -> str:
    """Return "Fri 28 Aug 2020 11:40", in UTC."""
    there = moment.astimezone(UTC)
    return f"{DAYS[there.weekday()]} {there.day} {MONTHS[there.month - 1][:3]} {there.year} {there:%H:%M}"


def published(moment: datetime) -> str:
    """Return "Fri 28 Aug 2020 11:40 UTC"; at midnight and at noon sharp the day alone.

    These stand in for the time where a feed or a document gives only a day: better to say less than too much.
    """
    said = when(moment)
    return said[:-6] if said.endswith((" 00:00", " 12:00")) else f"{said} UTC"


def span(first: datetime, last: datetime) -> str:
    """Return "Thu 27 Aug 2020 20:14 – Fri 28 Aug 2020 11:40 UTC", or the one time if they are the same minute."""
    start, end = when(first), when(last)
    return f"{end} UTC" if start == end else f"{start} – {end} UTC"


def stamp(moment: datetime) -> str:
    """Return "2020-08-28T11:40:00Z"."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
