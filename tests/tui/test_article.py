"""The screen of one article, and the search that leads to one."""

import re
from dataclasses import replace
from pathlib import Path

from digest.model import Provenance
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.article_text import article_sheet
from digest.tui.compare_view import CompareView
from digest.tui.glyphs import UNICODE
from digest.tui.line_view import LineView
from digest.tui.search import SearchScreen
from digest.tui.stories import StoriesScreen

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .library import article
from .samples import GAZETTE, NOW, ferry, text_of


def lines_of(text: str, **more: object) -> str:
    """Return an article drawn without a comparison."""
    told = article(1, "Harbour Gazette", "A title", text, NOW, **more)
    return "\n".join(line.plain.rstrip() for line in article_sheet(told, None, 90, UNICODE, NOW, colour=True).lines)


async def test_an_article_is_shown_with_its_facts_marked_as_the_comparison_marks_them(make_app: MakeApp) -> None:
    async with make_app(story=1).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        text = seen(pilot)
    assert "≠ A ferry carrying up to 140 people" in text
    assert "└ dead differs: at least 14 / at least 17" in text
    assert "IN THIS STORY" in text
    assert re.search(r"▌ (Harbour Gazette|Northern Wire)", text)


async def test_keys_turn_to_the_next_and_the_previous_article(make_app: MakeApp) -> None:
    app = make_app(story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        places = []
        for key in ("N", "N", "n", "n", "n", "n"):
            await press(pilot, key)
            assert isinstance(app.screen, ArticleScreen)
            assert app.screen.opened is not None
            places.append(app.screen.opened.place)
        assert places[-2:] == [3, 3]
        assert "last article" in notices(pilot)
        with app.open_desk() as desk:
            assert desk.story(1).unread == 0


async def test_an_article_can_be_starred_and_left_unread(make_app: MakeApp) -> None:
    app = make_app(story=6)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "m")
        assert "★ starred" in seen(pilot)
        with app.open_desk() as desk:
            assert desk.story(6).unread == 1
            assert desk.story(6).starred == 1
        await press(pilot, "c")
        assert "nothing to compare" in notices(pilot)
        await press(pilot, "h")
        assert isinstance(app.screen, StoriesScreen)


async def test_c_leads_to_the_comparison_and_back(make_app: MakeApp) -> None:
    app = make_app(story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "c")
        assert app.screen.query(CompareView)
        await press(pilot, "h", "h")
        assert isinstance(app.screen, StoriesScreen)


async def test_link_and_headline_are_copied(make_app: MakeApp) -> None:
    app = make_app(story=6)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "y")
        assert app.clipboard.startswith("https://gazette.example/")
        await press(pilot, "Y")
        assert app.clipboard.startswith(
            "“Lowmark and Orn agree to share the water of the upper Tarn” · Harbour Gazette"
        )


async def test_a_file_is_not_opened_in_the_browser(tmp_path: Path) -> None:
    path = tmp_path / "files.db"
    with Store(path) as store:
        told = article(1, "Notes", "From a file", "Text.", None)
        store.save_document(replace(told, url="file:///etc/hostname"))
    async with DigestApp(path, now=lambda: NOW).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.push_screen(ArticleScreen(pilot.app.context, article_id=1))  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "o")
        assert "no web address" in notices(pilot)


async def test_text_can_be_selected_with_the_mouse(make_app: MakeApp) -> None:
    async with make_app(story=6).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = seen(pilot).splitlines()
        line = next(i for i, text in enumerate(lines) if "A further meeting" in text)
        start = lines[line].index("further")
        await pilot.mouse_down(offset=(start, line))
        await pilot.hover(offset=(start + 6, line))
        await pilot.mouse_up(offset=(start + 6, line))
        await pilot.pause()
        selected = pilot.app.screen.get_selected_text()
        assert selected
        assert len(selected) > 4
        assert "further".startswith(selected)


def test_what_is_no_report_is_left_out() -> None:
    text = (
        "READ MORE: Another story\n\nA ferry burned on Thursday.\n\nA ferry at sea. (Kestrel Photo)\n\nNobody was hurt."
    )
    shown = lines_of(text)
    assert "A ferry burned" in shown
    assert "READ MORE" not in shown
    assert "Kestrel Photo" not in shown


def test_the_dateline_is_left_out_as_it_is_beside_other_accounts() -> None:
    shown = lines_of("ORN (Reuters) - A ferry burned on Thursday, the police said.\n\nNobody was hurt.")
    assert "A ferry burned" in shown
    assert "ORN" not in shown


def test_an_article_without_a_date_says_when_it_was_taken_in() -> None:
    told = article(1, "Harbour Gazette", "A title", "Text.", None)
    drawn = article_sheet(told, None, 90, UNICODE, NOW, colour=True)
    assert any("no date given, taken in Sat 29 Aug 06:00" in line.plain for line in drawn.lines)


def test_an_article_says_where_its_date_is_from_and_how_often_it_was_edited() -> None:
    shown = lines_of("A ferry burned.", published_from=Provenance.INFERRED, revision=3, agency="agencies")
    assert "Harbour Gazette · Sat 29 Aug 06:00? inferred · agencies · edited 2 times" in shown


def test_an_excerpt_says_so() -> None:
    shown = lines_of("A ferry burned.", excerpt=True, excerpt_why="paywall")
    assert "Only an excerpt is held (paywall)" in shown


def test_where_only_a_headline_is_held_it_says_so() -> None:
    assert "Only the headline is held (not fetched)" in lines_of("", excerpt=True, excerpt_why="not fetched")


def test_marks_are_left_off_when_the_text_is_no_longer_the_one_compared() -> None:
    edited = article(1, "Harbour Gazette", "A title", "New. " + text_of(GAZETTE), NOW)
    drawn = article_sheet(replace(edited, id=1), ferry(), 90, UNICODE, NOW, colour=True)
    assert not any("≠" in line.plain for line in drawn.lines)


async def test_search_finds_as_words_are_typed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"lifeb")
        assert "2 articles" in seen(pilot)
        await press(pilot, "down", "j", "enter")
        assert app.screen.query("#text")
        await press(pilot, "h", "escape")
        assert isinstance(app.screen, StoriesScreen)


async def test_enter_in_the_search_opens_the_first_article_found(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"lifeb", "enter")
        assert app.screen.query("#text")


async def test_e_says_why_the_article_is_in_its_story_and_help_begins_with_the_article(make_app: MakeApp) -> None:
    app = make_app(story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "WHY THESE ARTICLES ARE ONE STORY" in seen(pilot)
        await press(pilot, "escape", "question_mark")
        lines = [line.plain for line in app.screen.query_one(LineView).sheet.lines]
        assert lines[0].startswith("ARTICLE")


async def test_search_takes_any_words(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        for words in ('"', "a AND (", "NEAR/3", "*", "[b]ferry", "ferry -fire", " "):
            app.screen.query_one("#words").value = words  # type: ignore[attr-defined]
            await settle(pilot)
        assert not notices(pilot)
        assert isinstance(app.screen, SearchScreen)
