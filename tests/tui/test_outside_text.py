"""What outlets write is shown as they wrote it: it is never markup, never an action, never an escape."""

from dataclasses import replace
from pathlib import Path

import pytest

from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.stories import StoriesScreen

from .conftest import MakeApp
from .driving import press, seen, settle
from .library import article, tell
from .samples import HOSTILE, NOW, WIDE

CONTROL = ("\x1b[31mred\x1b[0m", "\x9b2Jgone", "right\u202eto left", "bell\x07 and \x00 nothing")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a database in which every text of an outlet is hostile."""
    path = tmp_path / "hostile.db"
    with Store(path) as store:
        for story_id, words in enumerate((*HOSTILE, *WIDE), 1):
            told = [
                article(
                    story_id * 10 + i,
                    f"{words} {i}",
                    f"{words} title",
                    f"{words} said “{words}” on Thursday. At least {i + 3} people died.\n\nAgain: {words}.",
                    NOW,
                    agency=words,
                    authors=(words,),
                    excerpt_why=words,
                    excerpt=i == 2,
                )
                for i in range(3)
            ]
            tell(store, story_id, told, title=words, lead=f"Lead {words}", differs=1)
    return path


@pytest.mark.parametrize("number", range(1, len(HOSTILE) + 1))
async def test_markup_in_the_news_is_shown_as_it_stands(hostile: Path, number: int) -> None:
    words = HOSTILE[number - 1]
    size = ((80, 24), (160, 50))[number % 2]
    app = DigestApp(hostile, now=lambda: NOW, story=number)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert words in seen(pilot)
        await press(pilot, "y", "Y", "c")
        assert words in seen(pilot)
        await press(pilot, "n", "e")
        assert words in seen(pilot)
        await press(pilot, "escape", "tab", "j", "Y", "tab", "h", "h")
        assert isinstance(app.screen, StoriesScreen)
        assert words in seen(pilot)
        story = app.screen.stories.current
        assert story is not None
        await press(pilot, "e")
        assert story.title in seen(pilot)
        await press(pilot, "escape", "slash", *"peo")
        assert any(other in seen(pilot) for other in HOSTILE)


async def test_a_click_on_an_action_in_a_title_is_a_click_on_a_title(hostile: Path) -> None:
    app = DigestApp(hostile, now=lambda: NOW, story=1)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        for line, text in enumerate(seen(pilot).splitlines()):
            if "press me" in text:
                await pilot.click(offset=(text.index("press me"), line))
        await settle(pilot)
        assert app.is_running
        assert isinstance(app.screen, ArticleScreen)


@pytest.mark.parametrize("words", WIDE, ids=["cjk", "emoji", "combining"])
async def test_wide_letters_stay_in_their_columns(hostile: Path, words: str) -> None:
    number = len(HOSTILE) + WIDE.index(words) + 1
    for compare in (False, True):
        app = DigestApp(hostile, now=lambda: NOW, story=number, compare=compare)
        async with app.run_test(size=(120, 30)) as pilot:
            await settle(pilot)
            strips = app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {120}


async def test_control_characters_that_slip_through_do_not_reach_the_terminal(
    make_app: MakeApp, database: Path
) -> None:
    with Store(database) as store:
        told = article(900, CONTROL[0], CONTROL[1], "\n\n".join(CONTROL), NOW)
        story = tell(store, 90, [told, replace(told, key="b", url="", outlet=CONTROL[2])], title=CONTROL[3], lead=CONTROL[0], differs=0)  # noqa: E501  # fmt: skip
    for compare in (False, True):
        app = make_app(story=story.id, compare=compare)
        async with app.run_test(size=(160, 30)) as pilot:
            await settle(pilot)
            screens = [seen(pilot)]
            await press(pilot, "h", "g")
            screens.append(seen(pilot))
        assert not [c for text in screens for c in text if c in "\x00\x07\x1b\x9b\u202e"]
