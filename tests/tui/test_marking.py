"""Marks on the home screen: said where they cover nothing, counted at once, taken back in one step."""

import re
from pathlib import Path

from digest.model import Reading
from digest.store import Store

from .conftest import MakeApp
from .driving import press, seen, settle


async def test_marking_all_read_is_taken_back_in_one_step(make_app: MakeApp, database: Path) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        with Store(database) as store:
            store.mark([1], Reading.READ)
            before = store.counts().unread
        await press(pilot, "A")
        assert "0 unread" in seen(pilot)
        await press(pilot, "u")
        assert f"{before} unread" in seen(pilot)
        assert "●" in seen(pilot)
    with Store(database) as store:
        assert store.counts().unread == before


async def test_what_is_said_covers_no_story_and_the_count_follows_at_once(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        unread_before = int(re.search(r"(\d+) unread", seen(pilot))[1])  # type: ignore[index]
        await press(pilot, "m")
        text = seen(pilot).splitlines()
        assert text[-1].strip() == "Marked read; u takes it back."
        assert f"{unread_before} unread" not in text[0]
        assert not pilot.app._notifications
