"""Noise, datelines, sentences and words as spans over unchanged text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import NoiseKind, body, dateline, headline, noise, normal, plain_words, sentences, stem, tokens

REPORT = """Ferry fire injures dozens off Kestrel Sound

By Ana Petrel
Smoke rises from the ferry Blue Heron off Kestrel Sound on Tuesday.
Smoke rises from the ferry Blue Heron off Kestrel Sound on Tuesday. (NWA)

KESTREL (Northern Wire) - A fire on the Blue Heron injured 14 on Tuesday, Mr. T. Abara said. "We got all out," he said.

Passengers taken ashore

The U.S. owner said it would help. It gave no figure.

READ MORE: Who owns the ferries?

Source: Northern Wire and agencies"""


def found(text: str) -> dict[NoiseKind, list[str]]:
    kinds: dict[NoiseKind, list[str]] = {}
    for part in noise(text):
        kinds.setdefault(part.kind, []).append(text[part.start : part.end])
    return kinds


def test_noise_is_found_and_named() -> None:
    assert {kind: len(parts) for kind, parts in found(REPORT).items()} == {
        NoiseKind.BYLINE: 1,
        NoiseKind.CAPTION: 2,
        NoiseKind.DATELINE: 1,
        NoiseKind.HEADING: 1,
        NoiseKind.PROMO: 1,
        NoiseKind.SOURCE: 1,
    }


def test_the_line_that_names_an_agencys_hands_is_noise() -> None:
    assert NoiseKind.SOURCE in found("A sentence here.\n(Reporting by Ana Petrel; editing by Tom Abara)")


def test_the_body_is_the_report_alone() -> None:
    lines = body(REPORT).split("\n")
    assert lines[0] == "Ferry fire injures dozens off Kestrel Sound"
    assert lines[1].startswith("A fire on the Blue Heron")
    assert lines[-1].endswith("It gave no figure.")
    assert len(lines) == 3


def test_the_headline_line_is_told_from_a_sentence() -> None:
    where = headline(REPORT)
    assert where is not None
    assert REPORT[slice(*where)] == "Ferry fire injures dozens off Kestrel Sound"
    assert headline("One sentence, as a lead.\nAnother one.") is None


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    shown = [REPORT[s.start : s.end] for s in sentences(REPORT)][1:]
    assert shown == [
        "A fire on the Blue Heron injured 14 on Tuesday, Mr. T. Abara said.",
        '"We got all out," he said.',
        "The U.S. owner said it would help.",
        "It gave no figure.",
    ]


@pytest.mark.parametrize(
    "line", ["READ MORE: a b", "Lesen Sie auch: Die Lage", "À lire aussi : la suite", "ALSO READ | x"]
)
def test_promotions_are_noise_in_four_languages(line: str) -> None:
    assert NoiseKind.PROMO in found(f"A sentence here.\n{line}\nAnother sentence.")


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("MOSCOW (REUTERS) - He said.", "Moscow", "REUTERS"),
        ("WASHINGTON -- He said.", "Washington", ""),
        ("PORT ELLIS, Aug 27 (Northern Wire) - He said.", "Port Ellis", "Northern Wire"),
        ("Mannheim, Germany (Sports Network) - He won.", "Mannheim, Germany", "Sports Network"),
    ],
)
def test_a_dateline_gives_place_and_agency(text: str, place: str, agency: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert text[found.end :].startswith("He ")


@pytest.mark.parametrize(
    "text", ["He said - and meant it.", "The FBI - a federal office - said.", "Anna (38) - a cook - won."]
)
def test_an_ordinary_opening_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@given(st.text(alphabet="ab .!?\"'“”\n-()A1é", max_size=200))
def test_spans_lie_in_the_text_in_order_whatever_it_is(text: str) -> None:
    spans = [(s.start, s.end) for s in sentences(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert spans == sorted(spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))


def test_words_keep_their_places_and_numbers_stay_whole() -> None:
    text = "Almost 7,000 people, Lukashenko’s troops"
    assert [t.text for t in tokens(text)] == ["almost", "7,000", "people", "lukashenko's", "troops"]
    assert all(normal(text)[t.start : t.end].lower() == t.text for t in tokens(text))


@given(st.text())
def test_words_alone_are_those_of_the_tokens(text: str) -> None:
    assert plain_words(text) == [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("sanctions", "sanction"),
        ("deployed", "deploying"),
        ("injured", "injures"),
        ("ferries", "ferry"),
        ("stopped", "stop"),
    ],
)
def test_forms_of_one_word_share_a_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


def test_office_and_officer_stay_apart() -> None:
    assert stem("officer") != stem("office")
