"""Quotes: what stands between the marks, what of it is speech, and odd marks."""

import itertools
import time

import pytest

from digest.analysis.speech.quotes import quotes
from digest.analysis.speech.stretches import stretches
from digest.model import Fact, Quote


def said(text: str) -> list[str]:
    return [fact.text for fact in quotes(text)]


def value(fact: Fact) -> Quote:
    assert isinstance(fact.value, Quote)
    return fact.value


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "»«", '“"', '"”'])
def test_every_pair_of_marks_opens_and_closes_a_quote(marks: str) -> None:
    text = f"The mayor said: {marks[0]}We will rebuild the old bridge.{marks[1]} Then she left."
    assert said(text) == ["We will rebuild the old bridge."]


def test_the_span_is_the_text_inside_the_marks() -> None:
    text = "“We will rebuild it,” said Ann Lee. She called the plan “a gift to nobody at all”."
    for fact in quotes(text):
        assert text[fact.start : fact.end] == fact.text
        assert text[fact.start - 1] + text[fact.end] == "“”"


def test_each_paragraph_of_a_running_quotation_is_a_row_of_its_own() -> None:
    text = "“The bridge was old,” Lee said. “It had to go.\n“Now we will build another one,” she added."
    assert said(text) == ["The bridge was old,", "It had to go.", "Now we will build another one,"]


def test_a_quotation_goes_on_over_line_breaks_until_its_mark() -> None:
    text = 'Lee said: "The bridge was old.\nIt had to go.\nNobody will miss it."\nThen she left.'
    assert said(text) == ["The bridge was old.\nIt had to go.\nNobody will miss it."]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    text = "“He told me, “Go home now,” and I went,” Lee said."
    assert said(text) == ["He told me, “Go home now,” and I went,"]


def test_an_opening_mark_that_nothing_closes_swallows_nothing() -> None:
    text = 'Lee said the "bridge was old. Later she left.\n"We will build a new one," said Ray.'
    assert said(text) == ["We will build a new one,"]


def test_scare_quotes_and_titles_of_works_are_no_speech() -> None:
    assert said("Fans of the “celebrity” came. She starred in “Harbour Nights” for years.") == []


def test_one_quoted_word_counts_when_a_verb_of_speech_governs_it() -> None:
    assert said("Lee called the plan “reckless”. “Nonsense,” said Ray.") == ["reckless", "Nonsense,"]


def test_a_fragment_is_told_from_a_sentence() -> None:
    whole, part = quotes("“We will rebuild it all,” said Ann Lee. Ray spoke of “a gift to nobody at all”.")
    assert (value(whole).fragment, value(part).fragment) == (False, True)
    assert (whole.importance, part.importance) == (3, 2)


def test_noise_and_headings_hold_no_quotes() -> None:
    text = (
        "Council meets.\n\nREAD MORE: “We will never give up the harbour”\n\n“We will rebuild it,” said Ann Lee.\n\n"
        "‘Nothing is decided’ – “so they all say today”\n\nThe council met on Monday."
    )
    assert said(text) == ["We will rebuild it,"]


def test_the_sentence_is_the_one_the_quote_begins_in() -> None:
    text = "The council met. It was late. “We will rebuild it,” said Ann Lee."
    assert quotes(text)[0].sentence == 2


@pytest.mark.parametrize(
    "text",
    ["", '"', '""', "“”", '" "', "”“", "«»»«", '"""""', "“a", "b”", '"\n"\n"', "„„““", "\n\n“\n\n”", '="a"', "“ “ ” ”"],
)
def test_odd_marks_never_crash_and_give_spans_in_order(text: str) -> None:
    found = stretches(text)
    quotes(text)
    assert all(a.outer_end <= b.outer_start for a, b in itertools.pairwise(found))
    assert all(0 <= s.outer_start < s.start <= s.end <= s.outer_end <= len(text) for s in found)


@pytest.mark.parametrize(
    "unit", ['"', "“", '" ', '"a ', ' "a', "“\n", "„“", "«»"], ids=lambda unit: ascii(unit).strip("'")
)
def test_a_megabyte_of_quotation_marks_is_read_within_a_second(unit: str) -> None:
    start = time.process_time()
    stretches(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 1


def test_capitals_and_right_to_left_text_are_read() -> None:
    assert said("LEE SAID: “WE WILL REBUILD THE BRIDGE.”") == ["WE WILL REBUILD THE BRIDGE."]
    assert said("قال المدير: “سنبني الجسر من جديد”.") == ["سنبني الجسر من جديد"]
    assert said("他说：“我们会重建这座桥。”") == ["我们会重建这座桥。"]
