"""What makes two facts one answer to one question: the interval, the day, the verb, else the words."""

from collections.abc import Hashable

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
