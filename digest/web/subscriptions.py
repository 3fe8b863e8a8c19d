"""Feeds by the list, from another program or person: what can be subscribed to, and what is refused and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..errors import FeedError
from ..model import Feed
from ..text import clean_line
from .guard import web_url

_TAG = 50
_PROGRAMS = ("exec:", "filter:", "|")
"""How other readers spell "run this and read what it prints"."""


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """What a list comes to: each address once, in order."""

    feeds: tuple[Feed, ...]
    refused: tuple[str, ...] = ()
    """One line for each thing in the list that is no feed, with the reason."""


def address(text: str) -> str:
    """Return the address as it is fetched; ValueError, in words and without any password, if it is none.

    An address with a login is refused: it came with a list, not from the reader.
    """
    if not text.strip():
        raise ValueError("has no address")
    if text.strip().lower().startswith(_PROGRAMS):
        raise ValueError(f"{clean_line(text, 80)}: would run a program, which digest never does")
    try:
        url = web_url(text)
    except FeedError as error:
        raise ValueError(f"{_bare(text)}: {error.reason}") from error
    if url.user is not None or url.password is not None:
        shown = url.with_user(None)
        raise ValueError(
            f"{shown}: holds a login; `digest add` the address with it, or write it into the configuration"
        )
    return str(url)


def tags(names: Iterable[str]) -> tuple[str, ...]:
    """Return what is left of the names as tags, each once whatever its case."""
    found: dict[str, str] = {}
    for name in names:
        tag = clean_line(name.replace(",", " "), _TAG).lstrip("#")
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def once(feeds: Iterable[Feed]) -> tuple[Feed, ...]:
    """Return each address once, with the tags of all its mentions."""
    found: dict[str, Feed] = {}
    for feed in feeds:
        known = found.get(feed.url)
        found[feed.url] = with_tags(known, feed.tags) if known else feed
    return tuple(found.values())


def with_tags(feed: Feed, more: Iterable[str]) -> Feed:
    """Return the feed with these tags, too."""
    return replace(feed, tags=tags((*feed.tags, *more)))


def _bare(text: str) -> str:
    """Return the start of a text that is no address, without what might be a password."""
    head, at, tail = text.rpartition("@")
    scheme = head.partition("//")[0]
    return clean_line(f"{scheme}//…@{tail}" if at and "//" in head else text, 120)
