"""Which articles stand side by side."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from digest.analysis.comparison.compare import compare
from digest.analysis.sources import MOST_READ, as_source, choose_sources
from digest.errors import NotFoundError
from digest.model import Article, Cell, Provenance, State

START = datetime(2020, 8, 27, 6, tzinfo=UTC)
REPORTS = [
    "The library of Ostwick burned down in the night and firemen from four towns could not save its tower.",
    "Mayor Jona Feld promised on Monday to rebuild the reading room with money from the harbour fund by May.",
    "A short circuit under the old roof is the likely cause, said the town's engineer, who found molten cables.",
    "Children carried what was left of the picture books to the school gym, where shelves had been put up.",
    "Insurers said the building had been valued at a third of what a new one costs at present prices.",
]


def article(number: int, outlet: str, text: str, hours: int = 0, excerpt: bool = False) -> Article:
    when = START + timedelta(hours=hours)
    return Article(
        key=str(number),
        outlet=outlet,
        title="Fire",
        text=text,
        fetched=when,
        published=when,
        excerpt=excerpt,
        id=number,
    )


def test_each_outlet_has_one_column_its_latest_full_text() -> None:
    told = [
        article(1, "A", REPORTS[0]),
        article(2, "A", REPORTS[1], hours=2),
        article(3, "A", REPORTS[2], hours=5, excerpt=True),
        article(4, "B", REPORTS[3]),
    ]
    assert {source.article_id for source in choose_sources(told)} == {2, 4}


def test_an_outlet_with_excerpts_only_is_represented_by_the_latest() -> None:
    told = [article(1, "A", REPORTS[0], excerpt=True), article(2, "A", REPORTS[1], hours=1, excerpt=True)]
    (source,) = choose_sources(told)
    assert (source.article_id, source.excerpt) == (2, True)


def test_a_later_article_about_something_else_does_not_stand_for_its_outlet() -> None:
    told = [
        replace(article(1, "A", REPORTS[0]), title="Ostwick library burns down in the night"),
        replace(article(2, "A", "Rovers won the cup final by three goals to one."), title="Rovers win cup", id=2),
        replace(article(3, "B", REPORTS[0]), title="Library of Ostwick burned down"),
        replace(article(4, "C", REPORTS[1]), title="Ostwick to rebuild burned library"),
    ]
    assert 2 not in {source.article_id for source in choose_sources(told)}


def test_near_copies_share_a_column_that_names_its_carriers_and_comes_first() -> None:
    wire = " ".join(REPORTS[:3])
    told = [
        article(1, "A", " ".join(REPORTS[3:])),
        article(2, "B", wire),
        article(3, "C", wire[:-40]),
        article(4, "D", wire[:-30]),
    ]
    first, second = choose_sources(told)
    assert (first.outlet, first.also, second.outlet) == ("B", ("D", "C"), "A")


def test_two_copies_alone_still_make_two_columns() -> None:
    assert len(choose_sources([article(1, "A", REPORTS[0]), article(2, "B", REPORTS[0])])) == 2


def test_named_outlets_come_in_the_order_they_were_named_even_if_copies() -> None:
    told = [article(i, name, REPORTS[0]) for i, name in enumerate("ABCDEF", start=1)]
    assert [source.outlet for source in choose_sources(told, ("f", "A", "c", "E", "B"))] == ["F", "A", "C", "E", "B"]


def test_an_unknown_outlet_is_answered_with_the_ones_there_are() -> None:
    with pytest.raises(NotFoundError, match="no article by Gazette in this story; it has A, B"):
        choose_sources([article(1, "A", REPORTS[0]), article(2, "B", REPORTS[1])], ("A", "Gazette"))


def test_a_part_of_an_outlets_name_is_enough_if_it_is_one_outlets_alone() -> None:
    told = [
        article(1, "The Harbour Gazette", REPORTS[0]),
        article(2, "Harbour Post", REPORTS[1]),
        article(3, "Harbour", REPORTS[2]),
    ]
    found = choose_sources(told, ("gazette", "POST", "harbour", "Harbour Post"))
    assert [source.outlet for source in found] == ["The Harbour Gazette", "Harbour Post", "Harbour"]
    with pytest.raises(NotFoundError, match="harb may be Harbour or Harbour Post or The Harbour Gazette: write more"):
        choose_sources(told, ("harb",))
    with pytest.raises(NotFoundError, match="no article by  in this story"):
        choose_sources(told, ("",))


def test_at_most_limit_columns_and_excerpts_last() -> None:
    told = [article(i, name, REPORTS[i], excerpt=name == "A") for i, name in enumerate("ABCDE")]
    assert [source.outlet for source in choose_sources(told, limit=3)] != []
    assert len(choose_sources(told, limit=3)) == 3
    assert choose_sources(told, limit=9)[-1].outlet == "A"


def test_a_source_says_when_its_date_was_worked_out() -> None:
    told = Article(
        key="1",
        outlet="A",
        title="T",
        text=REPORTS[0],
        fetched=START,
        published=START,
        published_from=Provenance.INFERRED,
    )
    assert choose_sources([told])[0].published_inferred


def test_of_a_very_long_text_the_whole_sentences_of_the_first_part_are_read() -> None:
    whole = " ".join(REPORTS * 100)
    source = as_source(article(1, "A", whole))
    assert source.cut
    assert whole.startswith(source.text)
    assert source.text.endswith(tuple(report[-20:] for report in REPORTS))
    assert MOST_READ - 200 < len(source.text) <= MOST_READ
    assert not as_source(article(1, "A", REPORTS[0])).cut
    assert as_source(article(1, "A", "many words " * 10_000)).text.endswith("words")
    assert len(as_source(article(1, "A", "x" * 50_000)).text) == MOST_READ


def test_what_the_rest_of_a_very_long_text_may_hold_is_not_called_missing_from_it() -> None:
    long = article(1, "A", " ".join([*REPORTS * 100, "The fire injured 14 firemen."]))
    short = article(2, "B", "The library of Ostwick burned down. The fire injured 14 firemen.")
    found = compare([replace(as_source(one), language="en") for one in (long, short)])
    (row,) = (row for row in found.rows if row.present == (1,) and row.kind.value == "quantity")
    assert row.state is State.UNKNOWN
    assert row.cells[0] is Cell.UNKNOWN
