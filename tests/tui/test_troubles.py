"""What goes wrong while the screens are open is said in words, and nothing that was done is lost."""

import os
import shutil
import sqlite3
import webbrowser
from pathlib import Path

import pytest

from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.stories import StoriesScreen

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .library import article, tell
from .samples import NOW

needs_permissions = pytest.mark.skipif(os.geteuid() == 0, reason="root may write what is read-only")


def home(app: DigestApp) -> StoriesScreen:
    assert isinstance(app.screen, StoriesScreen)
    return app.screen


async def test_a_database_that_goes_away_is_said_and_the_list_stays(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        before = [home(app).stories.story(i) for i in range(6)]
        database.rename(database.with_suffix(".away"))
        database.mkdir()
        home(app).look_for_news()
        await settle(pilot)
        await press(pilot, "j", "m", "enter")
        assert "folder" in notices(pilot)
        assert [home(app).stories.order[i] for i in range(6)] == [story.id for story in before if story]
        shutil.rmtree(database)
        database.with_suffix(".away").rename(database)
        await press(pilot, "f")  # what could not be stored waits, and is stored with the next change
        story = home(app).current
    with Store(database) as store:
        stored = store.story(story.id) if story else None
    assert stored is not None
    assert stored.unread == 0
    assert stored.starred == stored.articles


async def test_a_newer_database_is_said(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        with sqlite3.connect(database) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
        await press(pilot, "f5")
        assert "newer digest" in notices(pilot)
        assert home(app).stories.rows == 6


@needs_permissions
async def test_a_database_that_may_only_be_read_is_read_and_marks_are_refused(
    make_app: MakeApp, database: Path
) -> None:
    database.chmod(0o400)
    database.parent.chmod(0o500)
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "m")
        assert notices(pilot)
        assert app.is_running
    database.parent.chmod(0o700)


async def test_a_story_that_went_while_it_is_shown_is_said(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        here = home(app).current
        assert here is not None
        with Store(database) as store, store.writing() as db:
            db.execute("UPDATE articles SET story_id = NULL WHERE story_id = ?", (here.id,))
            db.execute("UPDATE stories SET article_count = 0, unread_count = 0 WHERE id = ?", (here.id,))
        await press(pilot, "enter")
        assert isinstance(app.screen, StoriesScreen)
        assert "no articles any more" in notices(pilot)
        home(app).look_for_news()
        await settle(pilot)
        assert here.id not in home(app).stories.order


async def test_an_article_merged_away_while_it_is_read_can_be_turned_and_marked(
    make_app: MakeApp, database: Path
) -> None:
    app = make_app(story=2)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        with Store(database) as store, store.writing() as db:
            db.execute("UPDATE articles SET story_id = 1 WHERE story_id = 2")
            db.execute("UPDATE stories SET merged_into = 1, article_count = 0 WHERE id = 2")
        await press(pilot, "f", "n", "m", "c", "h", "h")
        assert app.is_running
        assert isinstance(app.screen, StoriesScreen | ArticleScreen)


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """Return a database of an article with a megabyte of text and a title of 300 columns."""
    path = tmp_path / "huge.db"
    text = "\n\n".join(
        f"Paragraph {i}: " + "the harbour of Sandhaven was full of boats again. " * 10 for i in range(2_000)
    )
    with Store(path) as store:
        told = [article(1, "Paper", "Long title " * 27, text, NOW)]
        tell(store, 1, told, title=told[0].title, lead="", differs=0)
    assert len(text) > 1_000_000
    return path


async def test_a_megabyte_of_text_and_a_title_of_300_columns_are_shown(huge: Path) -> None:
    app = DigestApp(huge, now=lambda: NOW)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert {len(line) for line in seen(pilot).splitlines() if line} <= set(range(101))
        await press(pilot, "enter")
        assert "Long title Long title" in seen(pilot)
        await press(pilot, "G")
        assert "Paragraph 1999" in seen(pilot)


class Dead:
    """A browser that cannot be started."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        raise webbrowser.Error("no browser here")


async def test_a_dead_browser_is_said(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "/nonexistent/browser")
    monkeypatch.setattr(webbrowser, "_tryorder", ["dead"])
    monkeypatch.setattr(webbrowser, "_browsers", {"dead": [None, Dead()]})
    app = make_app(story=1)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert "no browser here" in notices(pilot)
        assert isinstance(app.screen, ArticleScreen)


async def test_a_change_of_something_that_went_takes_no_other_with_it(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    other = sqlite3.connect(database, isolation_level=None)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        here = home(app).current
        assert here is not None
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("f", "j", "m")
        other.execute("UPDATE articles SET story_id = NULL WHERE story_id = ?", (here.id,))
        other.execute("COMMIT")
        other.close()
        await settle(pilot)
        second = home(app).current
    with Store(database) as store:
        stored = store.story(second.id) if second else None
    assert stored is not None
    assert stored.unread == 0


async def test_the_place_stays_when_the_terminal_is_resized_to_nothing_and_back(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    text = "\n\n".join(f"Paragraph {i}: the harbour of Sandhaven was full of boats again." for i in range(60))
    with Store(path) as store:
        tell(store, 1, [article(1, "Paper", "Boats", text, NOW)], title="Boats", lead="", differs=0)
    app = DigestApp(path, now=lambda: NOW, story=1)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *["ctrl+d"] * 3)
        before = next(line for line in seen(pilot).splitlines() if "Paragraph" in line)
        for size in ((1, 1), (100, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.3)
            await settle(pilot)
        assert before.split(":")[0].strip() in seen(pilot)
