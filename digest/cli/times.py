"""Times as options of the command line: a day, a moment, or how long ago."""

from datetime import UTC, date, datetime, timedelta, tzinfo

import click

from ..query.times import ago, duration, midnight, moment, named_day
from ..store import Store
from .session import Session


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
        named = named_day(value, datetime.now(UTC), zone)
        return moment(value, zone) if named is None else midnight(named, zone)
    except ValueError as error:
        message = f"{value!r} is no time; write 24h, 2d, yesterday or a date such as 2020-08-28"
        raise click.BadParameter(message, ctx, param) from error


def day_option(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read `2020-08-28`, `today` or `yesterday`, counted in the configured zone."""
    if value is None:
        return None
    try:
        return named_day(value, datetime.now(UTC), _zone(ctx)) or date.fromisoformat(value.strip())
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as 2020-08-28", ctx, param) from error


def newest(store: Store, now: datetime) -> datetime:
    """Return the time of the newest article, or `now` if there is none or it claims to come from the future.

    Durations count back from it, so that the same database and options give the same list whatever the clock says.
    """
    articles = store.articles(limit=1, until=now)
    return articles[0].when if articles else now.astimezone(UTC)


def reach(since: timedelta | datetime | None, until: datetime) -> datetime | None:
    """Return the moment `since` means if durations count back from `until`."""
    return ago(since, until) if isinstance(since, timedelta) else since


def _zone(ctx: click.Context) -> tzinfo:
    session = ctx.find_object(Session)
    return session.config().zone if session else UTC
