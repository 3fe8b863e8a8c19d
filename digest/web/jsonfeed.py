"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser does not read."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from .dates import when
from .entries import RawEntry, RawFeed


def read(body: bytes) -> RawFeed | str:
    """Return the feed, or why it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return "JSON that cannot be read"
    if not isinstance(found, dict) or not _is_feed(found):
        return "JSON, but no JSON Feed"
    items = found.get("items")
    entries = [_entry(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return RawFeed(
        title=_text(found, "title"),
        site=_text(found, "home_page_url"),
        language=_text(found, "language"),
        entries=tuple(entries),
        lost=len(items) - len(entries) if isinstance(items, list) else 0,
    )


def _is_feed(found: dict[str, Any]) -> bool:
    return "jsonfeed.org/version/" in _text(found, "version") or ("items" in found and "title" in found)


def _entry(item: dict[str, Any]) -> RawEntry:
    identity = item.get("id")
    return RawEntry(
        id=str(identity) if isinstance(identity, str | int | float) and identity != "" else "",
        title=_text(item, "title"),
        link=_text(item, "url") or _text(item, "external_url"),
        summary=_text(item, "summary") or _text(item, "content_text"),
        content=_text(item, "content_html"),
        published=_date(item, "date_published") or _date(item, "date_modified"),
        updated=_date(item, "date_modified"),
        authors=tuple(_authors(item)),
        language=_text(item, "language"),
        tags=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        title_is_html=False,
        summary_is_html=False,
    )


def _authors(item: dict[str, Any]) -> Iterator[str]:
    for author in [*_list(item, "authors"), item.get("author")]:
        if isinstance(author, dict) and _text(author, "name"):
            yield _text(author, "name")


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _list(found: dict[str, Any], name: str) -> list[Any]:
    value = found.get(name)
    return value if isinstance(value, list) else []


def _date(item: dict[str, Any], name: str) -> datetime | None:
    return when(_text(item, name))
