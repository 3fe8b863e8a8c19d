"""Storylines: stories of weeks that belong together, and what a story is about as far as that takes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Profile:
    """A story as a storyline sees it: whom and what its headlines and leads name."""

    story_id: int
    language: str
    first_seen: datetime
    last_seen: datetime
    outlets: frozenset[str]
    terms: Mapping[str, float]
    """The part of its articles that say each term; what is not a name begins with "~"."""
    spelled: Mapping[str, str]
    """Each term as it is mostly written."""


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories that follow each other, each no more than two weeks after another; its id is never given twice."""

    id: int
    name: str
    """What its stories share: "Belarus · Lukashenko · EU sanctions"."""
    first_seen: datetime
    last_seen: datetime
    stories: tuple[int, ...]
    """Oldest first."""
    articles: int = 0
    unread: int = 0
