"""Corrections by hand last, can be taken back, and open again what differs in their stories."""

from dataclasses import replace

import pytest

from digest.model import Correction, FactKind, Verdict, Words
from digest.store import Store

from .sample import article, told

MADE = Correction(Verdict.APART, FactKind.QUANTITY, Words(1, "14 people"), Words(2, "17 people"), "crew")


@pytest.fixture
def two(store: Store) -> Store:
    """One story of two outlets, with nothing open."""
    told(store, 1, article("a"), article("b", outlet="Lighthouse Post"))
    settle(store)
    return store


def settle(store: Store) -> None:
    story = store.story(1)
    assert story is not None
    store.keep_story(replace(story, differs=3))


def kept(store: Store) -> tuple[Correction, ...]:
    return tuple(replace(one, id=0, made=None) for one in store.corrections.all())


def test_corrections_are_kept_and_found_by_their_articles(two: Store) -> None:
    alone = Correction(Verdict.NOT_ONLY, FactKind.EVENT, Words(2, "closed the pier"))
    two.corrections.add((MADE, alone), "rejected a mark")
    assert kept(two) == (MADE, alone)
    assert [one.verdict for one in two.corrections.of([1, 2])] == [Verdict.APART, Verdict.NOT_ONLY]
    assert [one.verdict for one in two.corrections.of([2])] == [Verdict.NOT_ONLY]


def test_a_later_correction_about_the_same_words_takes_the_place_of_the_earlier(two: Store) -> None:
    two.corrections.add((MADE,), "rejected a mark")
    assert MADE.other
    turned = replace(MADE, verdict=Verdict.AGREE, one=MADE.other, other=MADE.one)
    two.corrections.add((turned,), "paired")
    assert kept(two) == (turned,)


def test_a_correction_is_an_act_that_can_be_taken_back(two: Store) -> None:
    two.corrections.add((MADE,), "rejected a mark")
    (number,) = (one.id for one in two.corrections.all())
    assert two.corrections.remove(number)
    assert not two.corrections.remove(number)
    assert kept(two) == ()
    two.undo.take_back()
    assert kept(two) == (MADE,)
    taken = two.undo.take_back()
    assert taken is not None
    assert taken.act.words == "rejected a mark"
    assert kept(two) == ()


def test_what_differs_is_open_again_when_a_correction_comes_or_goes(two: Store) -> None:
    two.corrections.add((MADE,), "rejected a mark")
    assert [one.story_id for one in two.differences.open([1])] == [1]
    settle(two)
    two.undo.take_back()
    assert [one.story_id for one in two.differences.open([1])] == [1]
