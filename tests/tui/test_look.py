"""The look: contrasts, signs without colour, and pictures of the main screens."""

import itertools
from collections.abc import Callable

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from digest.model import State
from digest.tui.glyphs import ASCII, choose
from digest.tui.highlight import state_style, words_style
from digest.tui.themes import TEXT_COLOURS, THEMES

from .conftest import MakeApp
from .driving import press, seen, settle

SnapCompare = Callable[..., bool]


def contrast(text: str, ground: str) -> float:
    """Return the contrast of WCAG 2.2, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme) -> list[str]:
    own = theme.variables
    found = [theme.background, theme.surface, theme.panel, own["cursor"], own["cursor-away"], own["fact-current"]]
    return [ground for ground in found if ground]


@pytest.mark.parametrize(("name", "least"), [("dark", 4.5), ("light", 4.5), ("high-contrast", 7.0)])
def test_every_text_can_be_read_on_every_ground(name: str, least: float) -> None:
    theme = THEMES[name]
    texts = {name: theme.variables[name] for name in TEXT_COLOURS}
    texts |= {"foreground": str(theme.foreground), "accent": str(theme.accent)}
    low = {
        (name, ground): round(contrast(colour, ground), 2)
        for (name, colour), ground in itertools.product(texts.items(), grounds(theme))
        if contrast(colour, ground) < least
    }
    assert not low


def test_without_colour_families_of_states_still_look_different() -> None:
    styles = {
        family: {state_style(s, colour=False) for s in State if s.family == family} for family in ("differ", "only")
    }
    assert styles["differ"] == {"bold"}
    assert styles["only"] == {"underline"}
    assert not any("$" in state_style(state, colour=False) for state in State)
    assert words_style(State.UNKNOWN) == "$quiet"


def test_a_locale_that_cannot_write_the_signs_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda _=False: "ISO-8859-1")
    assert choose(False) is ASCII
    monkeypatch.setattr("locale.getpreferredencoding", lambda _=False: "UTF-8")
    assert choose(False) is not ASCII
    assert choose(True) is ASCII


@pytest.mark.parametrize("compare", [False, True], ids=["article", "compare"])
async def test_in_ascii_no_screen_draws_a_sign_beyond_ascii(make_app: MakeApp, compare: bool) -> None:
    async with make_app(story=1, compare=compare, ascii=True).run_test(size=(150, 30)) as pilot:
        await settle(pilot)
        screens = [seen(pilot)]
        for key in ("n", "tab", "e", "escape", "h", "h", "question_mark"):
            await press(pilot, key)
            screens.append(seen(pilot))
    drawn = set("".join(screens))
    assert not {c for c in drawn if not c.isascii()}


async def test_without_colour_words_and_signs_stay(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make_app(story=1, compare=True).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        assert pilot.app.no_color
        assert "≠ A ferry" in seen(pilot)
        assert "status differs: ordered / considering" in seen(pilot)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (9, 5), (30, 8)], ids=str)
async def test_tiny_terminals_survive(make_app: MakeApp, size: tuple[int, int]) -> None:
    for compare in (False, True):
        async with make_app(story=1, compare=compare).run_test(size=size) as pilot:
            await settle(pilot)
            await press(pilot, "n", "j", "tab", "h", "question_mark", "escape", "h")
            await pilot.resize_terminal(100, 30)
            await pilot.pause(0.3)
            assert pilot.app.is_running


def shows(*keys: str) -> Callable[[Pilot[None]], object]:
    """Return what brings a picture about: everything answered, then these keys."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return run


def test_picture_of_the_stories(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    assert snap_compare(make_app(), terminal_size=(150, 40), run_before=shows("s", "s", "j", "k"))


def test_picture_of_the_comparison(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    assert snap_compare(make_app(story=1, compare=True), terminal_size=(120, 34), run_before=shows("n", "n", "n"))


def test_picture_of_the_comparison_in_a_small_terminal(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    assert snap_compare(make_app(story=1, compare=True), terminal_size=(80, 24), run_before=shows("n"))


def test_picture_of_the_ledger(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    assert snap_compare(make_app(story=1, compare=True), terminal_size=(120, 24), run_before=shows("tab", "j"))


def test_picture_of_an_article_on_a_light_ground(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.theme = "digest-light"
        await settle(pilot)
        await press(pilot, "n")

    assert snap_compare(make_app(story=1), terminal_size=(130, 30), run_before=run)
