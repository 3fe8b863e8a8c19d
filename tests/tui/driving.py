"""How the tests wait for the screens and read them."""

from contextlib import suppress

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from digest.tui.bars import KeyBar


async def settle(pilot: Pilot[None]) -> None:
    """Wait until every answer has come and is drawn; an answer may lead to another question."""
    quiet = 0
    for _ in range(20):
        with suppress(WorkerCancelled):  # its screen was left
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        quiet = 0 if len(pilot.app.workers) else quiet + 1
        if quiet == 2:  # what is asked once something was drawn is asked by now
            break


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each seen through."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def seen(pilot: Pilot[None]) -> str:
    """Return the text of the screen, line by line."""
    return "\n".join(strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips())


def notices(pilot: Pilot[None]) -> str:
    """Return what is said in notices and in the lines of keys."""
    said = [bar.said for screen in pilot.app.screen_stack for bar in screen.query(KeyBar)]
    return "\n".join([*(notice.message for notice in pilot.app._notifications), *filter(None, said)])
