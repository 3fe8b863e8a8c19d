"""Who copied whom."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.origin import copies, credit, shared_runs, story_origins
from digest.model import Article, Origins

WIRE = (
    "The ferry Anneke ran aground off Holm on Tuesday with 212 people on board, the coast guard said. "
    "Two tugs from Brandhaven pulled it free at high tide while its passengers waited on the upper deck."
)
OWN = (
    "Nobody was hurt when a ship carrying more than two hundred passengers hit a sandbank near Holm. "
    "Harbour master Tilda Wren blamed a broken buoy, and the owners promised to look into it."
)


def article(outlet: str, text: str, agency: str = "", excerpt: bool = False) -> Article:
    now = datetime(2020, 8, 27, tzinfo=UTC)
    return Article(key=outlet, outlet=outlet, title="Ferry", text=text, fetched=now, agency=agency, excerpt=excerpt)


def test_a_shared_run_is_given_by_its_words_in_both_texts() -> None:
    a = "Yesterday was calm. " + WIRE
    (run,) = shared_runs(a, WIRE)
    assert a[run.a_start : run.a_end] == WIRE.rstrip(".") == WIRE[run.b_start : run.b_end]
    assert run.words == len(WIRE.split())


def test_case_courtesy_titles_months_and_quote_marks_do_not_break_a_run() -> None:
    a = "On August 9 Mr Bergen told the town’s council that “the bridge stays shut” until spring."
    b = 'On Aug 9 BERGEN told the town\'s council that "the bridge stays shut" until spring.'
    (run,) = shared_runs(a, b)
    assert a[run.a_start : run.a_end] == a.rstrip(".")
    assert b[run.b_start : run.b_end] == b.rstrip(".")


@pytest.mark.parametrize("words", [7, 8, 9])
def test_a_run_has_at_least_eight_words(words: int) -> None:
    same = " ".join("one two three four five six seven eight nine".split()[:words])
    runs = shared_runs(f"alpha {same} beta", f"gamma {same} delta")
    assert [run.words for run in runs] == ([words] if words >= 8 else [])


def test_boilerplate_that_both_carry_is_no_shared_run() -> None:
    promo = "READ MORE: How the islanders of Holm learned to live with the winter storms"
    assert shared_runs(f"{WIRE}\n\n{promo}", f"{OWN}\n\n{promo}") == ()


@given(st.lists(st.sampled_from("ab"), max_size=60), st.lists(st.sampled_from("ab"), max_size=60))
def test_the_words_of_every_run_are_the_same_in_both_texts(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    end = 0
    for run in shared_runs(a, b):
        assert a[run.a_start : run.a_end] == b[run.b_start : run.b_end]
        assert run.a_start >= end
        end = run.a_end


def test_a_text_of_one_line_repeated_stays_within_bounds() -> None:
    assert shared_runs("all work and no play " * 10_000, "all work and no play " * 10_000)[0].words == 50_000


def test_near_copies_are_found_and_a_report_of_ones_own_is_not() -> None:
    edited = WIRE.replace("212", "220")
    assert copies([article("A", WIRE), article("B", OWN), article("C", edited)]) == ((0, 2), (1,))


def test_an_excerpt_that_opens_the_full_report_is_a_copy_of_it() -> None:
    assert copies([article("A", WIRE[:97], excerpt=True), article("B", WIRE)]) == ((0, 1),)


def test_texts_too_short_to_tell_are_nobodys_copy() -> None:
    assert copies([article("A", "Ferry aground"), article("B", "Ferry aground"), article("C", "")]) == (
        (0,),
        (1,),
        (2,),
    )


def test_five_hundred_identical_articles_are_one_group() -> None:
    assert copies([article(f"O{i}", WIRE) for i in range(500)]) == (tuple(range(500)),)


@pytest.mark.parametrize(
    ("line", "names", "vague"),
    [
        ("Reuters", {"reuters"}, False),
        ("Agence France-Presse", {"afp"}, False),
        ("AP, AFP", {"ap", "afp"}, False),
        ("Staff and agencies", set(), True),
        ("Harbour News and agencies", {"harbour news"}, True),
        ("dpa und Agenturen", {"dpa"}, True),
        ("Northlight Wire", {"northlight wire"}, False),
        ("", set(), False),
    ],
)
def test_a_credit_is_read_into_its_agencies(line: str, names: set[str], vague: bool) -> None:
    found = credit(line)
    assert (set(found.names), found.vague) == (names, vague)


def test_outlets_that_share_their_words_are_one_origin() -> None:
    assert story_origins([article("A", WIRE), article("B", WIRE + " " + OWN)]) == Origins(1, certain=True)
    assert story_origins([article("A", WIRE), article("B", OWN)]) == Origins(2, certain=True)


def test_outlets_that_credit_the_same_agency_are_one_origin() -> None:
    told = [article("A", WIRE, "Northlight"), article("B", OWN, "northlight"), article("C", "Something else.")]
    assert story_origins(told) == Origins(2, certain=True)


def test_an_agency_is_the_origin_of_what_credits_it() -> None:
    assert story_origins([article("Reuters", WIRE), article("B", OWN, "Reuters")]).count == 1


def test_a_dateline_credits_its_agency() -> None:
    told = [article("A", f"HOLM (Northlight) - {WIRE}"), article("B", OWN, "Northlight")]
    assert story_origins(told).count == 1


def test_a_vague_credit_leaves_it_open() -> None:
    assert story_origins([article("A", WIRE, "A News and agencies"), article("B", OWN)]) == Origins(2, certain=False)


def test_an_excerpt_leaves_it_open() -> None:
    assert not story_origins([article("A", WIRE), article("B", OWN, excerpt=True)]).certain


def test_a_speech_that_both_quote_is_no_common_origin() -> None:
    quote = '"We will raise the old pier again, stone by stone, before the first herring of next spring comes in," '
    told = [article("A", f"{quote} she said. {WIRE}"), article("B", f"{OWN} Wren added: {quote}")]
    assert story_origins(told).count == 2


def test_one_outlet_is_one_origin_and_none_is_none() -> None:
    assert story_origins([article("A", WIRE), article("A", OWN)]) == Origins(1, certain=True)
    assert story_origins([]) == Origins(0, certain=True)


def test_origins_do_not_hang_on_the_order_of_the_articles() -> None:
    told = [article("A", WIRE), article("B", OWN, "Northlight"), article("C", WIRE), article("D", "x", "Northlight")]
    assert {story_origins(order) for order in (told, told[::-1], [replace(a) for a in told[2:] + told[:2]])} == {
        Origins(2, certain=True)
    }
