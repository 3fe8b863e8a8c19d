"""Counts, times and origins in words, the same on every machine and in every locale."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from ..model import Article, Decision, Origins, Provenance, Source, Story

MONTHS = (
    "January February March April May June July August September October November December"  # strftime asks the locale
).split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_NO_TIME = (time(0), time(12))
_AS_FAR = 0.01


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


def edited(revision: int, silent: int) -> str:
    """Return "edited", "silently edited" (no note in the text says so), or nothing for a first version."""
    if revision < 2:
        return ""
    return "silently edited" if silent else "edited"


def first_part(source: Source) -> str:
    """Return "only the first 39,870 characters read", for an account of a very long text."""
    return f"only the first {len(source.text):,} characters read"


def day(moment: datetime) -> str:
    """Return "28 August 2020", the day in UTC."""
    there = moment.astimezone(UTC)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year}"


def when(moment: datetime) -> str:
    """Return "Fri 28 Aug 2020 11:40", in UTC."""
    there = moment.astimezone(UTC)
    return f"{DAYS[there.weekday()]} {there.day} {MONTHS[there.month - 1][:3]} {there.year} {there:%H:%M}"


def is_day_alone(moment: datetime) -> bool:
    """Tell whether only the day may be shown: at midnight and at noon sharp, in UTC.

    These stand in for the time where a feed or a document gives only a day: better to say less than too much.
    """
    return moment.astimezone(UTC).time() in _NO_TIME


def published(moment: datetime) -> str:
    """Return "Fri 28 Aug 2020 11:40 UTC", or the day alone."""
    said = when(moment)
    return said[:-6] if is_day_alone(moment) else f"{said} UTC"


def taken_in(moment: datetime) -> str:
    """Return what is said in the place of a date that was not given."""
    return f"no date, taken in {when(moment)} UTC"


def of_article(article: Article) -> str:
    """Return when an article was published, with "?" if that was worked out, or that it does not say."""
    if article.published is None:
        return taken_in(article.fetched)
    return published(article.published) + ("?" if article.published_from is Provenance.INFERRED else "")


def last_told(story: Story) -> str:
    """Return when the last of a story's articles was published, of those that say so."""
    return published(story.times[-1]) if story.times else taken_in(story.last_seen)


def span(first: datetime, last: datetime) -> str:
    """Return "Thu 27 Aug 2020 20:14 – Fri 28 Aug 2020 11:40 UTC", or the one time if they are the same minute.

    Either is the day alone where no more is known, and so are both where they are the ends of days.
    """
    start, end = when(first), when(last)
    if start == end or (is_day_alone(first) and start[:-6] == end[:-6] and is_day_alone(last)):
        return published(last)
    if is_day_alone(last):
        return f"{published(first)} – {published(last)}"
    return f"{published(first).removesuffix(' UTC')} – {end} UTC"


def period(first: datetime, last: datetime) -> str:
    """Return the time from `first` to `last` to the minute, as `span` does for what was published."""
    return f"{when(first)} – {when(last)} UTC"


def days_apart(decision: Decision, articles: Sequence[Article]) -> float | None:
    """Return how far an article was from its nearest neighbour; None if one of the two gives no date.

    Which neighbour that was is not on record: it is one that stands just as far away.
    """
    by_id = {article.id: article for article in articles}
    here = by_id.get(decision.article_id)
    if here is None:
        return decision.days
    near = [a for a in articles if a is not here and abs(_days(a, here) - decision.days) < _AS_FAR]
    return None if here.published is None or any(a.published is None for a in near) else decision.days


def _days(one: Article, other: Article) -> float:
    return abs((one.when - other.when).total_seconds()) / 86_400


def stamp(moment: datetime) -> str:
    """Return "2020-08-28T11:40:00Z"."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
