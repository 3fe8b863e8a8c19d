"""Which step of the screens' loop takes longest: `python -m tests.bench.handlers DATABASE` prints the five longest.

The first line is the longest in milliseconds of the thread's CPU: while it runs, no key is heard.
"""

import asyncio
import heapq
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from digest.cli.home import spare_the_loaded
from digest.tui.app import DigestApp

KEYS = ("j", "j", "G", "g", "ctrl+d", "n", "m", "u", "s", "2", "1", "enter", "n", "h", "c", "n", "tab", "j", "h", "h")


async def _settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _drive(database: Path, steps: list[tuple[float, str, str]]) -> None:
    app = DigestApp(database, now=lambda: datetime(2020, 8, 28, 18, tzinfo=UTC))
    original: Callable[[Any], None] = asyncio.Handle._run
    doing = "start"

    def timed(handle: Any) -> None:  # noqa: ANN401 - asyncio's own handle, of which only the name is read
        begun = time.thread_time()
        original(handle)
        steps.append((1000 * (time.thread_time() - begun), doing, repr(handle)[:200]))

    async with app.run_test(size=(150, 45)) as pilot:
        await _settle(pilot)  # to start the screens is the first screen's figure
        asyncio.Handle._run = timed  # type: ignore[method-assign, assignment]
        try:
            for key in (*KEYS, "slash", *"ferry"):
                doing = key
                await pilot.press(key)
                await _settle(pilot)
        finally:
            asyncio.Handle._run = original  # type: ignore[method-assign, assignment]


def main() -> None:
    """Move about in the screens and print where the loop was held longest."""
    steps: list[tuple[float, str, str]] = []
    spare_the_loaded()
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    asyncio.run(_drive(Path(sys.argv[1]), steps))
    for ms, key, step in heapq.nlargest(5, steps):
        print(f"{ms:.1f} ms after {key}: {step}")


if __name__ == "__main__":
    main()
