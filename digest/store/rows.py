"""Rows to and from the model: the one place that knows how a value is spelled in a column."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from ..model import Article, Provenance, Reading

Row = tuple[Any, ...]

MOST = 2**63 - 1
"""The largest id SQLite can hold; what is beyond cannot be there."""

_META = (
    "feed_id key outlet url fetched published published_from title_from outlet_from language authors agency place"
    " excerpt excerpt_why tags revision reading starred story_id silent updated version_seen page_due"
    " page_tries reached read_revision".split()
)
ARTICLE = f"a.id, c.title, c.text, {', '.join('a.' + name for name in _META)}"
"""The columns `to_article` reads, for `articles a JOIN contents c`."""
JOINED = "articles a JOIN contents c ON c.article_id = a.id"


def time_text(when: datetime) -> str:
    """Return an aware time as UTC text of one width, so that text order is time order."""
    if when.tzinfo is None:
        raise ValueError("times in the store are aware")
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def maybe_text(when: datetime | None) -> str | None:
    """Return `time_text`, or None for None."""
    return None if when is None else time_text(when)


def to_time(text: str) -> datetime:
    """Return the time that `time_text` wrote."""
    return datetime.fromisoformat(text)


def maybe_time(text: str | None) -> datetime | None:
    """Return `to_time`, or None for None."""
    return None if text is None else to_time(text)


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """Return values as one JSON parameter for `IN (SELECT value FROM json_each(?))`, however many they are."""
    return json.dumps(list(values), ensure_ascii=False)


def words(text: str) -> tuple[str, ...]:
    """Return the strings that `listed` wrote."""
    return tuple(json.loads(text))


def to_article(row: Row) -> Article:
    """Return the article of a row of `ARTICLE` columns."""
    number, title, text, *meta = row
    found = dict(zip(_META, meta, strict=True))
    return Article(
        id=number,
        title=title,
        text=text,
        key=found["key"],
        outlet=found["outlet"],
        fetched=to_time(found["fetched"]),
        url=found["url"],
        published=maybe_time(found["published"]),
        published_from=Provenance(found["published_from"]),
        title_from=Provenance(found["title_from"]),
        outlet_from=Provenance(found["outlet_from"]),
        language=found["language"],
        authors=words(found["authors"]),
        agency=found["agency"],
        place=found["place"],
        excerpt=bool(found["excerpt"]),
        excerpt_why=found["excerpt_why"],
        page_due=maybe_time(found["page_due"]),
        page_tries=found["page_tries"],
        reached=found["reached"],
        read_revision=found["read_revision"],
        tags=words(found["tags"]),
        feed_id=found["feed_id"],
        revision=found["revision"],
        reading=Reading(found["reading"]),
        starred=bool(found["starred"]),
        story_id=found["story_id"],
        silent=found["silent"],
        updated=maybe_time(found["updated"]),
        version_seen=to_time(found["version_seen"]),
    )


def from_article(article: Article) -> dict[str, Any]:
    """Return the columns of `articles` that an outlet's answer decides: not the reader's marks, not the story."""
    return {
        "feed_id": article.feed_id,
        "key": article.key,
        "outlet": article.outlet,
        "url": article.url,
        "fetched": time_text(article.fetched),
        "published": maybe_text(article.published),
        "counts_at": time_text(article.when),
        "published_from": article.published_from.value,
        "title_from": article.title_from.value,
        "outlet_from": article.outlet_from.value,
        "language": article.language,
        "authors": listed(article.authors),
        "agency": article.agency,
        "place": article.place,
        "excerpt": int(article.excerpt),
        "excerpt_why": article.excerpt_why,
        "page_due": maybe_text(article.page_due),
        "page_tries": article.page_tries,
        "reached": article.reached,
        "tags": listed(article.tags),
        "updated": maybe_text(article.updated),
    }
