"""What must hold of a feed that was read, whatever it was read from."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from digest.ingest.visit import entry_hash, what_is_new
from digest.model import Entry, ParsedFeed
from digest.text import clean
from digest.web.entries import ENTRIES, TEXT_CHARACTERS
from digest.web.feedbody import read_feed
from digest.web.markup import plain

NOW = datetime(2020, 8, 29, tzinfo=UTC)
URL = "http://quay-courier.example/feeds/all.xml"
_TYPES = ("", "application/rss+xml", "text/xml; charset=iso-8859-1", "application/json", "text/html; charset=nonsense")


def check(body: bytes, number: int = 0) -> ParsedFeed | None:
    """Read a body, assert what must hold, and return the feed if it was one; any exception is a fault of ours."""
    content_type = _TYPES[number % len(_TYPES)]
    found = read_feed(body, URL, content_type, NOW)
    if isinstance(found, str):
        assert found == clean(found)
        assert 0 < len(found) < 200
        return None
    for text in _texts(found):
        assert text == clean(text), f"not clean: {text[:80]!r}"
        text.encode()
    for entry in found.entries:
        _check_entry(entry)
    keys = [entry.key for entry in found.entries]
    assert len(keys) == len(set(keys)) <= ENTRIES
    _check_again(found, body, content_type)
    return found


def _check_entry(entry: Entry) -> None:
    assert entry.key
    assert len(entry.key) <= 1000
    assert "\n" not in entry.title
    assert len(entry.title) <= 1000
    assert max(len(entry.summary), len(entry.content)) <= TEXT_CHARACTERS
    assert not entry.url or entry.url.startswith(("http://", "https://"))
    for date in (entry.published, entry.updated):
        assert date is None or datetime(1970, 1, 1, tzinfo=UTC) < date <= NOW + timedelta(days=2)
    text = plain(entry.content)
    assert text == clean(text)
    entry_hash(entry)


def _check_again(found: ParsedFeed, body: bytes, content_type: str) -> None:
    """Hold that an unchanged feed brings nothing new."""
    _, hashes = what_is_new(found.entries, {})
    again = read_feed(body, URL, content_type, NOW, found.items)
    assert isinstance(again, ParsedFeed), again
    assert what_is_new(again.entries, hashes) == ((), {})


def _texts(found: ParsedFeed) -> Iterator[str]:
    yield from (found.title, found.site, found.language)
    for entry in found.entries:
        yield from (entry.key, entry.title, entry.url, entry.summary, entry.language, *entry.authors, *entry.tags)
