"""A row's state in words, with the values: what a reader is told instead of a colour."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date

from ...model import Cell, Event, Fact, FactKind, Moment, Quantity, Row, Source, State
from ..lexicon.units import HUMAN_ROLES
from .answers import answer

_NOUNS = {
    "die": "dead",
    "injure": "injured",
    "detain": "detained",
    "miss": "missing",
    "rescue": "taken to safety",
    "displace": "displaced",
    "infect": "infected",
    "treat": "treated",
}
_KIND_NOUNS = {
    FactKind.QUANTITY: "number",
    FactKind.DATE: "date",
    FactKind.QUOTE: "quote",
    FactKind.EVENT: "account",
    FactKind.ATTRIBUTION: "source",
    FactKind.LABEL: "title",
}
_SHOWN = 60
_STEP_WORDS = 5
_AUXILIARIES = frozenset("has have had is are was were be been also still currently already now".split())


def words(row: Row, sources: Sequence[Source]) -> str:
    """Say what the row's state comes to: "injured differs: 14 / 17", "only in Harbour Gazette"."""
    facts = row.stated
    what = _what([fact for _, fact in facts], row.state)
    match row.state:
        case State.ONLY:
            return _alone(row, sources, facts[0][0])
        case State.UNKNOWN:
            return f"cannot tell: in {sources[facts[0][0]].outlet}, perhaps elsewhere"
        case State.SAME_TEXT:
            return f"same text: {_shown(facts[0][1])}"
        case State.REWORDED:
            return f"{what} agrees: {_shown(facts[0][1])}"
        case State.PARTIAL:
            return f"{what} agrees in part: {_answers(facts, sources)}"
        case _:
            steps = row.state in (State.DIFFER_STATUS, State.DIFFER_WORDING)
            return f"{what} differs: {_answers(facts, sources, steps=steps, dated=True)}"


def _alone(row: Row, sources: Sequence[Source], where: int) -> str:
    """Say "only in X" of the whole story, else which of the others shown lack it."""
    if not row.elsewhere:
        return f"only in {sources[where].outlet}"
    lacking = [sources[i].outlet for i, cell in enumerate(row.cells) if cell is Cell.ABSENT]
    return f"in {sources[where].outlet}, not in {' or '.join(lacking)}"


def _what(facts: Sequence[Fact], state: State) -> str:
    if state is State.DIFFER_STATUS:
        return "status"
    value = facts[0].value
    if isinstance(value, Quantity):
        return _NOUNS.get(value.role, "number")
    if state is State.DIFFER_WORDING and isinstance(value, Event):
        return "wording"
    return _KIND_NOUNS[facts[0].kind]


def _answers(
    facts: Sequence[tuple[int, Fact]], sources: Sequence[Source], *, steps: bool = False, dated: bool = False
) -> str:
    """Return the different answers, each with who gives it where more than two sources speak.

    `steps` shortens clauses to their verbs; `dated` gives tolls their day.
    """
    given = _grouped(facts, answer)
    if len(given) == 1:
        given = _grouped(facts, _shown)  # one verb, and what is added to it is in the words
    asof = _as_of(given, sources) if dated else dict.fromkeys(given, "")
    shown = [(_step(told[0][1]) if steps else _shown(told[0][1])) + asof[key] for key, told in given.items()]
    if len(facts) == 2 and len(given) == 2:
        return " / ".join(shown)
    outlets = (dict.fromkeys(sources[i].outlet for i, _ in told) for told in given.values())
    return " / ".join(f"{text} ({', '.join(who)})" for text, who in zip(shown, outlets, strict=True))


def _grouped(
    facts: Sequence[tuple[int, Fact]], by: Callable[[Fact], Hashable]
) -> dict[Hashable, list[tuple[int, Fact]]]:
    given: dict[Hashable, list[tuple[int, Fact]]] = {}
    for i, fact in facts:
        given.setdefault(by(fact), []).append((i, fact))
    return given


def _as_of(given: Mapping[Hashable, Sequence[tuple[int, Fact]]], sources: Sequence[Source]) -> dict[Hashable, str]:
    """Return the day of each toll where their days differ, for a toll that grew is no dispute; else nothing."""
    days: dict[Hashable, date] = {}
    for key, told in given.items():
        published = [when.date() for i, _ in told if (when := sources[i].published)]
        value = told[0][1].value
        if published and isinstance(value, Quantity) and value.role in HUMAN_ROLES:
            days[key] = max(published)
    told_apart = len(days) == len(given) and len(set(days.values())) > 1
    return {key: f" as of {days[key]:%a} {days[key].day} {days[key]:%b}" if told_apart else "" for key in given}


def _shown(fact: Fact) -> str:
    """Return a fact as short as its words allow; a date in full, with "?" where it is inferred."""
    value = fact.value
    if isinstance(value, Moment) and len(value.iso) == 10 and value.iso[0] != "-":
        day = date.fromisoformat(value.iso)
        return f"{day:%a} {day.day} {day:%b}{'?' if value.inferred else ''}"
    text = " ".join(fact.text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"


def _step(fact: Fact) -> str:
    """Return the verb and the few words behind it: "agreed to impose sanctions"."""
    if not isinstance(fact.value, Event):
        return _shown(fact)
    said = fact.text[fact.value.head :].split()
    while len(said) > 2 and said[0].lower() in _AUXILIARIES:
        said = said[1:]
    return " ".join(said[:_STEP_WORDS]).rstrip(",;:") + ("…" if len(said) > _STEP_WORDS else "")
