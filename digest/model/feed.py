"""What is asked of a feed and what it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .article import Article


class FullText(StrEnum):
    """Whether the pages behind a feed's entries are fetched."""

    AUTO = "auto"
    """Fetch a page when the feed itself holds no full text."""
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscribed feed with what its last answers taught us."""

    url: str
    id: int = 0
    """0 until saved."""
    title: str = ""
    site: str = ""
    """The address of the web site the feed belongs to."""
    outlet: str = ""
    full_text: FullText = FullText.AUTO
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    """SHA-256 of the last body read, so that an unchanged body is not parsed again."""
    checked: datetime | None = None
    next_check: datetime | None = None
    failures: int = 0
    """Failures in a row."""
    error: str = ""
    """Why the last try failed; empty when it did not."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered to one request, redirects followed and the body decoded."""

    url: str
    """The address asked for."""
    final_url: str
    """The address that answered."""
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case."""
    body: bytes = b""
    moved_to: str = ""
    """Where the address asked for has moved for good (301, 308), if it has."""

    def header(self, name: str) -> str:
        """Return the first header of that lower-case name, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed: cleaned text, absolute http(s) links."""

    key: str
    """What makes the item itself within its feed: its id, else a hash of link, title and date."""
    title: str
    url: str = ""
    summary: str = ""
    """Plain text of the item's description."""
    content: str = ""
    """HTML of the item's full content, if the feed carries it."""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's body, read."""

    title: str
    site: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    lost: int = 0
    """Entries that could not be read."""


class OutcomeStatus(StrEnum):
    """How taking in one feed ended."""

    OK = "ok"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How taking in one feed ended; a failure is a value, never an exception."""

    url: str
    status: OutcomeStatus
    title: str = ""
    new: int = 0
    """Articles that were not there before."""
    changed: int = 0
    """Articles whose text or title changed."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """All that one visit to a feed changes in the store: saved whole or not at all."""

    feed: Feed
    """The feed with its new validators, status and title."""
    articles: tuple[Article, ...] = ()
