"""The small parts of drawn lines."""

from datetime import timedelta, timezone

import pytest
from textual.content import Content

from digest.model import Origins
from digest.store import Counts
from digest.tui.glyphs import ASCII, UNICODE
from digest.tui.header import header
from digest.tui.ingesting import Progress
from digest.tui.ledger import shared
from digest.tui.lines import age, ago, fit, moment, origins, spark, spread
from digest.tui.why import around

from .samples import NOW, WIDE


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=13), "13 d"),
        (timedelta(days=20), "9 Aug"),
        (timedelta(days=400), "Jul 2019"),
    ],
    ids=str,
)
def test_age_is_told_in_the_unit_a_reader_would_use(past: timedelta, words: str) -> None:
    assert age(NOW - past, NOW) == words


def test_times_are_told_in_the_reader_s_zone() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=2)))
    assert moment(NOW, there) == "Sat 29 Aug 08:00"
    assert moment(NOW - timedelta(days=400), there) == "Fri 26 Jul 2019 08:00"


def test_the_chart_shows_when_the_articles_came() -> None:
    times = [NOW, *[NOW + timedelta(hours=9)] * 4, NOW + timedelta(hours=10)]
    assert spark(times, UNICODE) == "▃▁▁▁█"
    assert spark(times, ASCII).isascii()
    assert spark([NOW, NOW], UNICODE) == ""
    assert spark([], UNICODE) == ""


def test_open_origins_carry_a_question_mark() -> None:
    assert origins(Origins(1, certain=True)) == "1 origin"
    assert origins(Origins(2, certain=False)) == "2 origins?"


@pytest.mark.parametrize("width", range(12))
@pytest.mark.parametrize("text", ["", "short", "a long line of words", *WIDE])
def test_a_line_is_cut_or_filled_to_its_width(text: str, width: int) -> None:
    for glyphs in (UNICODE, ASCII):
        assert fit(Content(text), width, glyphs).cell_length == width
        assert spread(Content(text), Content("12"), max(1, width), glyphs).cell_length == max(1, width)


def test_what_the_sources_say_shares_a_line() -> None:
    parts = [Content("a" * 50), Content("short"), Content("b" * 50)]
    cut = [part.plain for part in shared(parts, 60, UNICODE)]
    assert cut[1] == "short"
    assert len(" · ".join(cut)) <= 60
    assert abs(len(cut[0]) - len(cut[2])) <= 1


def test_the_header_drops_what_has_no_room() -> None:
    counts = Counts(articles=9, stories=2, unread=5, feeds=3, failed_feeds=1, last_ingest=NOW)
    assert header(counts, NOW, 120, UNICODE, Progress()).plain.endswith(
        "5 unread · 2 stories · 9 articles · last ingest 06:00 · 1 feed failed "
    )
    assert header(counts, NOW, 50, UNICODE, Progress()).cell_length == 50
    assert "5 unread" in header(counts, NOW, 50, UNICODE, Progress()).plain


def test_a_fact_is_shown_within_whole_words_of_its_paragraph() -> None:
    text = "Before.\n" + "word " * 80 + "FACT" + " word" * 80 + "\nAfter."
    start = text.index("FACT")
    first, last = around(text, start, start + 4)
    shown = text[first:last]
    assert "FACT" in shown
    assert set(shown.split()) == {"word", "FACT"}
    assert len(shown) < 340


@pytest.mark.parametrize(
    ("past", "words"),
    [(0.1, "just now"), (5, "5 min ago"), (60 * 24 * 20, "on 9 Aug"), (60 * 24 * 400, "in Jul 2019")],
)
def test_a_date_is_not_told_as_ago(past: float, words: str) -> None:
    assert ago(NOW - timedelta(minutes=past), NOW) == words
