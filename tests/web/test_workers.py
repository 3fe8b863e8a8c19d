"""Child processes hold what they read to its limits."""

import time

import pytest

from digest.errors import FeedError
from digest.web.workers import Workers

URL = "http://quay-courier.example/feed"


def hang() -> None:
    time.sleep(60)


def fail() -> None:
    raise ValueError("what a parser raises")


def eat() -> int:
    return len(b"x" * 2_000_000_000)


async def test_a_task_that_hangs_is_ended_and_the_next_one_runs() -> None:
    async with Workers(1, seconds=0.3) as workers:
        with pytest.raises(FeedError, match="takes more than"):
            await workers.run(URL, hang)
        assert await workers.run(URL, abs, -1) == 1


async def test_whatever_a_parser_raises_is_an_error_of_that_feed(workers: Workers) -> None:
    with pytest.raises(FeedError, match="ValueError"):
        await workers.run(URL, fail)


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux holds a process to its address space")
def test_a_task_that_eats_memory_is_stopped(workers: Workers) -> None:
    with pytest.raises(FeedError, match="too much memory"):
        workers.wait(URL, eat)
