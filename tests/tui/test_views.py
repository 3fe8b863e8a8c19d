"""The views, the feeds as a tree, and lists that stay where they are while others write."""

from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from digest.config.settings import Config
from digest.model import Decision, Feed, FeedAnswer, Reading, Story
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.stories import StoriesScreen
from digest.tui.view_list import ViewList
from digest.tui.views import merged

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .library import TITLES, article, tell
from .samples import NOW


def home(app: DigestApp) -> StoriesScreen:
    assert isinstance(app.screen, StoriesScreen)
    return app.screen


def listed(app: DigestApp) -> list[str]:
    """Return the titles in the order of the list."""
    stories = home(app).stories
    return [found.title for i in range(stories.rows) if (found := stories.story(i))]


@pytest.fixture
def fed(database: Path) -> Path:
    """Return the samples with three feeds more, two of them tagged, each with a story of its own."""
    with Store(database) as store:
        for number, (name, tags) in enumerate(
            (("Coast Daily", ("local",)), ("Isle News", ("local",)), ("Capital", ())), 1
        ):
            told = article(500 + number, name, f"{name} reports", "Text.", NOW)
            feed = Feed(
                f"https://feed{number}.example/", title=name, tags=tags, error="timed out" if number == 2 else ""
            )
            saved = store.save(FeedAnswer(feed, (told,)))
            store.record([Decision("new", saved.ids[0], 50 + number)])
            store.keep_story(Story(50 + number, f"{name} reports", NOW, NOW, language="en"))
    return database


async def test_feeds_are_a_tree_that_folds_and_each_is_a_view(make_app: MakeApp, fed: Path) -> None:
    app = make_app()
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        lines = [line.title for line in home(app).query_one(ViewList).lines]
        assert lines[lines.index("FEEDS") :] == ["FEEDS", "local", "Coast Daily", "Isle News", "Capital"]
        assert "▾ local" in seen(pilot)
        await press(pilot, "v", "G", "enter")
        assert listed(app) == ["Capital reports"]
        await press(pilot, "v", "k", "k", "k", "enter")
        assert set(listed(app)) == {"Coast Daily reports", "Isle News reports"}
        await press(pilot, "v", "enter")  # the folder that is listed folds
        assert "▸ local" in seen(pilot)
        assert "Isle News" not in [line.title for line in home(app).query_one(ViewList).lines]


async def test_a_feed_that_failed_is_marked_in_the_tree(make_app: MakeApp, fed: Path) -> None:
    app = make_app()
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        line = next(line for line in seen(pilot).splitlines() if "Isle News" in line)
    assert "!" in line


async def test_saved_queries_are_views_with_counts(make_app: MakeApp) -> None:
    app = make_app(config=Config(views={"Ferries": "ferry", "Wide": "sources:>=5"}))
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        lines = {line.title: line.number for line in home(app).query_one(ViewList).lines}
        assert lines["Ferries"] == 1
        await press(pilot, "v", *"jjjjj", "enter")
        assert listed(app) == [TITLES[0]]
        assert "FERRIES" in seen(pilot)


async def test_a_saved_query_that_cannot_be_read_is_said_and_the_rest_stays(make_app: MakeApp) -> None:
    app = make_app(config=Config(views={"Broken": "outlet:("}))
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "v", *"jjjjj", "enter")
        assert notices(pilot)
        await press(pilot, "1")
        assert len(listed(app)) == 6


async def test_what_another_program_takes_in_appears_and_the_place_stays(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "j")
        before = home(app).current
        line = next(i for i, text in enumerate(seen(pilot).splitlines()) if before and before.title[:20] in text)
        with Store(database) as store:
            for number in range(3):
                told = [article(700 + number, f"Paper {i}", f"Fresh news {number}", "Text.", NOW) for i in range(6)]
                told = [replace(one, key=f"{number} {i}") for i, one in enumerate(told)]
                tell(store, 70 + number, told, title=f"Fresh news {number}", lead="", differs=0)
        home(app).look_for_news()
        await settle(pilot)
        after = home(app).current
        assert before is not None
        assert after is not None
        assert after.id == before.id
        assert before.title[:20] in seen(pilot).splitlines()[line]
        assert home(app).stories.rows == 9
        await press(pilot, "g")
        assert "Fresh news" in seen(pilot)


async def test_a_story_that_another_program_merged_leaves_the_list(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        with Store(database) as store, store.writing() as db:
            db.execute("UPDATE articles SET story_id = 1 WHERE story_id = 2")
            db.execute("UPDATE stories SET merged_into = 1, article_count = 0 WHERE id = 2")
        home(app).look_for_news()
        await settle(pilot)
        assert TITLES[1] not in listed(app)
        assert len(listed(app)) == 5


async def test_a_read_story_stays_in_the_unread_view_until_that_is_asked_for_again(
    make_app: MakeApp, database: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "j", "m")
        with Store(database) as store:
            store.mark_stories([4], Reading.READ)  # by another program
        home(app).look_for_news()
        await settle(pilot)
        assert home(app).stories.rows == 6
        await press(pilot, "2")
        assert home(app).stories.rows == 4


def test_what_no_longer_fits_stays_behind_what_it_stood_behind() -> None:
    assert list(merged([1, 2, 3, 4], [9, 1, 4], frozenset({2}))) == [9, 1, 2, 4]
    assert list(merged([1, 2], [2], frozenset({1}))) == [1, 2]
    assert list(merged(array("q"), [5, 6], frozenset())) == [5, 6]
