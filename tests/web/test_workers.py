"""Child processes hold what they read to its limits."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

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


def fail_in_lxml() -> None:
    from lxml import etree

    etree.fromstring("<a")


async def test_an_exception_that_cannot_leave_its_process_is_named_all_the_same(workers: Workers) -> None:
    with pytest.raises(FeedError, match=r"cannot be read \(XMLSyntaxError\)"):
        await workers.run(URL, fail_in_lxml)


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux holds a process to its address space")
def test_a_task_that_eats_memory_is_stopped(workers: Workers) -> None:
    with pytest.raises(FeedError, match="too much memory"):
        workers.wait(URL, eat)


def hoard() -> int:
    held = [b"x" * 10_000_000 for _ in range(60)]
    time.sleep(60)
    return len(held)


def test_where_the_system_does_not_hold_it_the_parent_stops_what_eats_memory() -> None:
    with Workers(1, memory=300_000_000, watched=True) as workers:
        with pytest.raises(FeedError, match="too much memory"):
            workers.wait(URL, hoard)
        assert workers.wait(URL, abs, -1) == 1


def spin() -> None:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    while True:
        pass


def test_a_child_whose_parent_was_killed_ends_itself() -> None:
    code = "from digest.web.workers import Workers\nfrom tests.web.test_workers import spin\n"
    code += "Workers(1, seconds=0.5).wait('', spin)"
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        # The pipe is at its end once nobody holds it open any more: neither parent, nor fork server, nor child.
        assert parent.stdout.read() == ""
    assert not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]
