"""What makes two facts one answer to one question: the interval, the day, the verb, else the words."""

from collections.abc import Hashable, Iterable

from ...model import Event, Fact, Label, Moment, Quantity


def answer(fact: Fact) -> Hashable:
    """Return the value by which a fact's answer is the same as another's or not."""
    match fact.value:
        case Quantity(low=low, high=high):
            return low, high
        case Moment(iso=iso) if iso:
            return iso
        case Event(verb=verb):
            return verb
        case Label(label=label):
            return label
        case _:
            return fact.text.casefold()


def difference(facts: Iterable[Fact]) -> str:
    """Return what tells one difference from another: its kind and the answers given, whoever gives them.

    One more outlet with an answer that is known already makes no new difference; a new answer does.
    """
    told = tuple(facts)
    return f"{told[0].kind}: {' / '.join(sorted({_spelled(fact) for fact in told}))}"


def _spelled(fact: Fact) -> str:
    match fact.value:
        case Quantity(low=low, high=high, unit=unit):
            return f"{low:g} to {high:g} {unit}"
        case Event(predicate=predicate, verb=verb):
            return f"{predicate} {verb}"
        case _:
            return str(answer(fact))
