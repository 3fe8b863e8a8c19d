"""What the reader says of a mark goes before what the rules say, and is shown as such."""

import pytest

from digest.analysis.comparison.compare import compare, differing
from digest.analysis.comparison.corrected import alike
from digest.model import Comparison, Correction, FactKind, Row, Source, State, Verdict, Words

from .accounts import account

FIRST = "The fire killed 14 people on Thursday, police said.\nA crane fell on two cars beside the pier."
SECOND = "Police said the fire killed 17 people on Thursday.\nThe ferry was towed to Port Ansel."
THIRD = "The fire killed 14 people on Thursday, the mayor told reporters.\nSchools stay closed."


def sources(*texts: str) -> tuple[Source, ...]:
    return tuple(account(text, outlet=f"Outlet {n}", number=n) for n, text in enumerate(texts, 1))


def told(*corrections: Correction, texts: tuple[str, ...] = (FIRST, SECOND)) -> Comparison:
    return compare(sources(*texts), corrections=corrections)


def row_with(comparison: Comparison, words: str) -> Row:
    numbers = (row for row in comparison.rows if row.kind is FactKind.QUANTITY)
    return next(row for row in numbers if any(words in fact.text for _, fact in row.stated))


def apart(one: int, words: str, other: int, others: str, note: str = "") -> Correction:
    return Correction(Verdict.APART, FactKind.QUANTITY, Words(one, words), Words(other, others), note)


def test_facts_parted_by_hand_are_never_in_one_row() -> None:
    assert row_with(told(), "14 people").state is State.DIFFER_VALUE
    parted = told(apart(1, "14 people", 2, "17 people", "one counts the crew"))
    for words in ("14 people", "17 people"):
        row = row_with(parted, words)
        assert len(row.present) == 1
        assert row.corrected == "parted by hand: one counts the crew"
        assert row.words.endswith("(parted by hand: one counts the crew)")
    assert parted.count("differ") == 0


def test_a_third_account_does_not_bring_them_together_again() -> None:
    texts = (FIRST, SECOND, THIRD)
    assert row_with(told(texts=texts), "17 people").present == (0, 1, 2)
    parted = told(apart(1, "14 people", 2, "17 people"), texts=texts)
    assert not any({0, 1} <= set(row.present) and row.kind is FactKind.QUANTITY for row in parted.rows)


@pytest.mark.parametrize(
    ("verdict", "state"), [(Verdict.DIFFER, State.DIFFER_VALUE), (Verdict.AGREE, State.PARTIAL)], ids=str
)
def test_facts_paired_by_hand_share_a_row_with_the_readers_verdict(verdict: Verdict, state: State) -> None:
    texts = ("A crane fell on two cars beside the pier.", "Nine vehicles were crushed, the harbour office said.")
    assert len(row_with(told(texts=texts), "two cars").present) == 1
    made = Correction(verdict, FactKind.QUANTITY, Words(1, "two cars"), Words(2, "Nine vehicles"), "same crane")
    row = row_with(told(made, texts=texts), "two cars")
    assert (row.present, row.state, row.corrected) == ((0, 1), state, "paired by hand: same crane")
    assert row.why == "paired by hand: same crane"


def test_what_stands_elsewhere_too_is_no_longer_only_here() -> None:
    assert row_with(told(), "two cars").state is State.ONLY
    row = row_with(told(Correction(Verdict.NOT_ONLY, FactKind.QUANTITY, Words(1, "two cars"))), "two cars")
    assert (row.state, row.corrected) == (State.UNKNOWN, "by hand: not only here")


def test_a_correction_is_known_again_when_an_extractor_finds_more_or_fewer_words() -> None:
    for words in ("14", "killed 14 people on Thursday"):
        assert row_with(told(apart(1, words, 2, "17 people")), "14 people").corrected
    assert not row_with(told(apart(1, "4 people", 2, "17 people")), "14 people").corrected


def test_a_correction_about_words_that_are_gone_changes_nothing() -> None:
    assert told(apart(1, "40 people", 2, "17 people"), apart(8, "14 people", 2, "17 people")) == told()


def test_differences_are_counted_as_corrected() -> None:
    both = sources(FIRST, SECOND)
    assert len(differing(both)) == 1
    correction = apart(1, "14 people", 2, "17 people")
    assert differing(both, corrections=(correction,)) == ()


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [("14 people", "14 People", 1.0), ("14", "14 people", 0.5), ("4 people", "14 people", 0.0), ("", "14", 0.0)],
)
def test_words_are_alike_where_one_holds_the_other(one: str, other: str, likeness: float) -> None:
    assert alike(one, other) == alike(other, one) == likeness
