"""Whose turn it is, and how long a deadline runs."""

import asyncio

import pytest

from digest.config.settings import Limits
from digest.web.guard import Origin
from digest.web.turns import Budget, Turns

HERE, THERE = Origin("quay-courier.example", 443), Origin("harbour-gazette.example", 443)


def test_pages_of_one_host_keep_a_distance_that_varies() -> None:
    shaken = iter([0.0, 1.0, 0.5, 0.5])
    turns = Turns(Limits(page_spacing=2.0), jitter=lambda: next(shaken))
    assert [turns.wait(HERE, 10.0) for _ in range(3)] == [0.0, 1.0, 4.0]
    assert turns.wait(THERE, 10.0) == 0.0


def test_a_host_that_rested_is_asked_at_once() -> None:
    turns = Turns(Limits(page_spacing=2.0), jitter=lambda: 0.5)
    assert turns.wait(HERE, 10.0) == 0.0
    assert turns.wait(HERE, 100.0) == 0.0


async def test_one_host_is_asked_by_four_at_once_and_another_meanwhile() -> None:
    turns = Turns(Limits(per_host=4))
    for _ in range(4):
        await turns.host(HERE).acquire()
    assert turns.host(HERE).locked()
    assert not turns.host(THERE).locked()


async def test_a_deadline_runs_only_while_it_is_spent() -> None:
    budget = Budget(0.05)
    async with budget.spend():
        pass
    await asyncio.sleep(0.06)
    async with budget.spend():
        pass
    with pytest.raises(TimeoutError):
        async with budget.spend():
            await asyncio.sleep(1)
    with pytest.raises(TimeoutError):
        async with budget.spend():
            await asyncio.sleep(1)
