"""What a query asks for, as a tree of frozen values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Field(StrEnum):
    """Where words are looked for."""

    ANY = "any"
    """In the title or the text."""
    TITLE = "title"
    TEXT = "text"


class Key(StrEnum):
    """What is asked for by its name."""

    FEED = "feed"
    OUTLET = "outlet"
    AUTHOR = "author"
    TAG = "tag"
    LANGUAGE = "lang"


class Mark(StrEnum):
    """What can be so of an article."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    SUMMARY = "summary"
    """Only a summary of it is held."""
    EDITED = "edited"
    """Its outlet changed it after it was taken in."""
    SILENT = "silent"
    """An edit changed what it says, and no note in the text owns up to that."""
    COVERED = "covered"
    """Unread, but another article of its story was read."""


class Figure(StrEnum):
    """What is counted of a story."""

    SOURCES = "sources"
    """The outlets that tell it."""
    ORIGINS = "origins"
    DIFFERS = "differs"
    """The facts in which its accounts differ, where that was worked out."""


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several in this order."""

    text: str
    field: Field = Field.ANY
    begun: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression to be found in the title or the text, capitals or not."""

    expression: str


@dataclass(frozen=True, slots=True)
class Named:
    """What a feed, outlet, author, tag or language is called; of the first three a part of the name is enough."""

    key: Key
    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark an article has."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Dated:
    """Published at that moment or later, or else before it; without a date it counts as of when it was taken in."""

    moment: datetime
    newer: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """Part of the story of that number, or else of a story of the storyline of that number."""

    number: int
    storyline: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A story's figure beside a number."""

    figure: Figure
    sign: str
    """One of = < > <= >=."""
    number: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be so."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """All of the parts are so; without parts, everything is."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts is so."""

    parts: tuple["Node", ...]


Node = Words | Pattern | Named | Marked | Dated | Numbered | Counted | Not | All | Either
