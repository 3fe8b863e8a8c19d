"""What an article is about, as weighted terms."""

from dataclasses import replace

from digest.analysis.stories.terms import BODY_CHARACTERS, terms
from digest.model import Article, Provenance

from .reports import FERRY, SHIPYARD_DE, article

FILLER = "It was said that they would have been there before. " * 10


def of(title: str, text: str) -> Article:
    return article(1, (title, text))


def test_the_title_counts_most_then_the_lead_then_the_rest() -> None:
    found = terms(of("on harbour", f"At the quay. {FILLER}{FILLER} At the pier.")).weights
    assert found["harbour"] > found["quay"] > found["pier"]


def test_function_words_and_noise_are_no_terms() -> None:
    found = terms(of("Ferry", f"The ferry was there.\n\nREAD MORE: Whales of Rask\n\nIt had left. {FILLER}")).weights
    assert not {"the", "was", "whale", "rask", "read"} & found.keys()


def test_names_count_more_inside_a_sentence_than_a_word_does() -> None:
    found = terms(of("", f"{FILLER} There was Holm and there was harbour.")).weights
    assert found["holm"] > found["harbour"]


def test_capitals_of_headline_case_say_nothing_about_names() -> None:
    plain, shouted = terms(of("the harbour of Holm", "")), terms(of("The Harbour Of Holm", ""))
    assert plain.weights["holm"] > plain.weights["harbour"]
    assert shouted.weights["holm"] == shouted.weights["harbour"]


def test_two_names_in_a_row_are_a_term_spelled_as_written() -> None:
    found = terms(article(1, FERRY[0]))
    assert found.spelled["tilda wren"] == "Tilda Wren"
    assert "wren buoy" not in found.weights


def test_a_lead_in_place_of_a_headline_counts_once() -> None:
    lead = of("on harbour", "on harbour")
    assert terms(replace(lead, title_from=Provenance.LEAD)).weights["harbour"] < terms(lead).weights["harbour"]


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert "zeppelin" not in terms(of("Ferry", "x " * BODY_CHARACTERS + "zeppelin")).weights


def test_other_languages_keep_their_forms_and_drop_their_function_words() -> None:
    found = terms(article(1, SHIPYARD_DE[0]))
    assert found.language == "de"
    assert "stellen" in found.weights
    assert not {"die", "und", "bis"} & found.weights.keys()


def test_the_language_a_feed_names_is_taken() -> None:
    assert terms(replace(article(1, FERRY[0]), language="nl")).language == "nl"


def test_unspaced_scripts_are_read_by_pairs_of_characters() -> None:
    assert {"港口", "口关"} <= terms(of("", "风暴过后港口关闭")).weights.keys()
