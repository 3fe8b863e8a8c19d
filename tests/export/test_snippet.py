"""The words around a fact."""

import pytest

from digest.export.snippet import snippet
from digest.model import Fact, Quantity

from .samples import fact

LONG = (
    "First sentence here. After a long night in which the crews worked without a break, rescuers of the coast guard"
    " brought 17 people ashore before dawn while the fire on the upper deck went on burning until noon. Last one."
)


def joined(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(words for words, _ in pieces)


def seventeen() -> Fact:
    return fact(LONG, "17 people", Quantity(17, 17, "person"))


def test_a_short_sentence_is_shown_whole_with_the_fact_marked() -> None:
    pieces = snippet(LONG, [seventeen()], width=300)
    assert joined(pieces).startswith("After a long night")
    assert joined(pieces).endswith("until noon.")
    assert [words for words, mark in pieces if mark] == ["17 people"]


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_a_long_sentence_is_cut_at_words_around_the_fact(width: int) -> None:
    shown = joined(snippet(LONG, [seventeen()], width))
    assert "17 people" in shown
    assert shown.startswith(("… ", "After"))
    assert shown.endswith(" …")
    assert len(shown) <= width + 4
    assert all(word in LONG.split() for word in shown.strip("… ").split())


def test_a_fact_that_is_nearly_the_sentence_is_not_marked() -> None:
    text = "The toll rose again. Nobody knows why."
    pieces = snippet(text, [fact(text, "The toll rose again", Quantity(1, 1, "x"))])
    assert pieces == (("The toll rose again.", False),)


def test_several_facts_of_a_sentence_are_all_marked() -> None:
    pieces = snippet(LONG, [seventeen(), fact(LONG, "noon", Quantity(1, 1, "x"))], width=300)
    assert [words for words, mark in pieces if mark] == ["17 people", "noon"]
