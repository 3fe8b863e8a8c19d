"""Several outlets' accounts of one story, laid side by side."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .fact import Fact, FactKind


class State(StrEnum):
    """How the sources stand to one fact: a closed set. "Differs" is never "false"."""

    SAME_TEXT = "agree_same_text"
    """A shared run of words: one origin."""
    REWORDED = "agree_reworded"
    """Own words, same normal form."""
    PARTIAL = "agree_partial"
    """One side says more, or less exactly."""
    DIFFER_VALUE = "differ_value"
    DIFFER_DATE = "differ_date"
    DIFFER_STATUS = "differ_status"
    DIFFER_ATTRIBUTION = "differ_attribution"
    DIFFER_WORDING = "differ_wording"
    ONLY = "only"
    """Found in one of the sources compared, and not in the full text of any other of them."""
    UNKNOWN = "unknown"
    """Cannot tell: the other side is an excerpt or in another language."""

    @property
    def family(self) -> str:
        """Return "agree", "differ", "only" or "unknown"."""
        return self.value.split("_")[0]


class Cell(StrEnum):
    """What stands in a source's place where it does not state a fact."""

    ABSENT = "absent"
    """Not in the full text we hold of it."""
    UNKNOWN = "unknown"
    """We hold an excerpt, read only the first part of a very long text, or cannot read its language."""


@dataclass(frozen=True, slots=True)
class Origins:
    """From how many independent places something comes, as far as the texts show."""

    count: int
    certain: bool
    """False when a credit such as "and agencies" leaves it open: shown with "?"."""


@dataclass(frozen=True, slots=True)
class Source:
    """One column of a comparison: one outlet's article."""

    article_id: int
    outlet: str
    title: str
    text: str
    url: str = ""
    published: datetime | None = None
    published_inferred: bool = False
    agency: str = ""
    excerpt: bool = False
    cut: bool = False
    """`text` is the first part of a very long text: what is not in it may stand in the rest."""
    language: str = ""
    revision: int = 1
    silent: int = 0
    """How many of its edits no note in the text owns up to."""
    fetched: datetime | None = None
    """When this version of the text was taken in."""
    reached: str = ""
    """The address that gave the text, redirects followed; empty where no page was read for it."""
    also: tuple[str, ...] = ()
    """Outlets that carry the same report nearly word for word."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact across the sources: the answers they give and what that comes to."""

    kind: FactKind
    state: State
    cells: tuple[tuple[Fact, ...] | Cell, ...]
    """One for each source, in the order of `Comparison.sources`; the first fact of a cell is the one shown."""
    words: str
    """The state in words with the values: "count differs: 14 / 17", "only in Harbour Gazette"."""
    why: str = ""
    """Why these facts were laid beside each other: "same number 20, same unit person"."""
    origins: Origins = Origins(1, certain=True)
    importance: int = 2
    elsewhere: bool = False
    """For ONLY: another article of the story, which has no column here, may state it too."""
    corrected: str = ""
    """What the reader put right here by hand, in words; empty where the rules alone speak."""

    @property
    def present(self) -> tuple[int, ...]:
        """Return the indexes of the sources that state the fact."""
        return tuple(i for i, cell in enumerate(self.cells) if not isinstance(cell, Cell))

    @property
    def stated(self) -> tuple[tuple[int, Fact], ...]:
        """Return each source that states the fact, by index, with the fact to show for it."""
        return tuple((i, cell[0]) for i, cell in enumerate(self.cells) if not isinstance(cell, Cell))


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the sources that tell the same part of the story, for reading side by side."""

    cells: tuple[tuple[int, int] | None, ...]
    """For each source the span of its text, or None."""
    rows: tuple[int, ...] = ()
    """Indexes into `Comparison.rows` of the facts that stand in these spans."""
    state: State = State.ONLY
    """The most telling state among its rows (differs before agrees before only)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """2 to 10 sources compared: every mark leads back to the words behind it."""

    sources: tuple[Source, ...]
    rows: tuple[Row, ...] = ()
    """Ordered by importance, differences first, then by place in the first source that has the fact."""
    passages: tuple[Passage, ...] = ()
    """In reading order of the first source, what others add placed where they tell it."""
    origins: Origins = Origins(0, certain=True)

    def count(self, family: str) -> int:
        """Return how many rows of note (importance 2 or 3) are of that family: agree, differ, only or unknown."""
        return sum(row.state.family == family and row.importance > 1 for row in self.rows)

    def only_in(self, source: int) -> int:
        """Return how many facts of note are found in that source alone."""
        only = (row for row in self.rows if row.state is State.ONLY and row.importance > 1)
        return sum(row.present == (source,) for row in only)
