"""The screen of the comparison, with its ledger."""

import webbrowser
from dataclasses import replace
from pathlib import Path

import pytest

from digest.analysis.picking import Elsewhere
from digest.desk import Desk
from digest.model import Comparison, Reading, Row
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.compare import CompareScreen
from digest.tui.compare_heads import differ_line
from digest.tui.compare_sheet import reading_order
from digest.tui.comparing import load, same_fact
from digest.tui.stories import StoriesScreen

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .samples import ferry


def compare_screen(app: DigestApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_two_accounts_stand_side_by_side_with_the_counts_of_states(make_app: MakeApp) -> None:
    async with make_app(story=1, compare=True).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = seen(pilot)
    assert "4 agree · 2 differ · 1 only A · 1 only B" in text
    assert "A Harbour Gazette" in text
    assert "B Northern Wire" in text
    assert "Fri 28 Aug 21:00? inferred · agencies" in text
    assert "8 facts marked; n goes to the first" in text


async def test_below_100_columns_the_texts_stand_one_under_the_other(make_app: MakeApp) -> None:
    async with make_app(story=1, compare=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "≠ Harbour Gazette  A ferry" in seen(pilot)
        await pilot.resize_terminal(120, 24)
        await pilot.pause(0.3)
        await settle(pilot)
        assert "│ ≠ At least 17" in seen(pilot)


async def test_n_walks_from_fact_to_fact_and_says_each_in_words(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        said = []
        for _ in range(9):  # one more than there are: it stays on the last
            await press(pilot, "n")
            row = compare_screen(app).row
            assert row is not None
            said.append(row.words)
            assert row.words in seen(pilot).splitlines()[-2]
        await press(pilot, "N")
        assert "7 of 8" in seen(pilot)
    assert said[2] == "dead differs: at least 14 / at least 17"
    assert len(set(said)) == 8


async def test_the_fact_chosen_is_scrolled_into_view(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        assert "denies that the alarm" not in seen(pilot)
        await press(pilot, *"nnnnnnnn")
        assert "denies that the alarm" in seen(pilot)


async def test_v_marks_more_or_fewer_facts(make_app: MakeApp) -> None:
    app = make_app(story=3, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        comparison, view = compare_screen(app).comparison, compare_screen(app).passages
        marked = [len(view.order)]
        for _ in range(3):
            await press(pilot, "v")
            marked.append(len(view.order))
            assert view.order == reading_order(comparison, view.least)
        assert marked[0] == marked[3]
        assert marked[2] <= marked[0] <= marked[1]
        unmarked = [i for i in range(len(comparison.rows)) if i not in view.order]
        if unmarked:
            await press(pilot, "tab", "v")
            compare_screen(app).ledger.choose(unmarked[0])
            await press(pilot, "enter")
            assert view.fact == unmarked[0]


async def test_a_click_chooses_the_fact_under_it(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for line, text in enumerate(seen(pilot).splitlines()):
            if "considering an inquiry" in text:
                await pilot.click(offset=(text.index("considering an"), line))
        await settle(pilot)
        assert compare_screen(app).passages.fact == 1


async def test_the_ledger_lists_every_fact_and_leads_to_its_passage(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 16)) as pilot:
        await settle(pilot)
        await press(pilot, "tab")
        assert "a all 8    d differ 2    s agree 4    o only one 2    t cannot tell 0" in seen(pilot)
        await press(pilot, "o", "j", "enter")
        assert compare_screen(app).passages.display
        assert compare_screen(app).passages.fact == 7
        assert "denies that the alarm" in seen(pilot)


@pytest.mark.parametrize(("key", "rows"), [("a", 8), ("d", 2), ("s", 4), ("o", 2), ("t", 0)])
async def test_the_ledger_is_filtered_by_state(make_app: MakeApp, key: str, rows: int) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "tab", "d", key)
        assert compare_screen(app).ledger.rows == rows
        await press(pilot, "n", "N", "escape")
        assert compare_screen(app).passages.display


async def test_a_fact_explains_itself(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "Choose a fact first" in notices(pilot)
        await press(pilot, "n", "e")
        assert "beside each other because: same role and unit" in seen(pilot)
        assert "2 outlets, 2 origins?" in seen(pilot)
        await press(pilot, "q")
        assert isinstance(app.screen, CompareScreen)


async def test_further_sources_are_paged_in(make_app: MakeApp) -> None:
    app = make_app(story=3, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        first = [source.outlet for source in compare_screen(app).comparison.sources]
        assert "2 of 4 outlets" in seen(pilot)
        await press(pilot, "n", "]")
        second = [source.outlet for source in compare_screen(app).comparison.sources]
        assert second[0] == first[1]
        await press(pilot, "]", "]", "]")
        assert "No further source" in notices(pilot)
        await press(pilot, "[", "[")
        assert [source.outlet for source in compare_screen(app).comparison.sources] == first


@pytest.mark.parametrize(("width", "columns"), [(80, 2), (120, 2), (150, 3), (200, 4)], ids=str)
async def test_wide_terminals_show_more_sources(make_app: MakeApp, width: int, columns: int) -> None:
    app = make_app(story=3, compare=True)
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        assert len(compare_screen(app).comparison.sources) == columns
        await pilot.resize_terminal(100, 40)
        await pilot.pause(0.3)
        await settle(pilot)
        assert len(compare_screen(app).comparison.sources) == 2


async def test_a_resize_keeps_the_passage_on_top_and_the_fact(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "n", "n", "n", "j", "j")
        view = compare_screen(app).passages
        fact, part = view.fact, view.sheet.parts[round(view.scroll_y)]
        await pilot.resize_terminal(60, 14)
        await pilot.pause(0.3)
        await settle(pilot)
        assert view.fact == fact
        assert view.sheet.parts[round(view.scroll_y)] == part


async def test_the_chosen_source_is_opened_and_its_link_copied(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "right", "y")
        assert app.clipboard == "https://wire.example/ferry"
        await press(pilot, "n", "Y")
        assert "“about 140 passengers” · Northern Wire · Fri 28 Aug · https" in app.clipboard
        await press(pilot, "enter")
        article = app.screen
        assert isinstance(article, ArticleScreen)
        assert article.opened is not None
        assert article.opened.article.outlet == "Northern Wire"
        await press(pilot, "c")
        assert compare_screen(app).column == 1


async def test_a_browser_that_cannot_be_started_gives_a_notice(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/nowhere/browser")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setenv("PATH", "")
    async with make_app(story=1, compare=True).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert "browser could" in notices(pilot)
        assert pilot.app.is_running


async def test_the_articles_shown_can_be_marked_read(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "m")
        with app.open_desk() as desk:
            read = {a.outlet for a in desk.articles(1) if a.reading is Reading.READ}
        assert read == {"Harbour Gazette", "Northern Wire"}
        await press(pilot, "m")
        with app.open_desk() as desk:
            assert not any(a.reading is Reading.READ for a in desk.articles(1))


async def test_one_outlet_alone_is_nothing_to_compare(make_app: MakeApp) -> None:
    async with make_app(story=6, compare=True).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "nothing to lay beside it" in notices(pilot)
        await press(pilot, "n", "tab", "e", "j", "tab", "]", "h")
        assert isinstance(pilot.app.screen, StoriesScreen)


async def test_columns_that_carry_a_copied_report_say_so(database: Path) -> None:
    with Store(database) as store:
        found = load(Desk(store), 1, 0, 4)
    also = {source.outlet: source.also for source in found.comparison.sources}
    assert {frozenset((outlet, *names)) for outlet, names in also.items() if names} == {
        frozenset(("Northern Wire", "Evening Post"))
    }
    assert found.window.all == 3


def test_a_fact_is_found_again_in_another_comparison() -> None:
    before = ferry()
    after = Comparison(before.sources[::-1], tuple(_turned(before)), before.passages)
    assert same_fact(before.rows[1], before, after) == len(before.rows) - 2


def _turned(comparison: Comparison) -> list[Row]:
    return [replace(row, cells=row.cells[::-1]) for row in reversed(comparison.rows)]


async def test_the_fact_chosen_stands_out_with_the_words_that_tell_of_it(make_app: MakeApp) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        view = compare_screen(app).passages
        drawn = []
        for _ in range(3):  # three facts of one sentence
            await press(pilot, "n")
            lines = [view.dressed(number) for number in range(len(view.sheet.lines))]
            drawn.append(
                {line.plain[s.start : s.end] for line in lines for s in line.spans if s.style == "current-fact"}
            )
    assert {"up to 140 people", "about 140 passengers", "aboard agrees in part: up to 140 / about 140"} in drawn
    assert len({frozenset(words) for words in drawn}) == 3


async def test_a_filter_that_finds_nothing_says_so(make_app: MakeApp) -> None:
    async with make_app(story=1, compare=True).run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "tab", "t")
        assert "There is nothing of note that cannot be told." in seen(pilot)
        assert "all 8 facts" in seen(pilot)


async def test_marks_are_taken_back_on_every_screen(make_app: MakeApp, database: Path) -> None:
    app = make_app(story=1, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "m")
        assert "2 articles marked read; u takes it back." in seen(pilot)
        await press(pilot, "u")
        assert "Taken back: marked 2 articles read." in seen(pilot)
        with Store(database) as store:
            assert store.count_articles(story=1, unread=True) == 4
        await press(pilot, "u")
        assert "nothing to take back" in notices(pilot)


def test_what_differs_elsewhere_names_the_outlets_and_the_key() -> None:
    assert differ_line(Elsewhere()) == ""
    assert differ_line(Elsewhere(1, ("Northern Wire",))) == "1 differs with Northern Wire: ]"
    assert differ_line(Elsewhere(2, ("A", "B"))) == "2 differ with A and B: ]"
