"""Dates resolve as far as the text and its day allow, and no further."""

from datetime import date

import pytest

from digest.analysis.dates import Anchor, dates
from digest.analysis.prose import read
from digest.model import Grain, Moment

FRIDAY = Anchor(date(2020, 8, 28))


def only(sentence: str, anchor: Anchor | None = FRIDAY) -> Moment:
    (fact,) = dates(read(sentence), anchor)
    assert isinstance(fact.value, Moment)
    return fact.value


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Friday", "2020-08-28"),
        ("on Thursday", "2020-08-27"),
        ("last Monday", "2020-08-24"),
        ("on Friday (Aug 28)", "2020-08-28"),
        ("on Thursday 3 September", "2020-09-03"),
        ("on August 9", "2020-08-09"),
        ("on 9 August", "2020-08-09"),
        ("on Aug. 9, 2019", "2019-08-09"),
        ("on 3 January", "2021-01-03"),
        ("yesterday", "2020-08-27"),
        ("in December 2003", "2003-12"),
        ("in February", "2020-02"),
        ("last month", "2020-07"),
        ("in 2015", "2015"),
        ("last year", "2019"),
        ("on 2020-08-27", "2020-08-27"),
    ],
)
def test_a_date_resolves_against_the_day_of_publication(words: str, iso: str) -> None:
    assert only(f"The council met {words} to talk.").iso == iso


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The council will meet on Monday.", "2020-08-31"),
        ("From Monday the ferry sails again.", "2020-08-31"),
        ("The council is due to meet on Friday.", "2020-08-28"),
        ("She said on Monday they will talk.", "2020-08-24"),
    ],
)
def test_a_weekday_that_is_foreseen_is_the_next_one(sentence: str, iso: str) -> None:
    assert only(sentence).iso == iso


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The death toll from Tuesday's ferry fire rose to four.", "2020-08-25"),
        ("The harbour was damaged by Tuesday's storm.", "2020-08-25"),
        ("Divers will return to the scene of Tuesday's fire.", "2020-08-25"),
        ("A spark may have caused Tuesday's blackout.", "2020-08-25"),
        ("The mayor lost Monday's vote.", "2020-08-24"),
        ("The mayor will not stand in Monday's vote.", "2020-08-31"),
        ("Nothing is signed until Monday's vote.", "2020-08-31"),
        ("Monday's vote is to be held in the school.", "2020-08-31"),
        ("Next Tuesday's vote was called off.", "2020-09-01"),
    ],
)
def test_an_event_named_by_its_weekday_has_happened_unless_it_is_said_to_be_ahead(sentence: str, iso: str) -> None:
    assert only(sentence).iso == iso


def test_without_a_day_of_publication_a_weekday_stays_a_weekday() -> None:
    assert only("The council met on Friday.", None).iso == "-W-5"
    assert only("The council met on August 9.", None).iso == "--08-09"


def test_what_rests_on_an_inferred_day_is_inferred_itself() -> None:
    assert only("The council met on Friday.", Anchor(date(2020, 8, 28), inferred=True)).inferred
    assert not only("The council met on 28 August 2020.", Anchor(date(2020, 8, 28), inferred=True)).inferred


def test_loose_times_are_not_resolved() -> None:
    moment = only("The council met two weeks after the vote.")
    assert (moment.iso, moment.grain) == ("", Grain.LOOSE)


@pytest.mark.parametrize(
    "sentence", ["He may go.", "She will march on.", "They watched “Today” there.", "On 31 June it met."]
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert dates(read(sentence), FRIDAY) == ()
