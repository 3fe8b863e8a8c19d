"""When a feed may be asked again, by what its server and the feed itself say (RFC 9111, RFC 9110, RSS 2.0)."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from ..model import Feed, Response

MOST = timedelta(hours=24)
"""However long a server asks us to wait, we come back after this."""
_SLACK = timedelta(minutes=1)
_BACK_OFF = timedelta(hours=1)
_NEVER = timedelta(days=3650)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_GONE, _TOO_MANY, _UNAVAILABLE = 410, 429, 503


def due(feed: Feed, now: datetime) -> bool:
    """Say whether the feed may be asked now.

    Cron is never on the second: what is due within a minute is due, except after a refusal. A feed asked by a clock
    that was ahead of ours is due, or it would be left alone until then.
    """
    if feed.checked is None or feed.checked > now + _SLACK:
        return True
    slack = timedelta(0) if feed.failures else _SLACK
    return now + slack >= max(feed.checked + feed.interval, feed.next_check or feed.checked)


def after_answer(response: Response, ttl: int, now: datetime) -> datetime | None:
    """Return until when the answer stays fresh, None if nobody says.

    The server's word on this very answer goes first (max-age, else Expires), then the feed's `ttl` in seconds.
    """
    control = response.header("cache-control")
    if re.search(r"no-cache|no-store", control, re.IGNORECASE):
        return None
    if match := _MAX_AGE.search(control):
        seconds = int(match[1])
        return now + min(timedelta(seconds=seconds), MOST) if seconds else None
    if stated := response.header("expires"):
        expires = _date(stated)
        sent = _date(response.header("date")) or now
        return now + min(expires - sent, MOST) if expires and expires > sent else None
    return now + min(timedelta(seconds=ttl), MOST) if ttl > 0 else None


def after_failure(status: int, retry_after: str, failures: int, now: datetime) -> datetime | None:
    """Return when to try again: 410 is asked no more, 429 and 503 back off, anything else is tried in the next run."""
    if status == _GONE:
        return now + _NEVER
    if status not in (_TOO_MANY, _UNAVAILABLE):
        return None
    return after_refusal(retry_after, failures, now)


def after_refusal(retry_after: str, failures: int, now: datetime) -> datetime:
    """Return when to come back: as the server asks, else after an hour that doubles with each failure in a row."""
    if retry_after.isdigit():
        return now + min(timedelta(seconds=int(retry_after[:9])), MOST)
    if (date := _date(retry_after)) and date > now:
        return min(date, now + MOST)
    return now + min(_BACK_OFF * (1 << min(max(failures - 1, 0), 5)), MOST)


def _date(text: str) -> datetime | None:
    try:
        found: datetime = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
