"""An article as one outlet published it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Provenance(StrEnum):
    """Where a date, a title or an outlet's name was found."""

    FEED = "feed"
    PAGE = "page"
    TEXT = "text"
    """Said by the text itself: a dateline, a source line, a headline line."""
    OPTION = "option"
    """Given by hand on the command line."""
    FILE = "file"
    """The file's name."""
    INFERRED = "inferred"
    """Worked out, not said: shown with a question mark."""
    FETCHED = "fetched"
    """No date was given: the time we took it in stands in."""
    LEAD = "lead"
    """No headline was given: the lead sentence stands in."""


class Reading(StrEnum):
    """How far the reader is with an article."""

    UNREAD = "unread"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's article: every text cleaned, every time aware and UTC."""

    key: str
    """What makes it itself within its feed (or the address of a local file)."""
    outlet: str
    title: str
    text: str
    """The whole text as published, captions and the like included; `text.noise` says what is not body."""
    fetched: datetime
    url: str = ""
    published: datetime | None = None
    published_from: Provenance = Provenance.FEED
    """FETCHED goes with `published` None."""
    title_from: Provenance = Provenance.FEED
    outlet_from: Provenance = Provenance.FEED
    language: str = ""
    """ISO 639-1, empty when unknown."""
    authors: tuple[str, ...] = ()
    agency: str = ""
    """The agency or agencies credited: "Reuters", "agencies"."""
    place: str = ""
    """The dateline's place."""
    excerpt: bool = False
    """We hold only what the feed gave away, not the article: nothing may be called missing from it."""
    excerpt_why: str = ""
    """Why only the excerpt is held ("paywall", "page gone", "not fetched"), in words."""
    reached: str = ""
    """The address that gave the text, redirects followed; empty where no page was read for it."""
    page_due: datetime | None = None
    """From when on its page, which did not come, is asked for again; None if it is not."""
    page_tries: int = 0
    """How often in a row its page did not come."""
    tags: tuple[str, ...] = ()
    feed_id: int | None = None
    id: int = 0
    """0 until saved."""
    revision: int = 1
    """Counts the versions we have seen; above 1 the article was edited after we first saw it."""
    silent: int = 0
    """How many of these edits changed what the text says while no note in it says so; an excerpt has none."""
    updated: datetime | None = None
    """When the outlet says it last changed the article."""
    version_seen: datetime | None = None
    """When we first saw the present version; None until saved."""
    reading: Reading = Reading.UNREAD
    read_revision: int = 0
    """The version the reader has read, as far as that is known; 0 if none."""
    starred: bool = False
    story_id: int | None = None

    @property
    def when(self) -> datetime:
        """Return the time the article counts under: published, or fetched where no date was given."""
        return self.published or self.fetched


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier version of an article's title and text."""

    article_id: int
    number: int
    title: str
    text: str
    seen: datetime
    updated: datetime | None = None
    """When the outlet said then that it last changed the article."""
    silent: bool = False
    """Whether the edit that ended this version changed what the text says without a note in it."""
