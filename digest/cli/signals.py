"""Signals that end a run: the first is a wish that whoever listens heeds, the second ends it at once.

A wish that is not heeded in good time is the second signal too.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from ..ingest.stop import Stop
from .session import talk

SAID = "digest: interrupted; what was stored before is kept"
PATIENCE = 7
"""Seconds for which the wish may be heeded: systemd and people wait for ten."""
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_SHOW_CURSOR = "\x1b[?25h"


class Interrupted(KeyboardInterrupt):
    """A signal ended the run where nobody listened for the wish."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number
        """The exit code shells know it by: 130 for ctrl+c, 143 for SIGTERM."""


class Ending(Stop):
    """The wish to end, with the signal it came by."""

    def __init__(self) -> None:
        super().__init__()
        self.code = 0
        """The exit code it calls for; 0 while nothing was asked."""


@contextmanager
def ending_early() -> Iterator[Ending]:
    """Take ctrl+c, SIGTERM and SIGHUP as the wish to end; those that our parent told us to ignore stay ignored."""
    ending = Ending()

    def ask(number: int, frame: FrameType | None) -> None:
        if ending.asked:
            _end_now(128 + number)
        if not ending.listening:
            raise Interrupted(number)
        ending.code = 128 + number
        signal.alarm(PATIENCE)
        ending.ask()

    before = {number: signal.getsignal(number) for number in _ENDING}
    ours = [number for number, handler in before.items() if handler not in (signal.SIG_IGN, None)]
    alarm = signal.signal(signal.SIGALRM, lambda number, frame: _end_now(ending.code))
    try:
        for number in ours:
            signal.signal(number, ask)
        yield ending
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, alarm)
        for number in ours:
            signal.signal(number, before[number])


def _end_now(code: int) -> NoReturn:
    """End without unwinding, which in the midst of many tasks can take long and fail.

    It is as safe as being killed, which a run must be able to bear anyway.
    """
    if sys.stderr.isatty():
        sys.stderr.write(_SHOW_CURSOR)  # a progress bar hides it
    talk(SAID)
    os._exit(code)
