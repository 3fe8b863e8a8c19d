"""What the store answers beside the model's own values."""

from dataclasses import dataclass
from datetime import datetime

from ..model import Article


@dataclass(frozen=True, slots=True)
class Saved:
    """Ids of the articles that one save took in or altered; an article that stayed as it was is in neither."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    """Title or text differ from what was held before (an excerpt that became the full text too)."""
    ids: tuple[int, ...] = ()
    """Every article that was given, in that order (a repeated key once), whether or not anything was written; 0 for
    one that the reader has had forgotten."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a query found."""

    article: Article
    snippet: tuple[tuple[str, bool], ...] = ()
    """Part of its title or text on one line, True marking words looked for; empty where no words were."""


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag of the reader's, and how much has it."""

    name: str
    articles: int = 0
    stories: int = 0


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What could be deleted."""

    articles: tuple[int, ...]
    kept: int
    """Articles that fit too, but are unread, starred or tagged."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the ingest, in numbers."""

    started: datetime
    finished: datetime
    feeds: int = 0
    ok: int = 0
    unchanged: int = 0
    failed: int = 0
    new: int = 0
    """Articles that were not there before."""
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article as the grouping weighed it when it came."""

    article_id: int
    language: str
    profile: str
    """What the grouping reads of it, in the grouping's own writing."""
    when: datetime
    dated: bool = False
    """Whether `when` is its publication."""
    story_id: int = 0
    keys: tuple[tuple[str, float], ...] = ()
    """The strong terms it is found by, with their weights; only to be kept, not read back."""
    terms: tuple[str, ...] = ()
    """All its terms, to be counted; not read back."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes, and how much of it there is."""

    name: str
    articles: int = 0
    feeds: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: for header lines."""

    articles: int = 0
    stories: int = 0
    unread: int = 0
    """Articles not read."""
    starred: int = 0
    """Articles starred."""
    feeds: int = 0
    failed_feeds: int = 0
    """Feeds whose last try failed."""
    last_ingest: datetime | None = None
    """When the last ingest run ended, or a feed was last checked where no run was recorded."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something the reader did that can be taken back."""

    id: int
    made: datetime
    kind: str
    """"mark", "star", "merge", "split", "move", "rename" …"""
    words: str
    """What was done: "marked 3 articles read"."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An act that was taken back."""

    act: Act
    restored: int
    """How many rows are again as they were before it."""
    left: int = 0
    """How many have changed since, by something else, and were left as they are."""
