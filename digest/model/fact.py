"""A fact: a verbatim span of one article, of one kind, with a normal form that can be compared."""

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """The six kinds of fact."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTE = "quote"
    EVENT = "event"
    ATTRIBUTION = "attribution"
    LABEL = "label"


class Grain(StrEnum):
    """How exact a moment is stated."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    LOOSE = "loose"
    """"two weeks after", "recently": never compared exactly."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated amount as the interval it allows: "up to 20" is [0, 20], "almost 7,000" is [6300, 7000]."""

    low: float
    high: float
    unit: str
    """A unit class ("person", "%", "USD", "km") or the counted noun's lemma."""
    role: str = ""
    """What happens to the counted: "die", "injure", "detain", "target" …; empty when the clause does not say."""
    subject: tuple[str, ...] = ()
    """Content stems of the counted noun phrase, to tell "20 officials" from "20 soldiers"."""
    bound: str = ""
    """The word that makes it inexact: "up to", "almost", "about" …; empty for an exact statement."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time: an ISO 8601 prefix ("2020-08-28", "2020-08"), empty when it cannot be resolved."""

    iso: str
    grain: Grain
    inferred: bool = False
    """Resolved against a date the text itself does not state: shown with "?"."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech; the fact's span is the text inside the marks."""

    speaker: str = ""
    """Who says it, as far as the article tells; empty means unresolved, never guessed."""
    mention: tuple[int, int] | None = None
    """Where the speaker is named beside the quote: "she", "the company"."""
    via: str = ""
    """Who relays it: "Belta"."""
    fragment: bool = False
    """Part of a sentence rather than a sentence."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what: an action of a predicate class with its named participants."""

    predicate: str
    """The class: "decide", "refuse", "threaten"."""
    rank: int
    """The verb's step on its class's ladder; 0 where the class has none."""
    verb: str
    """The lemma."""
    participants: tuple[str, ...] = ()
    negated: bool = False
    condition: bool = False
    head: int = 0
    """Where its verb group begins, in characters from the start of the fact: before it stands the subject."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, the nearest source first: ("Belta", "Lukashenko") is Belta relaying Lukashenko."""

    chain: tuple[str, ...]
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What a person or thing is called: "President" or "leader" for the same entity."""

    entity: str
    label: str


Value = Quantity | Moment | Quote | Event | Attribution | Label

_KINDS: dict[type, FactKind] = {
    Quantity: FactKind.QUANTITY,
    Moment: FactKind.DATE,
    Quote: FactKind.QUOTE,
    Event: FactKind.EVENT,
    Attribution: FactKind.ATTRIBUTION,
    Label: FactKind.LABEL,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """`text` is exactly `article.text[start:end]`; everything else is derived from it and can be rebuilt."""

    start: int
    end: int
    text: str
    value: Value
    sentence: int
    """Index of its sentence among the article's sentences."""
    importance: int = 2
    """3 key, 2 of note, 1 only in the full list."""

    @property
    def kind(self) -> FactKind:
        """Return the kind its value belongs to."""
        return _KINDS[type(self.value)]
