"""A comparison as lines."""

from dataclasses import replace

import pytest
from textual.content import Content

from digest.model import Cell, Comparison, FactKind, Passage, State
from digest.tui.compare_sheet import Layout, compare_sheet, reading_order, row_of
from digest.tui.glyphs import ASCII, UNICODE

from .samples import WIDE, ferry, row, source


def plain(comparison: Comparison, width: int, **layout: object) -> list[str]:
    return [line.plain.rstrip() for line in compare_sheet(comparison, width, Layout(UNICODE, **layout)).lines]  # type: ignore[arg-type]


def two(a: str, b: str) -> Comparison:
    """Return two texts as one passage, without facts."""
    return Comparison((source(1, "A", a), source(2, "B", b)), (), (Passage(((0, len(a)), (0, len(b)))),))


def test_what_differs_stands_side_by_side_with_the_difference_in_words_below() -> None:
    lines = plain(ferry(), 119)
    place = next(i for i, line in enumerate(lines) if "ordered an inquiry" in line)
    assert lines[place].startswith(" ≠ The harbour authority has")
    assert "│ ≠ The harbour authority is considering" in lines[place]
    assert lines[place + 2] == "   └ status differs: ordered / considering"


def test_agreement_is_told_with_its_origins() -> None:
    assert "   └ quote agrees, reworded · 2 outlets, 2 origins?" in plain(ferry(), 119)


def test_what_only_one_source_has_is_missing_in_words_in_the_other() -> None:
    lines = plain(ferry(), 119)
    assert any(line.startswith(" + Forty fishing boats") and line.endswith("│ · not in this text") for line in lines)
    assert any(line.startswith(" · not in this text") and "│ + The company denies" in line for line in lines)


def test_nothing_is_missing_from_an_excerpt() -> None:
    found = ferry()
    comparison = replace(found, sources=(found.sources[0], replace(found.sources[1], excerpt=True)))
    lines = plain(comparison, 119)
    assert any(line.startswith(" + Forty fishing boats") and line.endswith("│ ? excerpt only") for line in lines)


def test_a_fact_told_at_another_place_is_shown_where_it_is_missed() -> None:
    texts = ("Ten boats came.", "It rained. Ten boats came.")
    found = row(FactKind.QUANTITY, State.REWORDED, texts, ("Ten boats", "Ten boats"), "count agrees: 10")
    sources = (source(1, "A", texts[0]), source(2, "B", texts[1]))
    comparison = Comparison(sources, (found,), (Passage(((0, 15), None), (0,), State.REWORDED),))
    assert any("│   elsewhere: Ten boats" in line for line in plain(comparison, 99))


def test_in_stacked_form_each_text_carries_its_outlet() -> None:
    lines = plain(ferry(), 79, stacked=True)
    assert lines[0].startswith(" ≠ Harbour Gazette  A ferry carrying")
    assert lines[2].startswith(" ≠ Northern Wire  At least 17 people")
    assert " · Northern Wire  not in this text" in lines
    assert max(map(len, lines)) <= 79


def test_in_ascii_every_sign_of_ours_is_ascii() -> None:
    sheet = compare_sheet(ferry(), 119, Layout(ASCII))
    text = "\n".join(line.plain for line in sheet.lines)
    assert text.isascii()
    assert "!= The harbour" in text
    assert ". not in this text" not in text.replace(".  not in this text", "")


def test_every_fact_can_be_found_in_every_column_that_has_it() -> None:
    comparison = ferry()
    sheet = compare_sheet(comparison, 119, Layout(UNICODE))
    where: dict[int, set[bool]] = {}
    for line in sheet.lines:
        for start, _, style in line.spans:
            number = row_of(style)
            if number is not None:
                where.setdefault(number, set()).add(start > 59)
    for number, fact in enumerate(comparison.rows):
        assert where[number] == {bool(i) for i in fact.present}


def test_facts_are_met_in_reading_order() -> None:
    assert reading_order(ferry()) == (2, 3, 0, 1, 4, 5, 6, 7)


@pytest.mark.parametrize("width", [20, 41, 99, 100, 119, 160, 200], ids=str)
@pytest.mark.parametrize("text", WIDE, ids=["cjk", "emoji", "combining"])
def test_wide_letters_keep_the_columns_straight(text: str, width: int) -> None:
    lines = compare_sheet(two(f"{text} " * 9, text), width, Layout(UNICODE)).lines
    places = {Content(line.plain.split("│")[0]).cell_length for line in lines if "│" in line.plain}
    assert len(places) == 1
    assert max(line.cell_length for line in lines) <= max(width, 20)


def test_three_sources_stand_in_three_columns() -> None:
    texts = ("Ten boats came.", "Twelve boats came.", "Boats came.")
    found = row(FactKind.QUANTITY, State.DIFFER_VALUE, texts, ("Ten boats", "Twelve boats", Cell.ABSENT), "count differs: 10 / 12")  # fmt: skip  # noqa: E501
    sources = tuple(source(i, name, text) for i, (name, text) in enumerate(zip("ABC", texts, strict=True)))
    comparison = Comparison(sources, (found,), (Passage(((0, 15), (0, 18), None), (0,), State.DIFFER_VALUE),))
    first = plain(comparison, 150)[0]
    assert first.count("│") == 2
    assert first.endswith("· not in this text")
