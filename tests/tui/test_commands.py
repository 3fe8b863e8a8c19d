"""One table of commands for keys, footer and help."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from digest.config.read import load
from digest.config.settings import Config
from digest.errors import ConfigError
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.article import ArticleScreen
from digest.tui.commands import COMMANDS, TITLES, Command
from digest.tui.compare import CompareScreen
from digest.tui.drawn_list import DrawnList
from digest.tui.feeds import FeedsScreen
from digest.tui.keys import keymap
from digest.tui.ledger import Ledger
from digest.tui.line_view import LineView
from digest.tui.plan_window import PlanWindow
from digest.tui.search import SearchScreen
from digest.tui.stories import StoriesScreen
from digest.tui.timeline import TimelineScreen
from digest.tui.window import Window

from .conftest import MakeApp
from .driving import notices, press, seen, settle

CLASSES = {
    "app": DigestApp,
    "stories": StoriesScreen,
    "compare": CompareScreen,
    "ledger": Ledger,
    "article": ArticleScreen,
    "search": SearchScreen,
    "feeds": FeedsScreen,
    "list": DrawnList,
    "text": LineView,
    "modal": Window,
    "plan": PlanWindow,
    "timeline": TimelineScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_carried_out_and_explained(command: Command) -> None:
    action = command.action.partition("(")[0].removeprefix("app.")
    owners = (StoriesScreen, DigestApp) if command.scope == "app" else (CLASSES[command.scope],)
    assert any(hasattr(owner, f"action_{action}") for owner in owners)
    assert command.help
    assert command.scope in TITLES or command.scope in ("modal", "plan")


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in CLASSES:
        keys = Counter(key for c in COMMANDS if c.scope == scope for key in c.keys.split(",") if key)
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
        assert command.scope not in TITLES or command.help[:30] in text
    assert "≠  differs" in text


async def test_a_key_given_anew_holds_and_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.set_keymap({"stories.compare": "x"})
        await settle(pilot)
        assert "x compare" in seen(pilot)
        await press(pilot, "x")
        assert isinstance(app.screen, CompareScreen)


async def test_a_key_of_the_configuration_holds_and_stands_in_the_help(make_app: MakeApp) -> None:
    app = make_app(config=Config(keys={"stories.compare": ("x", "ctrl+x")}))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "x compare" in seen(pilot)
        await press(pilot, "question_mark")
        text = "\n".join(line.plain for line in app.screen.query_one(LineView).sheet.lines)
        assert any(line.startswith("x  ^x") and line.endswith("stories.compare") for line in text.splitlines())
        await press(pilot, "escape", "ctrl+x")
        assert isinstance(app.screen, CompareScreen)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('stories.compar = "x"', r"config\.toml, line 3: \[keys\] stories\.compar: .*did you mean stories\.compare\?"),
        ('stories.compare = "ctrl"', r'line 3: \[keys\] stories\.compare: "ctrl" is no key'),
        ('stories.compare = "m"', r"line 3: .*m is the key of stories\.read too"),
        ("stories.compare = 3", r"line 3: .*has to be a key"),
        ('compare = "x"', r"line 3: .*there is no such command"),
    ],
    ids=["command", "key", "clash", "number", "scope"],
)
def test_a_wrong_key_is_said_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'theme = "light"\n[keys]\n{line}\n')
    with pytest.raises(ConfigError, match=words):
        keymap(load(path))


def test_keys_are_written_as_they_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys.stories]\nsearch = ["?", "ctrl+f"]\ncompare = "C"\n[keys.app]\nhelp = "f2"\n')
    found = keymap(load(path))
    assert found == {
        "stories.search": "question_mark,ctrl+f",
        "stories.compare": "C",
        "app.help": "f2",
    }


async def test_commands_are_typed_by_name(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"compare", "enter")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "h", "colon", *"sort", "enter")
        assert "newest first" in seen(pilot)
        await press(pilot, "colon", *map(key_of, "theme light"), "enter")
        assert app.theme == "digest-light"
        await press(pilot, "colon", *map(key_of, "story 2"), "enter")
        assert "1 of 5 articles" in seen(pilot)
        await press(pilot, "h", "colon", *map(key_of, "view starred"), "enter")
        assert "STARRED" in seen(pilot)


async def test_a_wrong_command_line_is_answered_in_words(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        for line, words in (
            ("comprae", "did you mean compare?"),
            ("xyzzy", "? lists them"),
            ("theme", "theme NAME"),
            ("theme pink", "dark, light, high-contrast"),
            ("view nowhere", "There is no such view"),
            ("story x", "by its number"),
        ):
            await press(pilot, "colon", *map(key_of, line), "enter")
            assert words in notices(pilot)
        await press(pilot, "colon", *"quit", "escape")
        assert pilot.app.is_running


def key_of(character: str) -> str:
    return "space" if character == " " else character


async def test_the_palette_offers_the_commands_that_hold_here(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Compare", "All read", "Theme", "Open"} <= titles
        assert "Ledger" not in titles
        await press(pilot, "ctrl+p")
        assert "mark everything in this view read" in seen(pilot)
        await press(pilot, *"compare")
        await pilot.pause(0.1)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)


async def test_a_tag_is_given_and_taken_off(make_app: MakeApp, database: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        story = home_story(app)
        await press(pilot, "t", *"weather", "enter")
        with Store(database) as store:
            assert store.tags.of_story(story) == ("weather",)
        await press(pilot, "t", "minus", *"weather", "enter")
        with Store(database) as store:
            assert store.tags.of_story(story) == ()
        await press(pilot, "u")
        with Store(database) as store:
            assert store.tags.of_story(story) == ("weather",)


def home_story(app: DigestApp) -> int:
    assert isinstance(app.screen, StoriesScreen)
    assert app.screen.current is not None
    return app.screen.current.id


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
