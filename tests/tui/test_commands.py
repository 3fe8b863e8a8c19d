"""One table of commands for keys, footer and help."""

import subprocess
import sys
from collections import Counter

import pytest

from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.commands import COMMANDS, TITLES, Command
from digest.tui.compare import CompareScreen
from digest.tui.drawn_list import DrawnList
from digest.tui.ledger import Ledger
from digest.tui.line_view import LineView
from digest.tui.search import SearchScreen
from digest.tui.stories import StoriesScreen
from digest.tui.window import Window

from .conftest import MakeApp
from .driving import press, seen, settle

CLASSES = {
    "app": DigestApp,
    "stories": StoriesScreen,
    "compare": CompareScreen,
    "ledger": Ledger,
    "article": ArticleScreen,
    "search": SearchScreen,
    "list": DrawnList,
    "text": LineView,
    "modal": Window,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_carried_out_and_explained(command: Command) -> None:
    action = command.action.partition("(")[0]
    owner = StoriesScreen if command.scope == "app" and action in ("help", "undo") else CLASSES[command.scope]
    assert hasattr(owner, f"action_{action}")
    assert command.help
    assert command.scope in TITLES or command.scope == "modal"


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in CLASSES:
        keys = Counter(key for c in COMMANDS if c.scope == scope for key in c.keys.split(","))
        assert [key for key, number in keys.items() if number > 1] == []
    ids = Counter(command.id for command in COMMANDS)
    assert max(ids.values()) == 1


async def test_the_help_lists_every_key(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        window = pilot.app.screen
        assert isinstance(window, Window)
        text = "\n".join(line.plain for line in window.query_one(LineView).sheet.lines)
        assert "KEYS AND MARKS" in seen(pilot)
        await press(pilot, "j", "G", "g", "ctrl+d", "question_mark")
        assert isinstance(pilot.app.screen, StoriesScreen)
    for command in COMMANDS:
        assert command.scope == "modal" or command.help[:30] in text
    assert "≠  differs" in text


async def test_a_key_given_anew_holds_and_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.set_keymap({"stories.compare": "x"})
        await settle(pilot)
        assert "x compare" in seen(pilot)
        await press(pilot, "x")
        assert isinstance(app.screen, CompareScreen)


async def test_a_click_in_the_footer_does_what_the_key_does(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        place = seen(pilot).splitlines()[-1].index("sort")
        await pilot.click("KeyBar", offset=(place, 0))
        await settle(pilot)
        assert "newest first" in seen(pilot)


def test_the_screens_load_neither_feeds_nor_pages() -> None:
    code = (
        "import digest.tui, digest.tui.app, sys;"
        "print([m for m in ('trafilatura', 'feedparser', 'pycurl', 'lxml', 'pebble') if m in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"
