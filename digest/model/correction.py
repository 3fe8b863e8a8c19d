"""What the reader put right in a comparison by hand."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .fact import FactKind


class Verdict(StrEnum):
    """What the reader says of the words of two articles, or of one."""

    APART = "apart"
    """The two do not speak of one thing: the mark that brought them together is rejected."""
    AGREE = "agree"
    """The two speak of one thing and say the same."""
    DIFFER = "differ"
    """The two speak of one thing and do not say the same."""
    NOT_ONLY = "not only"
    """The words of one article, which were marked as found there only, stand elsewhere too."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a fact: by these it is known again, whatever a later extractor makes of the text around them."""

    article_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; it stays until it is taken back."""

    verdict: Verdict
    kind: FactKind
    one: Words
    other: Words | None = None
    """None for NOT_ONLY."""
    note: str = ""
    """The reader's reason."""
    id: int = 0
    """0 until kept."""
    made: datetime | None = None
