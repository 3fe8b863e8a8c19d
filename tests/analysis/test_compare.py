"""The marks follow the facts: change a number, a date, a name or an outlet, and they change with it."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.analysis.comparison.compare import compare, differing
from digest.model import Cell, Event, FactKind, State

from .accounts import account, rows, states

LEFT = """A fire on the ferry Blue Heron off Kestrel Sound injured {injured} passengers on {day}, the coastguard said.

Mayor Ana Petrel told reporters she had ordered an inquiry into the fire. "{quote}," Petrel said.

The Blue Heron carried {aboard} people. {extra}"""

RIGHT = """On {day}, {injured} passengers were injured when fire broke out on the ferry Blue Heron near Kestrel Sound.

The ferry had {aboard} people aboard, its owner said.

"{quote}," Ana Petrel, the mayor, said in Kestrel."""

FACTS = {
    "injured": "14",
    "day": "Tuesday",
    "aboard": "212",
    "quote": "We will find out why the alarm on that deck stayed silent",
    "extra": "",
}


def left(**changed: str) -> str:
    return LEFT.format(**(FACTS | changed))


def right(**changed: str) -> str:
    return RIGHT.format(**(FACTS | changed))


def pair(a: str, b: str, **more: object):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return compare((account(a), account(b, outlet="Northern Wire", number=2, **more)))


def test_the_same_facts_in_other_words_agree() -> None:
    found = pair(left(), right())
    agreeing = {row.stated[0][1].text for row in rows(found, State.REWORDED)}
    assert {"14 passengers", "212 people"} <= agreeing
    assert found.count("differ") == 0


@pytest.mark.parametrize("number", [3, 17, 250, 1_200, 40_000], ids=str)
def test_a_number_that_differs_is_marked_with_both_values(number: int) -> None:
    found = pair(left(injured=f"{number:,}"), right(injured=f"{number + number // 3 + 2:,}"))
    (row,) = rows(found, State.DIFFER_VALUE)
    assert row.kind is FactKind.QUANTITY
    assert f"{number:,}" in row.words
    assert f"{number + number // 3 + 2:,}" in row.words
    assert row.importance == 3


def test_a_bound_that_holds_the_other_number_agrees_in_part() -> None:
    found = pair(left(injured="at least 10"), right(injured="12"))
    assert rows(found, State.PARTIAL)
    assert found.count("differ") == 0


@pytest.mark.parametrize(("sum_", "agrees"), [("$43,000", True), ("$44,900", False), ("$43,360", False)])
def test_a_sum_with_fewer_digits_agrees_in_part_and_one_beside_it_does_not(sum_: str, agrees: bool) -> None:
    said = "The owner of the ferry Blue Heron paid {} for a watch, the coastguard of Kestrel Sound said."
    found = pair(said.format("$43,350"), said.format(sum_))
    assert bool([row for row in rows(found, State.PARTIAL) if row.kind is FactKind.QUANTITY]) == agrees


def test_numbers_in_other_roles_are_never_laid_beside_each_other() -> None:
    found = pair(left(), right().replace("passengers were injured", "passengers were rescued"))
    assert not [row for row in rows(found, State.DIFFER_VALUE) if "14" in row.words]


def test_a_quote_in_another_translation_is_one_quote() -> None:
    found = pair(left(), right(quote="We shall find out why the alarm on this deck was silent"))
    (row,) = [row for row in found.rows if row.kind is FactKind.QUOTE and len(row.present) == 2]
    assert row.state is State.REWORDED


def test_a_reworded_quote_of_another_speaker_is_another_quote() -> None:
    other = right(quote="We shall find out why the alarm on this deck was silent")
    found = pair(left(), other.replace("Ana Petrel, the mayor, said", "Tomas Abara, the owner, said"))
    assert not [row for row in found.rows if row.kind is FactKind.QUOTE and len(row.present) == 2]


def test_the_same_words_under_two_names_agree_only_in_part() -> None:
    found = pair(left(), right().replace("Ana Petrel, the mayor, said", "Tomas Abara, the owner, said"))
    (row,) = [row for row in found.rows if row.kind is FactKind.QUOTE and len(row.present) == 2]
    assert row.state is State.PARTIAL
    assert "different speakers" in row.why


def test_steps_of_one_decision_differ_in_status() -> None:
    a = "Lethmar's cabinet agreed to close up to 20 mines in Ostrin province on Friday."
    b = "Lethmar's cabinet is considering closing up to 20 mines in Ostrin province."
    (row,) = rows(pair(a, b), State.DIFFER_STATUS)
    values = [fact.value for _, fact in row.stated]
    assert [value.verb for value in values if isinstance(value, Event)] == ["agree", "consider"]
    assert row.words.startswith("status differs: ")


def test_two_days_for_one_event_differ_and_the_days_are_named() -> None:
    a = "Lethmar's parliament will vote on the Ostrin bridge contract on Tuesday, September 1."
    b = "Lethmar's parliament will vote on the Ostrin bridge contract on Thursday, September 3."
    (row,) = rows(pair(a, b), State.DIFFER_DATE)
    assert "Tue 1 Sep" in row.words
    assert "Thu 3 Sep" in row.words


def test_a_shared_weekday_of_two_events_is_no_agreement() -> None:
    a = "Around 180 people were detained at rallies in Lethmar on Thursday."
    b = "Harbour ministers on Thursday sought a ban on trawling off Skelmir."
    assert not [row for row in pair(a, b).rows if len(row.present) == 2]


def test_a_copied_sentence_is_same_text_from_one_origin() -> None:
    found = pair(left(), left())
    assert states(found) <= {State.SAME_TEXT, State.REWORDED}
    assert all(row.origins.count == 1 for row in rows(found, State.SAME_TEXT))
    assert found.origins.count == 1


def test_what_only_one_says_is_only_there_and_named_so() -> None:
    found = pair(left(extra="Divers from Skelmir recovered nine crates of fish on Wednesday."), right())
    only = [row for row in rows(found, State.ONLY) if "nine crates" in row.stated[0][1].text]
    assert only
    assert all(row.words == "only in Harbour Gazette" and row.cells[1] is Cell.ABSENT for row in only)


@pytest.mark.parametrize("more", [{"excerpt": True}, {"language": "de"}], ids=["excerpt", "other language"])
def test_nothing_is_called_missing_from_what_we_cannot_read_in_full(more: dict[str, object]) -> None:
    found = pair(left(extra="Divers from Skelmir recovered nine crates of fish."), right(), **more)
    assert not rows(found, State.ONLY)
    assert all(row.cells[1] is Cell.UNKNOWN for row in found.rows if row.present == (0,))


def test_a_title_that_differs_at_first_mention_differs_in_wording() -> None:
    a = "Lethmar President Orla Malk closed the border. Malk gave no reason."
    b = "Lethmar leader Orla Malk has shut the border, officials said. Malk gave no reason."
    assert any(row.kind is FactKind.LABEL for row in rows(pair(a, b), State.DIFFER_WORDING))


def test_renaming_everybody_changes_no_mark() -> None:
    names = {"Ana Petrel": "Ines Corvo", "Petrel": "Corvo", "Blue Heron": "Red Tern", "Kestrel": "Gannet"}
    a, b = left(injured="14"), right(injured="17")
    renamed_a, renamed_b = a, b
    for old, new in names.items():
        renamed_a, renamed_b = renamed_a.replace(old, new), renamed_b.replace(old, new)
    before = [(row.kind, row.state, row.present) for row in pair(a, b).rows]
    after = [(row.kind, row.state, row.present) for row in pair(renamed_a, renamed_b).rows]
    assert sorted(before) == sorted(after)


def test_swapping_the_sources_mirrors_the_rows() -> None:
    one, other = account(left(injured="14")), account(right(injured="17"), outlet="Northern Wire", number=2)
    there = {(row.kind, row.state, frozenset(f.text for _, f in row.stated)) for row in compare((one, other)).rows}
    back = {(row.kind, row.state, frozenset(f.text for _, f in row.stated)) for row in compare((other, one)).rows}
    assert there == back


def test_the_outlets_name_is_all_that_a_new_outlet_changes() -> None:
    one, other = account(left()), account(right(), outlet="Northern Wire", number=2)
    renamed = replace(other, outlet="Compass Line")
    marks = [(row.kind, row.state) for row in compare((one, other)).rows]
    assert marks == [(row.kind, row.state) for row in compare((one, renamed)).rows]


def test_three_sources_give_one_row_with_who_says_what() -> None:
    third = account(right(injured="17"), outlet="Compass Line", number=3)
    found = compare((account(left()), account(right(), outlet="Northern Wire", number=2), third))
    (row,) = rows(found, State.DIFFER_VALUE)
    assert row.present == (0, 1, 2)
    assert "14 passengers (Harbour Gazette, Northern Wire)" in row.words
    assert "17 passengers (Compass Line)" in row.words


def test_every_sentence_stands_in_exactly_one_passage() -> None:
    a, b = account(left()), account(right(), outlet="Northern Wire", number=2)
    found = compare((a, b))
    for i in (0, 1):
        spans = [passage.cells[i] for passage in found.passages if passage.cells[i]]
        assert len(spans) == len(set(spans))
        assert sum("injured" in found.sources[i].text[slice(*span)] for span in spans if span) == 1


def test_noise_gives_no_facts() -> None:
    noisy = "READ MORE: 300 people killed in Skelmir\n\n" + left() + "\n\nSource: Northern Wire and 12 agencies"
    texts = {fact.text for row in pair(noisy, right()).rows for _, fact in row.stated}
    assert not any("300" in text or "agencies" in text for text in texts)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet='ab .,"“”\n14%$TheFerry\u05d0\u0639', max_size=200), min_size=1, max_size=3))
def test_no_text_breaks_a_comparison(texts: list[str]) -> None:
    found = compare([account(text, outlet=str(n), number=n) for n, text in enumerate(texts)])
    for row in found.rows:
        for i, fact in row.stated:
            assert found.sources[i].text[fact.start : fact.end] == fact.text


def test_ten_accounts_are_compared_at_the_speed_of_a_key_press() -> None:
    texts = [left(injured=str(10 + n)) if n % 2 else right(injured=str(10 + n)) for n in range(10)]
    began = time.process_time()
    found = compare([account(text, outlet=f"Outlet {n}", number=n) for n, text in enumerate(texts)])
    assert found.rows
    assert time.process_time() - began < 5


@pytest.mark.parametrize("injured", ["14", "17", "40"])
def test_the_number_of_differences_is_that_of_the_comparison(injured: str) -> None:
    left = account(LEFT.format(**FACTS))
    right = account(RIGHT.format(**(FACTS | {"injured": injured})), outlet="Kestrel Post", number=2)
    witness = account(RIGHT.format(**(FACTS | {"aboard": "300"})), outlet="Third", number=3)
    expected = compare((left, right), (witness,)).count("differ")
    assert len(differing((left, right), (witness,))) == expected
    assert (expected > 0) == (injured != "14")
