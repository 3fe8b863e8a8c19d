"""The comparison in lines and in columns: the same facts, never wider than the terminal, never by colour alone."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest.export.columns import comparison_columns, fits
from digest.export.look import Look, fit, line_width, pad
from digest.export.markdown import comparison_markdown
from digest.export.plain import comparison_lines
from digest.model import Comparison, FactKind, Origins, Quantity, Row, State

from .samples import WIRE, fact, ferry

PAINT = re.compile("\x1b\\[[0-9;]*m")


def two() -> Comparison:
    """The sample without its third, summary-only source."""
    base = ferry()
    rows = tuple(replace(row, cells=row.cells[:2]) for row in base.rows)
    return replace(base, sources=base.sources[:2], rows=rows)


def test_a_difference_is_told_in_a_sign_and_words_with_both_texts() -> None:
    lines = list(comparison_lines(two(), "Ferry fire", Look()))
    at = lines.index("≠ count differs: at least 14 / 17")
    assert lines[at + 1] == "    [1] A fire broke out on the ferry Kestrel on Thursday and [at least 14"
    assert lines[at + 3] == "    [2] Rescuers pulled [17 people] from the water."


def test_ascii_says_the_same_in_ascii() -> None:
    text = "\n".join(comparison_lines(two(), "Ferry fire", Look(ascii=True)))
    assert text.isascii()
    assert "!= count differs: at least 14 / 17" in text
    assert "\n".join(comparison_columns(two(), "Ferry fire", Look(ascii=True))).isascii()


def test_one_origin_behind_two_outlets_is_said() -> None:
    assert "≡ same text (2 outlets, 1 origin)" in list(comparison_lines(two(), "Ferry fire", Look()))


def test_an_account_of_which_the_first_part_was_read_says_so() -> None:
    base = two()
    cut = replace(base, sources=(replace(base.sources[0], cut=True), base.sources[1]))
    said = f"only the first {len(cut.sources[0].text):,} characters read"
    assert said in " ".join(" ".join(comparison_lines(cut, "Ferry fire", Look())).split())
    assert said in comparison_markdown(cut, "Ferry fire")
    assert said not in comparison_markdown(base, "Ferry fire")


def test_a_summary_is_never_said_to_lack_a_fact() -> None:
    lines = list(comparison_lines(ferry(), "Ferry fire", Look()))
    assert "    [3] ? cannot tell" in lines
    assert "    [3] · not in this text" not in lines


@pytest.mark.parametrize("width", [70, 80, 100, 121, 200])
@pytest.mark.parametrize("ascii_only", [False, True], ids=["unicode", "ascii"])
def test_columns_keep_to_the_width_and_their_rules_stay_straight(width: int, ascii_only: bool) -> None:
    look = Look(width, ascii=ascii_only)
    assert fits(two(), look)
    lines = list(comparison_columns(two(), "Ferry fire", look))
    assert max(map(cell_len, lines)) <= width
    bar, cross = ("|", "+") if ascii_only else ("│", "┼")
    (rule,) = [line for line in lines if set(line) <= set("-+─┼") and cross in line]
    assert {line.index(bar) for line in lines if bar in line} == {rule.index(cross)}


def test_colour_changes_no_word() -> None:
    plain = list(comparison_columns(two(), "Ferry fire", Look(100)))
    painted = [PAINT.sub("", line) for line in comparison_columns(two(), "Ferry fire", Look(100, color=True))]
    assert [line for line in painted if "differs" in line] == [line for line in plain if "differs" in line]
    assert "\x1b" not in "".join(plain)


def test_too_narrow_for_columns_is_said_beforehand() -> None:
    assert not fits(ferry(), Look(80))
    assert fits(ferry(), Look(110))
    assert not fits(replace(two(), sources=two().sources[:1]), Look(200))


def test_lesser_facts_are_counted_and_shown_on_demand() -> None:
    lesser = Row(
        FactKind.QUANTITY,
        State.ONLY,
        ((fact(WIRE, "212 passengers", Quantity(212, 212, "passenger")),), two().rows[-1].cells[1]),
        "only in Northern Wire",
        origins=Origins(1, certain=True),
        importance=2,
    )
    comparison = replace(two(), rows=(*two().rows, lesser))
    assert list(comparison_lines(comparison, "F", Look()))[-1] == "1 fact of note left out: --all shows them."
    least = replace(comparison, rows=(*comparison.rows, replace(lesser, importance=1)))
    assert list(comparison_lines(least, "F", Look()))[-1] == (
        "1 fact of note and 1 lesser fact left out: --all shows them."
    )
    assert "left out" not in "\n".join(comparison_lines(comparison, "F", Look(), everything=True))


def test_what_may_stand_elsewhere_is_counted_in_one_line() -> None:
    unknown = replace(two().rows[-1], state=State.UNKNOWN, words="cannot tell: perhaps elsewhere")
    comparison = replace(two(), rows=(*two().rows, unknown, unknown))
    lines = list(comparison_lines(comparison, "F", Look()))
    assert lines[-1] == "2 facts that may stand elsewhere too: --all shows them."
    assert "CANNOT TELL" not in lines
    assert "CANNOT TELL" in list(comparison_lines(comparison, "F", Look(), everything=True))


def test_only_differences_of_note_are_shown_as_the_head_counts_them() -> None:
    lesser = replace(two().rows[0], importance=1)
    comparison = replace(two(), rows=(lesser, *two().rows[1:]))
    shown = list(comparison_lines(comparison, "F", Look()))
    assert f"{comparison.count('differ')} differ" in shown[1]
    assert sum(line.startswith("≠") for line in shown) == comparison.count("differ")


def test_with_two_sources_too_a_missing_fact_is_said() -> None:
    assert "    [2] · not in this text" in list(comparison_lines(two(), "Ferry fire", Look()))


def test_facts_of_one_sentence_are_told_under_one_showing_of_it() -> None:
    twin = replace(two().rows[0], kind=FactKind.EVENT, state=State.DIFFER_STATUS, words="status differs: x / y")
    lines = list(comparison_columns(replace(two(), rows=(two().rows[0], twin)), "F", Look(100)))
    assert sum("Rescuers pulled" in line for line in lines) == 1
    assert [line for line in lines if "└" in line] == [
        "  └ count differs: at least 14 / 17",
        "  └ status differs: x / y",
    ]


def test_no_facts_at_all_is_said() -> None:
    assert "No facts to compare were found." in list(comparison_lines(replace(two(), rows=()), "F", Look()))


@given(st.text(max_size=80), st.integers(4, 40), st.booleans())
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str, width: int, mark: bool) -> None:
    look = Look(color=True)
    lines = look.wrap(((text, mark),), width)
    assert all(line_width(line) <= width for line in lines)
    assert "".join(words for line in lines for words, _ in line).replace(" ", "") == text.replace(" ", "") or (
        not text.isprintable()
    )


@given(st.text(alphabet="ab東é🙂", max_size=20), st.integers(1, 12))
def test_cutting_and_padding_count_columns_not_characters(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(fit(text, width), width)) == width


def test_a_page_is_not_left_empty_where_nothing_can_be_told() -> None:
    unknown = replace(two().rows[-1], state=State.UNKNOWN, words="cannot tell: perhaps elsewhere")
    lines = list(comparison_lines(replace(two(), rows=(unknown,)), "F", Look()))
    assert "CANNOT TELL" in lines
    assert "--all" not in "\n".join(lines)
