"""The home screen."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from digest.model import Reading
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.stories import StoriesScreen
from digest.tui.story_list import PAGE, StoryList

from .conftest import MakeApp, SampleApp
from .driving import notices, press, seen, settle
from .library import TITLES, article, tell
from .samples import NOW


def stories(app: DigestApp) -> StoryList:
    """Return the list on the home screen."""
    return app.screen.query_one("#stories", StoryList)


def unread(database: Path, story_id: int) -> int:
    with Store(database) as store:
        found = store.story(story_id)
    assert found is not None
    return found.unread


async def test_a_story_is_a_title_and_a_line_on_its_coverage(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = seen(pilot)
    assert all(title in text for title in TITLES)
    assert "4 outlets · 2 origins? · ≠ 5 differ" in text
    assert "6 stories" in text
    assert "↵ open" in text
    assert "j move" in text


@pytest.mark.parametrize(
    ("width", "panes"),
    [
        (80, ["stories"]),
        (100, ["stories", "preview"]),
        (120, ["stories", "preview"]),
        (140, ["left", "stories", "preview"]),
    ],
    ids=str,
)
async def test_panes_unfold_with_the_width(make_app: MakeApp, width: int, panes: list[str]) -> None:
    async with make_app().run_test(size=(width, 30)) as pilot:
        await settle(pilot)
        shown = [name for name in ("left", "stories", "preview") if pilot.app.screen.query_one(f"#{name}").region.width]
    assert shown == panes


async def test_the_preview_tells_the_key_facts_with_their_states_and_the_articles(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "s")  # most differing first: the fire
        text = seen(pilot)
    assert "≠ dead differs: at least 14 / at least 17" in text
    assert "Harbour Gazette / Northern Wire" in text
    assert "≡ same text" in text
    assert "excerpt" in text


async def test_keys_move_the_cursor(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        places = []
        for key in ("j", "down", "k", "G", "j", "g", "k", "ctrl+d", "ctrl+u"):
            await pilot.press(key)
            await pilot.pause()
            places.append(stories(app).cursor)
    assert places == [1, 2, 1, 5, 5, 0, 0, 4, 0]


async def test_opening_an_article_marks_it_read_at_once_and_for_good(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "G")
        assert "● Lowmark and Orn" in seen(pilot)
        await press(pilot, "enter", "h")
        assert "● Lowmark and Orn" not in seen(pilot)
        assert "18 unread" in seen(pilot)
    assert unread(database, 6) == 0


async def test_a_story_can_be_marked_read_and_unread(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        story = stories(app).current
        assert story is not None
        await press(pilot, "m")
        assert f"● {story.title}" not in seen(pilot)
        assert unread(database, story.id) == 0
        await press(pilot, "m")
        assert f"● {story.title}" in seen(pilot)
    assert unread(database, story.id) == story.articles


async def test_a_star_shows_in_the_list_and_in_its_view(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "f")
        assert "★" in seen(pilot)
        await press(pilot, "3")
        assert "STARRED" in seen(pilot)
        assert stories(app).rows == 1


async def test_all_of_a_view_is_marked_read(make_app: MakeApp, database: Path) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        assert "●" not in seen(pilot)
    with Store(database) as store:
        assert store.counts().unread == 0


async def test_the_unread_view_keeps_a_story_in_its_place_while_it_is_read(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "m")
        assert stories(app).rows == 6
        await press(pilot, "n")
        assert stories(app).cursor == 1


async def test_the_order_can_be_changed(make_app: MakeApp) -> None:
    app = make_app()
    first = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for words in ("by coverage", "newest first", "most differing first"):
            assert words in seen(pilot)
            story = stories(app).current
            first.append(story and story.title)
            await press(pilot, "s")
    assert first == [TITLES[1], TITLES[0], TITLES[0]]


async def test_what_differs_and_what_is_of_today_have_views(database: Path) -> None:
    app = SampleApp(database, now=lambda: NOW - timedelta(hours=7))
    async with app.run_test(size=(150, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        assert stories(app).rows == 3
        await press(pilot, "4")
        assert stories(app).rows == 4
        await press(pilot, "v", "j", "enter")
        assert "UNREAD  by coverage" in seen(pilot)


async def test_why_a_story_is_one_story(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "opened the story" in seen(pilot)
        assert "shared: Kestrel Sound, ferry" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StoriesScreen)


async def test_a_long_list_is_fetched_page_by_page(make_app: MakeApp, database: Path) -> None:
    with Store(database) as store:
        for number in range(7, 7 + 3 * PAGE):
            told = [article(1000 + number, "Isle Observer", f"Story number {number}", f"Text {number}.", NOW)]
            tell(store, number, told, title=f"Story number {number}", lead="", differs=0)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(stories(app).held) == PAGE
        assert stories(app).rows == 6 + 3 * PAGE
        await press(pilot, "G")
        assert stories(app).current is not None
        assert len(stories(app).held) < 6 + 3 * PAGE
        await press(pilot, "2")  # a view whose length is not known beforehand
        for _ in range(4):
            await press(pilot, "G")
        assert stories(app).rows == 6 + 3 * PAGE
        assert stories(app).current is not None


async def test_a_resize_keeps_the_place(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(150, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "G")
        story = stories(app).current
        assert story is not None
        for size in ((80, 40), (1, 1), (100, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.3)
            await settle(pilot)
        assert stories(app).current == story
        assert story.title[:25] in seen(pilot)


async def test_an_empty_database_says_how_to_begin(tmp_path: Path) -> None:
    async with DigestApp(tmp_path / "new.db", now=lambda: NOW).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = seen(pilot)
        await press(pilot, "enter", "c", "m", "f", "A", "e", "o", "n", "j", "G", "s", "2")
        assert pilot.app.is_running
    for words in ("digest demo", "digest add URL", "digest import FILE", "digest import seeds/feeds.opml"):
        assert words in text


async def test_a_broken_database_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"this is no database" * 100)
    async with DigestApp(path, now=lambda: NOW).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "broken.db" in notices(pilot)
        assert "The stories cannot be shown" in seen(pilot)
        await press(pilot, "j", "enter", "c", "f5", "slash", "x", "escape")
        assert pilot.app.is_running


async def test_a_story_that_is_not_there_is_said_in_words(make_app: MakeApp) -> None:
    for compare in (False, True):
        async with make_app(story=999, compare=compare).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert "no story 999" in notices(pilot)
            assert isinstance(pilot.app.screen, StoriesScreen)


async def test_marks_wait_for_a_locked_database_without_stopping_the_screen(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    other = sqlite3.connect(database, isolation_level=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        story = stories(app).current
        assert story is not None
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("m", "j", "j")
        await pilot.pause()
        assert stories(app).cursor == 2
        other.execute("COMMIT")
        other.close()
        await settle(pilot)
    assert unread(database, story.id) == 0


async def test_what_was_taken_in_meanwhile_is_listed_on_demand(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        with Store(database) as store:
            told = [article(777, "Isle Observer", "Fresh news", "Text.", NOW)]
            tell(store, 77, told, title="Fresh news", lead="", differs=0)
        await press(pilot, "f5")
        assert "Fresh news" in seen(pilot)


async def test_a_click_moves_and_a_second_one_opens(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#stories", offset=(5, 4))
        await settle(pilot)
        assert stories(app).cursor == 2
        await pilot.click("#stories", offset=(5, 4))
        await settle(pilot)
        assert not isinstance(app.screen, StoriesScreen)


async def test_reading_is_kept_as_the_model_says(make_app: MakeApp, database: Path) -> None:
    async with make_app(story=1).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    with Store(database) as store:
        read = [a for a in store.articles(story=1) if a.reading is Reading.READ]
    assert len(read) == 1
