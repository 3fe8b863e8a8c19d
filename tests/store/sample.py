"""Invented articles, answers and stories for the store's tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from digest.model import Article, Decision, Feed, FeedAnswer
from digest.store import Store

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)


def ago(hours: float) -> datetime:
    """Return the time that many hours before NOW."""
    return NOW - timedelta(hours=hours)


def article(key: str, **changed: object) -> Article:
    """Return an invented article; `changed` are its fields."""
    fields: dict[str, Any] = {
        "key": key,
        "outlet": "Harbour Gazette",
        "title": f"Ferry {key} leaves the quay",
        "text": f"The ferry {key} left the quay on time.\nNobody was late.",
        "fetched": NOW,
        "published": ago(1),
        "url": f"https://harbour.example/news/{key}",
        "language": "en",
    }
    return Article(**(fields | changed))


def feed(store: Store, name: str = "harbour") -> Feed:
    """Return the stored feed of that name."""
    return store.add_feed(Feed(f"https://{name}.example/feed.xml", outlet=name.title()))


def saved(store: Store, *articles: Article, name: str = "harbour") -> tuple[int, ...]:
    """Save the articles as one answer of a feed and return their ids."""
    return store.save(FeedAnswer(feed(store, name), articles)).ids


def told(store: Store, story_id: int, *articles: Article, name: str = "harbour") -> tuple[int, ...]:
    """Save the articles and make them one new story; return their ids."""
    ids = saved(store, *articles, name=name)
    store.record(Decision("join" if n else "new", number, story_id) for n, number in enumerate(ids))
    return ids
