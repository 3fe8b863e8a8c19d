"""Times as people write them: a day, a moment, or how long ago."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_SPAN = re.compile(
    r"(\d{1,4})\s*(h|hours?|d|days?|w|weeks?|months?|y|years?)",
    re.IGNORECASE,
)
_UNITS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
"""In hours; a month counts as 30 days, a year as 365."""
_DAYS_AGO = {"today": 0, "yesterday": 1}


def duration(text: str) -> timedelta | None:
    """Return how long "24h", "2d", "2 days", "1w" or "6 months" is; None if `text` is no duration."""
    match = _SPAN.fullmatch(text.strip())
    return timedelta(hours=int(match[1]) * _UNITS[match[2][0].lower()]) if match else None


def ago(span: timedelta, until: datetime) -> datetime:
    """Return the moment that long before `until`, or the first there is."""
    try:
        return until - span
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)


def moment(text: str, zone: tzinfo = UTC) -> datetime:
    """Return the moment, in UTC, of an ISO date or time, in `zone` where it names none; ValueError if it is none."""
    parsed = datetime.fromisoformat(text.strip())
    try:
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{text} is beyond the calendar") from error


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return the moment, in UTC, the day begins in that zone; ValueError beyond the calendar's ends."""
    try:
        return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{day} is beyond the calendar") from error


def named_day(text: str, now: datetime, zone: tzinfo) -> date | None:
    """Return which day "today" or "yesterday" is in that zone; None if `text` is neither."""
    days = _DAYS_AGO.get(text.strip().lower())
    return None if days is None else now.astimezone(zone).date() - timedelta(days=days)
