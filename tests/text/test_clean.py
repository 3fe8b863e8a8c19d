"""What passes the border."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import clean, clean_line

KEPT = {"\n", "\t", "\u200c", "\u200d"}
BREAKS = {"\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}


def test_the_border_drops_exactly_the_controls_formats_and_surrogates_of_unicode() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        if unicodedata.category(character) == "Cn":
            continue  # what this Python does not know yet may be a format character of a later Unicode
        dropped = unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in KEPT
        left = "\n" if character in BREAKS else "" if dropped else unicodedata.normalize("NFC", character)
        assert clean(character) == left, f"U+{number:04X}"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"])))
def test_what_readers_may_see_is_left_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(st.text(alphabet=st.characters()))
def test_what_is_clean_can_be_written_as_utf_8(text: str) -> None:
    clean(text).encode()


def test_every_kind_of_line_break_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("A\x1b]52;c;RVZJTA==\x07B", "A]52;c;RVZJTA==B"),
        ("A\x9b2JB", "A2JB"),
        ("A\u202eevil\u202c", "Aevil"),
        ("A\ud800B", "AB"),
    ],
    ids=["OSC 52", "C1 CSI", "bidi override", "lone surrogate"],
)
def test_what_could_steer_a_terminal_loses_its_teeth(hostile: str, left: str) -> None:
    assert clean(hostile) == left


def test_markup_is_text_like_any_other() -> None:
    assert clean("[/] [red]a[/red] <b>") == "[/] [red]a[/red] <b>"


def test_persian_and_emoji_keep_their_joiners() -> None:
    assert clean("می\u200cخواهم 👩\u200d🚒") == "می\u200cخواهم 👩\u200d🚒"


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert clean_line("  Ferry\n\n fire \t spreads ") == "Ferry fire spreads"
    assert len(clean_line("x" * 5_000)) == 1_000
