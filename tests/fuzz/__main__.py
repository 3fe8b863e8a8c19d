"""Read many damaged feeds and say in one line how it went; each fault is written to stderr with how to see it again."""

import argparse
import collections
import os
import random
import signal
import sys
import time
import traceback
import warnings
from pathlib import Path
from types import FrameType

from digest.errors import FeedError

from .holds import check
from .mutate import mutated
from .seeds import seeds

_SECONDS = 10
"""What a child process would get for one feed."""
_SHOWN = 10


class TooSlow(BaseException):
    """One feed took too long; no handler of the reading code may catch it."""


def main() -> int:
    """Return 1 if there was a fault."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--first", type=int, default=0, help="number of the first mutation; each number is one feed")
    shared = Path(os.environ.get("EVAL", "../shared")) / "data" / "feeds"
    options.add_argument("--data", type=Path, default=shared, help="captured feeds, if there are any")
    chosen = options.parse_args()
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _slow)
    bodies = seeds(chosen.data)
    begun, slowest = time.monotonic(), 0.0
    ends: collections.Counter[str] = collections.Counter()
    for number in range(chosen.first, chosen.first + chosen.count):
        started = time.monotonic()
        ends[_one(mutated(random.Random(number), bodies), number, ends["fault"] < _SHOWN)] += 1
        slowest = max(slowest, time.monotonic() - started)
    sys.stdout.write(
        f"{chosen.count} mutations of {len(bodies)} feeds in {time.monotonic() - begun:.0f} s: {ends['feed']} read, "
        f"{ends['none']} refused in words, slowest {slowest:.2f} s, {ends['fault']} faults\n"
    )
    return int(ends["fault"] > 0)


def _one(body: bytes, number: int, shown: bool) -> str:
    signal.alarm(_SECONDS)
    try:
        return "feed" if check(body, number) else "none"
    except FeedError:
        return "none"
    except (Exception, TooSlow):
        if shown:
            sys.stderr.write(f"mutation {number} (--first {number} --count 1):\n{traceback.format_exc()}\n")
        return "fault"
    finally:
        signal.alarm(0)


def _slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow


if __name__ == "__main__":
    sys.exit(main())
