"""Nothing is called agreed that holds an opposing value; what differs in one slot is a difference, not two facts."""

import pytest

from digest.analysis.comparison.compare import compare
from digest.model import Comparison, FactKind, State

from .accounts import account, rows


def pair(a: str, b: str) -> Comparison:
    return compare((account(a), account(b, outlet="Northern Wire", number=2)))


def agreeing(found: Comparison) -> set[str]:
    return {fact.text for row in found.rows if row.state.family == "agree" for _, fact in row.stated}


@pytest.mark.parametrize(
    ("a", "b", "held"),
    [
        (
            "Lethmar's parliament will vote on Tuesday, September 1, on the Ostrin bridge contract.",
            "Lethmar's parliament will vote on Thursday, September 3, on the Ostrin bridge contract.",
            "vote",
        ),
        (
            "Unemployment in Orlin fell by 2 percent last year.",
            "Unemployment in Orlin rose by 2 percent last year.",
            "2",
        ),
        (
            "Prime Minister Lena Varr denied that the pipe had been reported.",
            "Prime Minister Lena Varr confirmed that the pipe had been reported.",
            "pipe",
        ),
        (
            "St Anne's Hospital in Orlin said six miners were still being treated, two of them in intensive care.",
            "Four miners remain in St Anne's Hospital in Orlin, and none of them is in intensive care any longer.",
            "intensive",
        ),
    ],
    ids=["days", "directions", "yes and no", "some and none"],
)
def test_a_passage_with_an_opposing_value_never_agrees(a: str, b: str, held: str) -> None:
    assert not [text for text in agreeing(pair(a, b)) if held in text]


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        (
            "The repair of the Orlin bridge was estimated at $1.8 million.",
            "The repair of the Orlin bridge was estimated at $1.5 million.",
            State.DIFFER_VALUE,
        ),
        ("Schools in Orlin will reopen on Friday.", "Schools in Orlin will reopen on Thursday.", State.DIFFER_DATE),
        (
            "Prime Minister Lena Varr denied that the Orlin pipe had been reported.",
            "Prime Minister Lena Varr confirmed that the Orlin pipe had been reported.",
            State.DIFFER_STATUS,
        ),
    ],
    ids=["sum", "day", "denial"],
)
def test_sentences_that_differ_in_one_slot_differ_there(a: str, b: str, state: State) -> None:
    assert len(rows(pair(a, b), state)) == 1


FERRY = "A fire broke out on the ferry Blue Heron off Kestrel Sound. Owner Tomas Abara spoke to St Anne's Hospital. "


def test_two_tolls_of_one_event_differ_however_they_are_worded() -> None:
    found = pair(
        FERRY + "The coastguard has put the number of injured at 14.",
        FERRY.replace("broke out", "started") + "Seventeen were hurt, according to doctors.",
    )
    (row,) = rows(found, State.DIFFER_VALUE)
    assert "14" in row.words
    assert "Seventeen" in row.words


def test_tolls_of_two_events_of_one_kind_are_not_laid_beside_each_other() -> None:
    found = pair(
        FERRY + "The coastguard has put the number of injured at 14.",
        "A fire started at the Corvo mill near Ostrin. Mayor Lena Varr thanked the Tern brigade. Seventeen were hurt.",
    )
    assert not rows(found, State.DIFFER_VALUE)


@pytest.mark.parametrize(
    ("stated", "elsewhere"),
    [
        ("Varr won 80 percent of the vote in Orlin.", "Officially, 80 per cent of votes went to Varr."),
        ("Nobody was hurt when the Orlin dam cracked.", "The Orlin dam cracked but no one has been injured."),
        ("Sixty branches are to close within a year.", "The bank denied that 60 of those branches would go."),
        ("A man of 58 died in Orlin hospital.", "The man, who was 58, died in Orlin."),
    ],
    ids=["per cent", "nobody", "of those", "age"],
)
def test_what_the_other_says_in_its_own_way_is_not_only_here(stated: str, elsewhere: str) -> None:
    found = pair(f"{stated} It rained.", f"{elsewhere} It rained.")
    assert not [row for row in rows(found, State.ONLY) if row.kind is FactKind.QUANTITY]


def test_one_answer_that_was_copied_is_one_origin_but_a_differing_one_was_not_copied() -> None:
    found = pair(
        "A fire injured 14 passengers on the ferry Blue Heron off Kestrel Sound late on Tuesday evening.",
        "A fire injured 17 passengers on the ferry Blue Heron off Kestrel Sound late on Tuesday evening.",
    )
    (row,) = rows(found, State.DIFFER_VALUE)
    assert row.origins.count == 2


def test_what_an_article_without_a_column_says_too_is_missing_beside_it_but_not_only_here() -> None:
    a = account(FERRY + "The owner put the damage at 4,350,000 euros.")
    b = account(FERRY.replace("broke out", "started"), outlet="Northern Wire", number=2)
    witness = account("Abara spoke of 4.35 million euros in damage.", outlet="Compass Line", number=3)
    damage = "4,350,000 euros"
    (alone,) = [row for row in rows(compare((a, b)), State.ONLY) if row.stated[0][1].text == damage]
    assert (alone.words, alone.elsewhere) == ("only in Harbour Gazette", False)
    (told,) = [row for row in rows(compare((a, b), (witness,)), State.ONLY) if row.stated[0][1].text == damage]
    assert (told.words, told.elsewhere) == ("in Harbour Gazette, not in Northern Wire", True)
