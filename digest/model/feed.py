"""What is asked of a feed and what it answers."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import unquote

from .article import Article


class FullText(StrEnum):
    """Whether the pages behind a feed's entries are fetched."""

    AUTO = "auto"
    """Fetch a page when the feed itself holds no full text."""
    ALWAYS = "always"
    NEVER = "never"


_LOGIN = re.compile(r"([a-z][a-z0-9+.-]*://)([^/?#\s]*)@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscribed feed with what its last answers taught us.

    A login written into the address ("https://ann:secret@paper.example/feed") is taken out of it: `url` may be shown.
    """

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
    answered: datetime | None = None
    """When it last answered well."""
    name: str = ""
    """The reader's own name for it, which goes before the title it gives itself."""
    tags: tuple[str, ...] = ()
    timeout: float | None = None
    """Seconds for one request; None for what holds for all feeds."""
    interval: timedelta = timedelta(0)
    """The least time between two visits, whatever the server allows."""
    paused: bool = False
    """Subscribed to, but not asked."""
    listed: str = ""
    """The address under which the configuration file names it; empty if it does not."""
    login: str = field(default="", repr=False)
    """"user:password" for this run: from the configuration, never stored, never shown."""
    typed_login: str = field(default="", repr=False)
    """"user:password" as it was written into the address; stored, never shown."""
    typed: str = ""
    """The address the user gave, if the feed has moved since: what may be private, and whom a login is for."""
    ttl: int = 0
    """Seconds for which the last body asked not to be fetched again; 0 if it did not say."""
    items: bytes = field(default=b"", repr=False)
    """The hashes of the last body's raw items, one after the other, so that an unchanged item is not read again."""

    def __post_init__(self) -> None:
        """Part the login from the address."""
        if found := _LOGIN.match(self.url):
            object.__setattr__(self, "url", found[1] + self.url[found.end() :])
            object.__setattr__(self, "typed_login", unquote(found[2]))

    @property
    def label(self) -> str:
        """Return what the feed is called: by the reader, else by itself, else its address."""
        return self.name or self.title or self.outlet or self.url


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
    aliases: tuple[str, ...] = ()
    """Other keys by which an item without an id is known again after an edit."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's body, read."""

    title: str
    site: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    lost: int = 0
    """Entries that could not be read."""
    ttl: int = 0
    """Seconds for which the feed asks not to be fetched again; 0 if it does not say."""
    items: bytes = b""
    """The hashes of its raw items, one after the other; empty if they cannot be told apart before they are read."""


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
