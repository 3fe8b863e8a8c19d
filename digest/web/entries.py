"""A feed's raw fields, of whatever format, made into entries: identity, dates, links, plain text."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from yarl import URL

from ..errors import FeedError
from ..model import Entry, ParsedFeed
from ..text import clean, clean_line
from .dates import plausible
from .guard import web_url
from .markup import plain

ENTRIES = 2_000
"""The newest entries taken of one answer."""
TEXT_CHARACTERS = 1_000_000
FULL_WORDS = 200
"""From so many words on, a feed's own text counts as the whole article."""
_ID_CHARACTERS = 1_000
_ADDRESS_CHARACTERS = 8_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AUTHORS = 10
_TAGS = 20


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One item as the feed spells it, nothing cleaned."""

    id: str = ""
    title: str = ""
    link: str = ""
    summary: str = ""
    content: str = ""
    """HTML."""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    tags: tuple[str, ...] = ()
    title_is_html: bool = True
    summary_is_html: bool = True


@dataclass(frozen=True, slots=True)
class RawFeed:
    """A feed as it spells itself."""

    title: str = ""
    site: str = ""
    language: str = ""
    entries: tuple[RawEntry, ...] = ()
    lost: int = 0
    ttl: int = 0


def finish(raw: RawFeed, base: str, now: datetime) -> ParsedFeed:
    """Return the feed with each entry cleaned; the newest 2,000, one entry for each key, the first of equals.

    `base` is the feed's own address, against which relative links are read.
    """
    home = link(raw.site, base)
    shared = _ids_shared(raw.entries)
    entries: dict[str, Entry] = {}
    nameless: set[str] = set()
    lost = raw.lost
    for item in raw.entries:
        try:
            entry = _finish_entry(item, base, now, raw.language, item.id in shared)
        except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError):
            lost += 1  # what the libraries raise on one entry costs that entry
            continue
        if entries.setdefault(entry.key, entry) is entry and (not item.id or item.id in shared):
            nameless.add(entry.key)
    links = Counter(entry.url for entry in entries.values())
    newest = [
        replace(entry, aliases=_aliases(entry, home)) if entry.key in nameless and links[entry.url] == 1 else entry
        for entry in entries.values()
    ]
    if len(newest) > ENTRIES:
        newest = sorted(newest, key=lambda e: e.published or _EPOCH, reverse=True)[:ENTRIES]
    return ParsedFeed(
        title=clean_line(plain(raw.title), 200),
        site=home,
        language=_language(raw.language),
        entries=tuple(newest),
        lost=lost,
        ttl=raw.ttl,
    )


def link(text: str, base: str) -> str:
    """Return the absolute http(s) address, or an empty string if `text` spells none that a server would take."""
    if not text.strip() or len(text) > _ADDRESS_CHARACTERS:
        return ""
    try:
        return str(web_url("".join(text.split()), URL(base)))
    except FeedError:
        return ""


def _finish_entry(item: RawEntry, base: str, now: datetime, language: str, shared_id: bool) -> Entry:
    title = clean_line(plain(item.title) if item.title_is_html else item.title)
    url = link(item.link, base)
    summary, content = _texts(item)
    published = plausible(item.published, now)
    return Entry(
        key=_key(item, title, url, shared_id),
        title=title or clean_line(summary, 120),
        url=url,
        summary=summary,
        content=content,
        published=published,
        updated=plausible(item.updated, now),
        authors=_names(item.authors, _AUTHORS),
        language=_language(item.language or language),
        tags=_names(item.tags, _TAGS),
    )


def _texts(item: RawEntry) -> tuple[str, str]:
    """Return the plain text of what an entry says, and its HTML if that is the whole article."""
    summary = _text(plain if item.summary_is_html else clean, item.summary)
    if not item.content:
        full = item.summary_is_html and _is_full(summary)
        return summary, _storable(item.summary) if full else ""
    html = _storable(item.content)
    text = _text(plain, html)
    return (text, html) if _is_full(text) else (max(summary, text, key=len), "")


def _storable(html: str) -> str:
    """Return the HTML without lone surrogates, which nothing can be written with."""
    return html[:TEXT_CHARACTERS].encode("utf-8", "replace").decode()


def _is_full(text: str) -> bool:
    return len(text) > 2 * FULL_WORDS and len(text.split()) >= FULL_WORDS


def _text(read: Callable[[str], str], text: str) -> str:
    return read(text[: 4 * TEXT_CHARACTERS])[:TEXT_CHARACTERS].strip()


def _key(item: RawEntry, title: str, url: str, shared_id: bool) -> str:
    identity = clean(item.id).strip()
    if identity and not shared_id:
        return identity if len(identity) <= _ID_CHARACTERS else f"sha:{_hash(identity)}"
    date = item.published.isoformat() if item.published else ""
    return f"sha:{_hash(clean_line(item.id), url, title or item.summary, date)}"


def _aliases(entry: Entry, home: str) -> tuple[str, ...]:
    """Return by what else an entry without an id is the same one after an edit: its link with the title or the date."""
    if not entry.url or entry.url == home:
        return ()
    date = entry.published.isoformat() if entry.published else ""  # where there are no dates the link alone has to do
    title = (f"title:{_hash(entry.url, entry.title)}",) if entry.title else ()
    return (*title, f"date:{_hash(entry.url, date)}")


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _ids_shared(entries: Iterable[RawEntry]) -> set[str]:
    """Return the ids that a careless feed gives to several articles."""
    seen: dict[str, RawEntry] = {}
    return {item.id for item in entries if item.id and _content(seen.setdefault(item.id, item)) != _content(item)}


def _content(item: RawEntry) -> tuple[str, str]:
    return item.link, item.title or item.summary


def _names(names: Iterable[str], limit: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for raw in names if (name := clean_line(plain(raw), 100))))[:limit]


def _language(code: str) -> str:
    """Return the ISO 639-1 part of a language code, or an empty string."""
    short = code.strip().replace("_", "-").split("-")[0].lower()
    return short if len(short) == 2 and short.isascii() and short.isalpha() else ""
