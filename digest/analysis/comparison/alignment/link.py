"""A link between two facts, with its reason."""

from dataclasses import dataclass

from ....model import State


@dataclass(frozen=True, slots=True)
class Link:
    """Fact number `a` of one account and number `b` of the other speak of one thing."""

    a: int
    b: int
    state: State
    score: float
    """How sure, 0 to 1: stronger links are placed first."""
    why: str
    """The reasons in words: "same number 20, same unit person"."""
