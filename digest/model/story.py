"""Stories: one event as several outlets tell it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from .comparison import Origins


class StoryFilter(TypedDict, total=False):
    """The keywords that choose stories; what is left out asks for nothing."""

    since: datetime | None
    until: datetime | None
    min_outlets: int
    unread: bool
    starred: bool


class StorySort(StrEnum):
    """The orders a list of stories can have."""

    COVERAGE = "coverage"
    """Many outlets and recent first."""
    NEWEST = "newest"
    DIFFERS = "differs"


class StoryPage(StoryFilter, total=False):
    """The keywords that choose a page of stories: by default 50 of the most covered."""

    sort: StorySort
    limit: int | None
    offset: int
    now: datetime | None


@dataclass(frozen=True, slots=True)
class Story:
    """One event as news covers it over days; its id is never used again for another."""

    id: int
    title: str
    """A member's own headline, never a generated one."""
    first_seen: datetime
    last_seen: datetime
    """When the first and the last article were published; one without a date counts as of when it was taken in."""
    title_why: str = ""
    lead: str = ""
    """The first sentence of the article that gave the title."""
    language: str = ""
    articles: int = 0
    outlets: tuple[str, ...] = ()
    """In order of first publication."""
    origins: Origins = Origins(0, certain=True)
    differs: int | None = 0
    """Facts on which the outlets differ; None while it is open, because nobody has looked since the story changed."""
    unread: int = 0
    starred: int = 0
    times: tuple[datetime, ...] = ()
    """When its articles were published, oldest first; those without a date are not among them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of the clusterer with its evidence: what "why is this here?" shows."""

    what: str
    """"new", "join" or "merge"; by hand also "split" and "move"."""
    article_id: int
    story_id: int
    gone: int | None = None
    """For a merge: the story that was absorbed and now leads to `story_id`. For a split or move: the story left."""
    score: float = 0.0
    """Mean probability that it tells one event with the story's latest members, 0 to 1."""
    terms: tuple[str, ...] = ()
    """The terms that tie it to the story, strongest first."""
    days: float = 0.0
    """Days between the article and the nearest member."""
    by_hand: bool = False
    """Made by the reader: no evidence is needed."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What was decided by hand of pairs of articles, by their ids; no later grouping undoes it."""

    must: frozenset[tuple[int, int]] = frozenset()
    """Always in one story."""
    cannot: frozenset[tuple[int, int]] = frozenset()
    """Never in one story."""


UNCONSTRAINED = Constraints()
"""Nothing was decided by hand."""
