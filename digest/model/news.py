"""What a later version of an account brought beside earlier ones."""

from dataclasses import dataclass

from .comparison import Source
from .fact import Fact


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one version of an article states it."""

    source: Source
    fact: Fact


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact for which another answer is given than before."""

    now: Told
    before: tuple[Told, ...]
    """What was said of it until then."""


@dataclass(frozen=True, slots=True)
class News:
    """What one version of an article brought beside the versions before it."""

    version: Source
    first: bool = False
    """Nothing was told before it: all of it is new, and nothing is listed."""
    new: tuple[Told, ...] = ()
    """Facts of note that none of the versions before had."""
    changed: tuple[ChangedFact, ...] = ()
    withdrawn: tuple[Told, ...] = ()
    """Facts of note that the version before of the same article had, and which this one has no more."""


@dataclass(frozen=True, slots=True)
class SinceRead:
    """What a story brought since the reader last read it."""

    read: tuple[Source, ...]
    """The versions that the reader has read, oldest first."""
    news: tuple[News, ...] = ()
    """One for each article that is unread, or was edited since; oldest first."""
