"""A story's stored figures: how many articles and outlets, how many unread, and its place in the order of coverage."""

from collections.abc import Iterable
from datetime import datetime
from math import log2

from .database import Database
from .rows import listed, time_text, to_time

HALF_LIFE_DAYS = 1.0
"""A story with twice the outlets ranks as one a day newer."""
UNDATED_DAYS = 36_500.0
"""What one outlet tells without a date ranks as that much older: it may be of any day, and is behind what has one."""
_EPOCH = to_time("1970-01-01T00:00:00.000000Z")
FIRST = "coalesce(min(a.published), min(a.counts_at))"
LAST = "coalesce(max(a.published), max(a.counts_at))"
"""SQL: when the articles `a` of one story were first and last told."""


def coverage(outlets: int, last_seen: datetime, *, dated: bool = True) -> float:
    """Return the logarithm of outlets x 2 ** (-age / half-life), but for a part that is the same for all stories.

    A story of one outlet of which no article is `dated` comes behind all others: its fetch says nothing of its age.
    Because all ages grow alike, the order holds whenever it is read: it can be stored, indexed and paged.
    """
    unknown = UNDATED_DAYS if outlets < 2 and not dated else 0.0
    return log2(max(outlets, 1)) + (days(last_seen) - unknown) / HALF_LIFE_DAYS


def days(when: datetime) -> float:
    """Return the days since 1970."""
    return (when - _EPOCH).total_seconds() / 86_400


def mark_stale(db: Database, stories: Iterable[int]) -> None:
    """Note that what was worked out from these stories' articles no longer holds. Call inside a transaction."""
    db.execute(
        "UPDATE stories SET stale = 1, loose = 1, changes = changes + 1 WHERE id IN (SELECT value FROM json_each(?))",
        (listed(stories),),
    )


def refresh(db: Database, stories: Iterable[int]) -> None:
    """Count these stories' articles anew. Call inside the transaction that changed them.

    A story was told from the first to the last date that its articles state; if none states one, when it was fetched.
    """
    touched = set(stories)
    if not touched:
        return
    found = db.execute(
        "SELECT story_id, count(*), count(DISTINCT outlet), sum(reading = 'unread'), sum(starred),"
        f" {FIRST}, {LAST}, count(published) FROM articles a"
        " WHERE story_id IN (SELECT value FROM json_each(?)) GROUP BY story_id",
        (listed(touched),),
    ).fetchall()
    for story_id, articles, outlets, unread, starred, first, last, dated in found:
        rank = coverage(outlets, to_time(last), dated=dated > 0)
        db.execute(
            "UPDATE stories SET article_count = ?, outlet_count = ?, unread_count = ?, starred_count = ?,"
            " first_seen = ?, last_seen = ?, coverage = ? WHERE id = ?",
            (articles, outlets, unread, starred, first, last, rank, story_id),
        )
        touched.discard(story_id)
    db.execute(
        "UPDATE stories SET article_count = 0, outlet_count = 0, unread_count = 0, starred_count = 0"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (listed(touched),),
    )


def told_by_both(db: Database, one: str, other: str) -> tuple[int, ...]:
    """Return the stories that both outlets have told."""
    found = db.execute(
        "SELECT DISTINCT a.story_id FROM articles a JOIN articles b ON b.story_id = a.story_id"
        " WHERE a.outlet = ? AND b.outlet = ?",
        (one, other),
    )
    return tuple(row[0] for row in found)


def clamped(now: datetime) -> tuple[str, tuple[str, float]]:
    """Return SQL and its values for the coverage of stories some of which are dated after `now`.

    An article may carry a date up to two days ahead; it must not lead the list for two days because of that.
    """
    return (
        f"coverage - CASE WHEN last_seen > ? THEN (julianday(last_seen) - 2440587.5 - ?) / {HALF_LIFE_DAYS} ELSE 0 END",
        (time_text(now), days(now)),
    )
