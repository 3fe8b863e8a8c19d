"""What an account brings beside those before it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from digest.analysis.news import news
from digest.model import News, Source

from .accounts import DAY, account

FIRST = "The fire killed 14 people on Thursday, police said.\nThe crane crushed two cars."
LATER = "The fire killed 17 people on Thursday, police said.\nThe owner paid $2 million to the port in May."


def version(text: str, number: int = 1, outlet: str = "Harbour Gazette", hours: int = 0, **more: object) -> Source:
    return account(text, outlet=outlet, number=number, published=DAY + timedelta(hours=hours), **more)


def words(found: News) -> tuple[set[str], set[tuple[str, ...]], set[str]]:
    return (
        {one.fact.text for one in found.new if one.fact.kind == "quantity"},
        {(one.now.fact.text, *(old.fact.text for old in one.before)) for one in found.changed},
        {one.fact.text for one in found.withdrawn if one.fact.kind == "quantity"},
    )


def test_another_outlet_brings_another_answer_and_a_new_fact() -> None:
    found = news(version(LATER, 2, "Lighthouse Post", hours=2), [version(FIRST)])
    assert words(found) == ({"$2 million"}, {("17 people", "14 people")}, set())


def test_an_edit_changes_a_fact_brings_one_and_takes_one_away() -> None:
    edited = replace(version(LATER), revision=2)
    found = news(edited, [version(FIRST)])
    assert words(found) == ({"$2 million"}, {("17 people", "14 people")}, {"two cars"})


def test_what_one_of_those_before_said_is_no_news() -> None:
    before = [version(FIRST), version(LATER, 2, "Lighthouse Post", hours=1)]
    found = news(version(LATER.replace("police said", "the mayor said"), 3, "Tide Times", hours=2), before)
    assert words(found) == (set(), set(), set())


def test_what_an_outlet_says_otherwise_than_before_is_a_change_even_if_another_said_so() -> None:
    before = [version(FIRST), version(LATER, 2, "Lighthouse Post", hours=1)]
    _, changed, _ = words(news(replace(version(LATER), revision=2), before))
    assert changed == {("17 people", "14 people")}


def test_an_excerpt_is_all_that_could_be_read_of_an_account() -> None:
    full = "Two ministers met in Holm.\nThe owner paid $2 million to the port in May."
    before = [version("Two ministers met in Holm.", excerpt=True)]
    new, _, _ = words(news(version(full, 2, "Lighthouse Post"), before))
    assert "$2 million" in new


@pytest.mark.parametrize("before", [[], [version(FIRST)]], ids=["nothing", "the same"])
def test_there_is_no_news_beside_nothing_or_the_same_text(before: list[Source]) -> None:
    found = news(replace(version(FIRST), revision=2), before)
    assert words(found) == (set(), set(), set())
    assert found.first == (not before)


def test_a_number_that_is_known_better_is_another_answer_and_one_known_worse_is_none() -> None:
    rough, exact = FIRST.replace("14", "at least 14"), FIRST.replace("14", "16")
    assert words(news(version(exact, 2, "Lighthouse Post"), [version(rough)]))[1] == {
        ("16 people", "at least 14 people")
    }
    assert words(news(version(rough, 2, "Lighthouse Post"), [version(exact)]))[1] == set()
