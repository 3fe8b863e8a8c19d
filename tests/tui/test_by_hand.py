"""What the reader puts right on the screens: stories merged and split, marks rejected and paired."""

from dataclasses import replace
from pathlib import Path

import pytest

from digest.model import Reading, State
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.compare import CompareScreen
from digest.tui.stories import StoriesScreen
from digest.tui.timeline import TimelineScreen, chart

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .library import TITLES, article, tell
from .samples import NOW


def members(database: Path, story: int) -> set[int]:
    with Store(database) as store:
        return {one.id for one in store.articles(story=story, limit=None)}


async def test_two_stories_are_merged_once_their_preview_is_agreed_to(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, StoriesScreen)
        first = app.screen.current
        await press(pilot, "M", "j")
        assert isinstance(app.screen, StoriesScreen)
        second = app.screen.current
        assert first is not None
        assert second is not None
        both = members(database, first.id) | members(database, second.id)
        await press(pilot, "M")
        assert f"The number of story {second.id} leads on" in seen(pilot)
        await press(pilot, "escape")
        assert members(database, first.id) != both
        await press(pilot, "k", "M", "j", "M", "enter")
        assert members(database, first.id) == both
        assert second.title not in seen(pilot)
        await press(pilot, "u")
        assert members(database, first.id) != both
        assert second.title.partition(":")[0] in seen(pilot)


async def test_an_article_is_split_off_its_story(make_app: MakeApp, database: Path) -> None:
    app = make_app(story=2)
    before = members(database, 2)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        assert "A new story" in seen(pilot)
        await press(pilot, "enter")
        assert "plit a" in notices(pilot)
    assert len(members(database, 2)) == len(before) - 1


async def test_what_cannot_be_merged_is_said(make_app: MakeApp, database: Path) -> None:
    with Store(database) as store, store.writing() as db:
        db.execute("UPDATE stories SET language = 'de' WHERE id = 2")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for _ in range(5):
            assert isinstance(app.screen, StoriesScreen)
            story = app.screen.current
            if story and story.id == 2:
                break
            await press(pilot, "j")
        other = "j" if isinstance(app.screen, StoriesScreen) and app.screen.stories.cursor == 0 else "k"
        await press(pilot, "M", other, "M")
        assert "another language" in notices(pilot)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Return a database of one story that two outlets tell."""
    path = tmp_path / "told.db"
    with Store(path) as store:
        texts = [
            "A ferry burned off Kestrel Sound on Thursday. The fire killed 14 people, the coast guard said.",
            "A ferry caught fire off Kestrel Sound on Thursday. The fire killed 17 people, the coast guard said.",
        ]
        tell(
            store,
            1,
            [article(i, f"Paper {i}", "Ferry fire", text, NOW) for i, text in enumerate(texts)],
            title="Ferry fire",
            lead="",
            differs=1,
        )
    return path


def compared(app: DigestApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_a_mark_that_is_rejected_is_gone_until_that_is_taken_back(told: Path) -> None:
    app = DigestApp(told, now=lambda: NOW, story=1, compare=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)

        def differing() -> int:
            return sum(row.state is State.DIFFER_VALUE for row in compared(app).comparison.rows)

        assert differing() == 1
        while (row := compared(app).row) is None or row.state is not State.DIFFER_VALUE:
            await press(pilot, "n")
        await press(pilot, "x")
        assert differing() == 0
        assert "Mark rejected" in notices(pilot)
        await press(pilot, "u")
        assert differing() == 1


async def test_two_facts_are_paired_by_choosing_one_after_the_other(told: Path) -> None:
    app = DigestApp(told, now=lambda: NOW, story=1, compare=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "equals_sign")
        assert "Choose a fact first" in notices(pilot)
        while (row := compared(app).row) is None or row.state is not State.DIFFER_VALUE:
            await press(pilot, "n")
        await press(pilot, "equals_sign", "right", "equals_sign")
        assert "Paired" in notices(pilot)
        assert not [row for row in compared(app).comparison.rows if row.state is State.DIFFER_VALUE]
        assert [row.corrected for row in compared(app).comparison.rows if row.corrected]


async def test_the_preview_tells_what_is_new_since_the_story_was_read(told: Path) -> None:
    with Store(told) as store:
        store.mark([1], Reading.READ)
    app = DigestApp(told, now=lambda: NOW)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        text = seen(pilot)
    assert "NEW SINCE YOU LAST READ" in text
    assert "17 people" in text
    assert "1 differs" in text


async def test_edits_are_shown_word_by_word(told: Path) -> None:
    with Store(told) as store:
        held = store.article(1)
        assert held is not None
        store.save_document(replace(held, text=held.text.replace("14 people", "15 people")))
    app = DigestApp(told, now=lambda: NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        if "edited 1 time" not in seen(pilot):
            await press(pilot, "n")
        await press(pilot, "v")
        assert "[-14-] {+15+}" in seen(pilot)


async def test_a_storyline_is_its_stories_day_by_day(make_app: MakeApp, database: Path) -> None:
    with Store(database) as store, store.writing() as db:
        db.execute("INSERT INTO storylines (id, name) VALUES (7, 'Kestrel Sound · ferries')")
        db.execute("UPDATE stories SET storyline = 7 WHERE id IN (1, 3, 5)")
    with Store(database) as store:
        (first,) = store.orders.stories([1])
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        while TITLES[0] not in (app.screen.current.title if app.screen.current else ""):  # type: ignore[attr-defined]
            await press(pilot, "j")
        await press(pilot, "T")
        assert isinstance(app.screen, TimelineScreen)
        text = seen(pilot)
        assert "Kestrel Sound · ferries" in text
        assert "3 stories" in text
        places = [text.index(TITLES[i]) for i in (2, 4, 0)]  # by when each was first told
        assert places == sorted(places)
        assert f"first {first.outlets[0]}" in text
        await press(pilot, "enter", "h", "h")
        assert "ALL STORIES" in seen(pilot)


def test_a_chart_has_a_bar_for_each_day() -> None:
    from datetime import timedelta

    from digest.model import Story
    from digest.tui.glyphs import UNICODE

    times = tuple(NOW - timedelta(days=d) for d in (4, 1, 1, 0))
    story = Story(1, "A", times[0], NOW, times=times)
    assert chart([story], UNICODE, NOW)[0] == "▅  █▅"
    assert chart([], UNICODE, NOW)[0] == ""
