"""Times as people write them on a command line: a day, a moment, or how long ago."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import click

from ..store import Store
from .session import Session

_AGO = re.compile(r"(\d{1,4})\s*(h|hours?|d|days?|w|weeks?)", re.IGNORECASE)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def duration(text: str) -> timedelta | None:
    """Return how long "24h", "2d", "2 days" or "1w" is; None if `text` is no duration."""
    match = _AGO.fullmatch(text.strip())
    return int(match[1]) * _UNITS[match[2][0].lower()] if match else None


def moment(text: str, zone: tzinfo = UTC) -> datetime:
    """Return the moment, in UTC, of an ISO date or time, in `zone` where it names none; ValueError if it is none."""
    parsed = datetime.fromisoformat(text.strip())
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)).astimezone(UTC)


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return the moment, in UTC, the day begins in that zone; ValueError beyond the calendar's ends."""
    try:
        return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{day} is beyond the calendar") from error


def since_option(ctx: click.Context, param: click.Parameter, value: str | None) -> timedelta | datetime | None:
    """Read `24h`, `2d`, `1w`, `yesterday`, `today`, or an ISO date or time, days counted in the configured zone.

    A duration is returned as such, so that the caller says from when it counts.
    """
    if value is None:
        return None
    if (span := duration(value)) is not None:
        return span
    zone = _zone(ctx)
    try:
        named = _named(value, zone)
        return moment(value, zone) if named is None else midnight(named, zone)
    except (ValueError, OverflowError) as error:
        message = f"{value!r} is no time; write 24h, 2d, yesterday or a date such as 2020-08-28"
        raise click.BadParameter(message, ctx, param) from error


def day_option(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read `2020-08-28`, `today` or `yesterday`, counted in the configured zone."""
    if value is None:
        return None
    try:
        return _named(value, _zone(ctx)) or date.fromisoformat(value.strip())
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as 2020-08-28", ctx, param) from error


def newest(store: Store, now: datetime) -> datetime:
    """Return the time of the newest article, or `now` if there is none or it claims to come from the future.

    Durations count back from it, so that the same database and options give the same list whatever the clock says.
    """
    articles = store.articles(limit=1, until=now)
    return articles[0].when if articles else now.astimezone(UTC)


def _zone(ctx: click.Context) -> tzinfo:
    session = ctx.find_object(Session)
    return session.config().zone if session else UTC


def _named(text: str, zone: tzinfo) -> date | None:
    ago = {"today": 0, "yesterday": 1}.get(text.strip().lower())
    return None if ago is None else datetime.now(zone).date() - timedelta(days=ago)


def reach(since: timedelta | datetime | None, until: datetime) -> datetime | None:
    """Return the moment `since` means if durations count back from `until`."""
    if isinstance(since, timedelta):
        try:
            return until - since
        except OverflowError:
            return datetime.min.replace(tzinfo=UTC)
    return since
