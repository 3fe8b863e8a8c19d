"""The title of a story."""

from dataclasses import replace
from datetime import timedelta

import pytest

from digest.analysis.stories.titles import choose_title
from digest.model import Article, Provenance

from .reports import FERRY, article

TOLD = [article(i, report, hours=i) for i, report in enumerate(FERRY, start=1)]


def titled(number: int, title: str) -> Article:
    return article(number, (title, FERRY[number - 1][1]), hours=number)


def test_the_title_is_a_members_own_headline_word_for_word() -> None:
    choice = choose_title(TOLD)
    assert choice.title in {told.title for told in TOLD}
    assert next(told for told in TOLD if told.id == choice.article_id).title == choice.title


def test_it_is_the_same_whatever_the_order() -> None:
    assert choose_title(TOLD) == choose_title(TOLD[::-1]) == choose_title(TOLD[1:] + TOLD[:1])


def test_names_a_number_and_a_verb_win_over_a_headline_that_says_little() -> None:
    told = [
        titled(1, "What we know so far about the night at sea"),
        titled(2, "Ferry Anneke hits sandbank, 212 rescued"),
    ]
    choice = choose_title(told)
    assert choice.article_id == 2
    assert "Anneke" in choice.why
    assert "the number 212" in choice.why


@pytest.mark.parametrize(
    "weaker",
    [
        "Why did the ferry Anneke run aground off Holm?",
        "FERRY ANNEKE RUNS AGROUND OFF HOLM WITH 212 ABOARD",
        "Ferry aground",
        "Ferry Anneke runs aground off Holm with 212 aboard " + "and so on " * 8,
    ],
    ids=["a question", "capitals", "short", "long"],
)
def test_a_plain_statement_wins_over(weaker: str) -> None:
    assert choose_title([titled(1, weaker), titled(2, FERRY[0][0])]).article_id == 2


def test_a_lead_that_stands_in_for_a_headline_is_taken_only_if_no_member_has_one() -> None:
    lead = replace(TOLD[0], title=FERRY[0][1].split(". ")[0], title_from=Provenance.LEAD)
    plain = titled(2, "Night at sea")
    assert choose_title([lead, plain]).title == "Night at sea"
    alone = choose_title([lead])
    assert alone.title == lead.title
    assert "lead sentence stands in" in alone.why


def test_one_article_has_one_headline() -> None:
    assert choose_title(TOLD[:1]).why == "the only article's headline"


def test_the_lead_is_the_reports_first_sentence_not_its_dateline_or_its_title_again() -> None:
    text = f"{FERRY[0][0]}\n\nHOLM, Aug 26 (Northlight) - {FERRY[0][1]}"
    lead = choose_title([replace(TOLD[0], text=text)]).lead
    assert lead == "The ferry Anneke ran aground off the island of Holm on Tuesday with 212 people aboard."


@pytest.mark.parametrize("text", ["", "READ MORE: Storms of Holm", "🌊"])
def test_a_text_without_a_sentence_costs_nothing(text: str) -> None:
    assert choose_title([replace(TOLD[0], text=text)]).title == TOLD[0].title


def test_equal_headlines_go_to_the_earliest() -> None:
    assert choose_title([article(2, FERRY[0], hours=5), article(9, FERRY[0], hours=1)]).article_id == 9


def test_a_story_that_grew_is_told_by_its_last_day() -> None:
    early = [titled(n, "Ferry fire off Great Holm kills two, injures 17") for n in (1, 2)]
    grown = titled(3, "Great Holm mourns as ferry toll reaches five")
    late = replace(grown, published=early[0].when + timedelta(days=3))
    assert choose_title([*early, late]).article_id == late.id
