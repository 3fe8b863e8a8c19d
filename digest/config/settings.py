"""What can be set, with its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from ..model import FullText
from .zone import own_zone

THEMES = ("dark", "light", "high-contrast")
"""The looks of the screens; the first one is the default."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks for a feed: with a password, or with the one a keyring holds for the service."""

    user: str
    password: str = field(default="", repr=False)
    keyring: str = ""
    """The service under which the system's keyring holds the password."""


@dataclass(frozen=True, slots=True)
class FeedWish:
    """A feed as the configuration file wants it."""

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()
    timeout: float | None = None
    full_text: FullText = FullText.AUTO
    interval: timedelta = timedelta(0)
    login: Login | None = None
    line: int = 0
    """Where the file names it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How feeds are taken in."""

    contact: str = ""
    """How a server's owner may reach the user: an address or a page, sent in the User-Agent."""
    timeout: float = 20.0
    """Seconds for one request, from the name lookup to the last byte, all redirects included."""
    connect_timeout: float = 10.0
    """Seconds until a connection stands."""
    feed_mib: int = 15
    """MiB that a feed may unpack to."""
    page_mib: int = 5
    """MiB that a page may unpack to."""
    pages: int = 200
    """Pages fetched for one feed in one run; the entries beyond stay excerpts until a later one."""
    connections: int = 64
    """Requests under way at the same time."""
    per_host: int = 4
    """Requests to one host at the same time; a host is a name with its port."""
    page_spacing: float = 0.4
    """Seconds between the beginnings of two page requests to one host, on average."""
    interval: timedelta = timedelta(0)
    """The least time between two visits to one feed, unless the feed has its own."""
    workers: int = 0
    """Child processes that read feeds and pages; 0 means as many as there are processors, up to 4."""


@dataclass(frozen=True, slots=True)
class DigestWish:
    """What a digest is like unless an option says otherwise."""

    folder: str = ""
    """Where it is written; empty for stdout."""
    format: str = "markdown"
    view: str = ""
    """The view whose stories it tells; empty for all stories."""
    sections: tuple[str, ...] = ()
    """Its headings: names of views, or tags with a # in front."""
    min_outlets: int = 1
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Config:
    """All that is set."""

    path: Path | None = None
    """The file it was read from; None where there is none."""
    timezone: str = ""
    """The zone days are counted in, such as Europe/Berlin; empty for the computer's own."""
    on_new_difference: tuple[str, ...] = ()
    """The program, with its arguments, to run when a starred story has a new difference; empty for none."""
    theme: str = THEMES[0]
    """The look of the screens, one of `THEMES`."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys given anew, by the command's id: "stories.compare"."""
    ingest: Limits = Limits()
    feeds: tuple[FeedWish, ...] = ()
    views: Mapping[str, str] = field(default_factory=dict)
    """The saved queries by name, as they were written: they are read when they are asked for."""
    digest: DigestWish = DigestWish()
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where each key that is set stands: "timezone", "ingest.timeout"."""

    @property
    def zone(self) -> tzinfo:
        """Return the zone days are counted in."""
        return ZoneInfo(self.timezone) if self.timezone else own_zone()
