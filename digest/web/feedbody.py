"""A feed's body read by feedparser; runs in a child process, because a body may be made to kill its reader."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
from feedparser.mixin import _FeedParserMixin

from ..model import ParsedFeed
from . import jsonfeed
from .cutting import cut
from .dates import when
from .entries import ENTRIES, RawEntry, RawFeed, finish

# A relative id is a name, not an address: made absolute it would be another one when the feed moves, and all its
# entries new. (Giving feedparser no base is no way out where there is an xml:base, whose scope it then never leaves.)
_FeedParserMixin.can_be_relative_uri.discard("id")

_REFERENCE = re.compile(rb"&#(?:x([0-9a-f]{1,12})|([0-9]{1,12}));", re.IGNORECASE)
_BASE = re.compile(rb"\bbase\s*=")
_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ITEM_START = re.compile(rb"<(?:item|entry)[\s>]", re.IGNORECASE)
_DAY = 24 * 3600
_PERIODS = {"hourly": 3600, "daily": _DAY, "weekly": _DAY * 7, "monthly": _DAY * 30, "yearly": _DAY * 365}
_ALONE = 300
"""As many entries are tried one by one when a body cannot be read whole."""


def read_feed(body: bytes, url: str, content_type: str, now: datetime, known: bytes = b"") -> ParsedFeed | str:
    """Return the feed, or in words what the body is instead; `url` is the address that answered.

    Items whose hashes are in `known` (an earlier reading's `items`) are left out.
    """
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "the answer is empty"
    is_json = start.startswith((b"{", b"["))
    items = b""
    if is_json:
        raw = jsonfeed.read(body)
    else:
        whole = _shortened(_mend(body))
        body, items = cut(whole, known, ENTRIES)
        raw = _read_xml(body, url, content_type, is_feed=len(body) < len(whole))
    if isinstance(raw, str):
        return f"not a feed: {raw}"
    return replace(finish(raw, url, now), items=items)


def _mend(body: bytes) -> bytes:
    """Replace character references to what is no character, on which feedparser raises for the whole feed."""

    def mended(match: re.Match[bytes]) -> bytes:
        number = int(match[1], 16) if match[1] else int(match[2])
        bad = number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or (number < 32 and number not in (9, 10, 13))
        return b"&#xFFFD;" if bad else match[0]

    return _REFERENCE.sub(mended, body)


def _shortened(body: bytes) -> bytes:
    """Cut the middle out of an endless feed: its newest entries stand first or, in a few feeds, last."""
    starts = [match.start() for match in _ITEM_START.finditer(body)]
    if len(starts) <= 2 * ENTRIES:
        return body
    return body[: starts[ENTRIES]] + body[starts[-ENTRIES] :]


def _read_xml(body: bytes, url: str, content_type: str, *, is_feed: bool) -> RawFeed | str:
    try:
        found = _parse(body, url, content_type)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return _one_by_one(body, url, content_type)
    if not found["entries"] and not found.get("version") and not is_feed:
        return _what_is(body)
    entries, lost = _entries(found)
    return RawFeed(*_about(found["feed"]), entries=entries, lost=lost, ttl=_ttl(found["feed"]))


def _parse(body: bytes, url: str, content_type: str) -> Mapping[str, Any]:
    headers = {"content-type": content_type} if content_type else {}
    if _BASE.search(body):  # a fifth of the work; `finish` makes links absolute where no element has a base of its own
        headers["content-location"] = url
    # Always a stream: feedparser opens a str as a URL and bytes as a file name.
    found: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(body), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )
    return found


def _one_by_one(body: bytes, url: str, content_type: str) -> RawFeed | str:
    """Read each entry in a feed of its own, and count those that still fail."""
    first = _ITEM.search(body)
    if first is None:
        return "it cannot be read"
    head = body[: first.start()]
    entries: list[RawEntry] = []
    about, lost = ("", "", ""), 0
    for match in list(_ITEM.finditer(body))[:_ALONE]:
        try:
            found = _parse(head + match[0], url, content_type)
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
            lost += 1
            continue
        one, unread = _entries(found)
        about = max(about, _about(found["feed"]))
        entries.extend(one)
        lost += unread
    return RawFeed(*about, entries=tuple(entries), lost=lost) if entries else "none of its entries can be read"


def _ttl(feed: Mapping[str, Any]) -> int:
    """Return the seconds of RSS's <ttl>, else of the syndication module's period, 0 if neither is there."""
    minutes = str(feed.get("ttl") or "").strip()
    if minutes.isascii() and minutes.isdigit():
        return min(60 * int(minutes[:6]), _DAY)
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower(), 0)
    times = str(feed.get("sy_updatefrequency") or "1").strip()
    often = int(times[:6]) if times.isascii() and times.isdigit() else 1
    return min(period // max(often, 1), _DAY)


def _about(feed: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(feed.get("title") or ""), str(feed.get("link") or ""), str(feed.get("language") or "")


def _entries(found: Mapping[str, Any]) -> tuple[tuple[RawEntry, ...], int]:
    language = str(found["feed"].get("language") or "")
    entries: list[RawEntry] = []
    lost = 0
    for item in found["entries"]:
        try:
            entries.append(_entry(item, language))
        except (ValueError, LookupError, AttributeError, TypeError):
            lost += 1
    return tuple(entries), lost


def _entry(item: Mapping[str, Any], language: str) -> RawEntry:
    updated = _time(item, "updated")
    return RawEntry(
        id=str(item.get("id") or ""),
        title=str(item.get("title") or ""),
        link=str(item.get("feedburner_origlink") or item.get("link") or ""),
        summary=str(item.get("summary") or ""),
        content=max((str(part.get("value") or "") for part in item.get("content") or ()), key=len, default=""),
        published=_time(item, "published") or updated,
        updated=updated,
        authors=tuple(_authors(item)),
        language=str((item.get("title_detail") or {}).get("language") or language),
        tags=tuple(str(tag.get("term") or "") for tag in item.get("tags") or ()),
        title_is_html=(item.get("title_detail") or {}).get("type") != "text/plain",
    )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    for author in item.get("authors") or ():
        name = str(author.get("name") or "")
        if name and "@" not in name:
            yield name


def _time(item: Mapping[str, Any], name: str) -> datetime | None:
    # Past FeedParserDict, whose own get lends an entry's "published" to its "updated".
    parsed = dict(item).get(f"{name}_parsed")
    if not parsed:
        return when(str(dict(item).get(name) or ""))
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def _what_is(body: bytes) -> str:
    """Name what came instead of a feed."""
    start = body[:2048].lstrip().lower()
    if b"<opml" in start:
        return "it is a list of feeds (OPML)"
    if b"<html" in start or start.startswith(b"<!doctype html") or b"<head" in start or b"<body" in start:
        return "it is an HTML page"
    if start.startswith((b"\x1f\x8b", b"pk\x03\x04")) or b"\x00" in start:
        return "it is binary data"
    root = re.search(rb"<([a-z][\w:.-]{0,40})", start)
    if start.startswith(b"<") and root:
        return f"it is XML of another kind, <{root[1].decode('ascii', 'replace')}>"
    return "it is plain text"
