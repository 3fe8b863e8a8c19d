"""Which time a digest is of, and what it is called after it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import click

from ..export import phrases
from ..export.files import safe_name
from ..query.times import midnight
from ..store import Store
from .times import newest, reach


@dataclass(frozen=True, slots=True)
class Period:
    """A time with what a digest of it is called."""

    since: datetime
    until: datetime
    """Its end, itself not in it."""
    title: str
    name: str
    """The file's, without its suffix."""


def period(store: Store, day: date | None, since: timedelta | datetime | None, zone: tzinfo) -> Period:
    """Return that day in that zone; else the time from `since`, or a day back, to the newest article."""
    return _day(day, zone) if day is not None else _latest(store, since, zone)


def _day(day: date, zone: tzinfo) -> Period:
    try:
        start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f"--day: {day} is beyond the calendar") from error
    return Period(start, end, f"News digest, {phrases.day(_noon(day))}", safe_name("digest", f"{day}"))


def _latest(store: Store, since: timedelta | datetime | None, zone: tzinfo) -> Period:
    last = newest(store, datetime.now(UTC))
    end = last.replace(microsecond=0) + timedelta(seconds=1)  # the period's end is not in it, the article is
    start = min(reach(since if since is not None else timedelta(days=1), last) or last, end)
    begun, ended = (_date(moment, zone) for moment in (start, last))
    first, final = phrases.day(_noon(begun)), phrases.day(_noon(ended))
    title = f"News digest, {final}" if first == final else f"News digest, {first} to {final}"
    return Period(start, end, title, safe_name("digest", f"{begun}", f"{ended}"))


def _date(moment: datetime, zone: tzinfo) -> date:
    """Return the day the moment falls on in that zone."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # the first or the last day there is
        return moment.date()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
