"""A row's state in words, with the values: what a reader is told instead of a colour."""

from collections.abc import Sequence
from datetime import date

from ...model import Event, Fact, FactKind, Moment, Quantity, Row, Source, State

_NOUNS = {
    "die": "dead",
    "injure": "injured",
    "detain": "detained",
    "miss": "missing",
    "rescue": "rescued",
    "displace": "displaced",
    "infect": "infected",
    "treat": "treated",
    "target": "number targeted",
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
            return f"only in {sources[facts[0][0]].outlet}"
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
            return f"{what} differs: {_answers(facts, sources, steps=steps)}"


def _what(facts: Sequence[Fact], state: State) -> str:
    if state is State.DIFFER_STATUS:
        return "status"
    value = facts[0].value
    if isinstance(value, Quantity):
        return _NOUNS.get(value.role, "number")
    if state is State.DIFFER_WORDING and isinstance(value, Event):
        return "wording"
    return _KIND_NOUNS[facts[0].kind]


def _answers(facts: Sequence[tuple[int, Fact]], sources: Sequence[Source], *, steps: bool = False) -> str:
    """Return the different answers, each with who gives it where more than two sources speak."""
    given: dict[object, tuple[str, list[str]]] = {}
    days = {sources[i].published.date() for i, _ in facts if sources[i].published}  # type: ignore[union-attr]
    for i, fact in facts:
        shown = _step(fact) if steps else _shown(fact)
        if len(days) > 1 and isinstance(fact.value, Quantity):
            shown += _day_of(sources[i])  # a toll that grew is no dispute
        _, outlets = given.setdefault(_answer(fact), (shown, []))
        if sources[i].outlet not in outlets:
            outlets.append(sources[i].outlet)
    if len(facts) == 2 and len(given) == 2:
        return " / ".join(answer for answer, _ in given.values())
    return " / ".join(f"{answer} ({', '.join(outlets)})" for answer, outlets in given.values())


def _day_of(source: Source) -> str:
    when = source.published
    return f" on {when:%a} {when.day} {when:%b}" if when else ""


def _answer(fact: Fact) -> object:
    """Return what makes two facts one answer: the interval, the day, the verb, else the words."""
    match fact.value:
        case Quantity(low=low, high=high):
            return low, high
        case Moment(iso=iso) if iso:
            return iso
        case Event(verb=verb):
            return verb
        case _:
            return fact.text.casefold()


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
    said = fact.text.split()
    while len(said) > 2 and said[0].lower() in _AUXILIARIES:
        said = said[1:]
    return " ".join(said[:_STEP_WORDS]).rstrip(",;:") + ("…" if len(said) > _STEP_WORDS else "")
