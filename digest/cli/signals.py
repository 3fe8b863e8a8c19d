"""Signals that end a run: the first is a wish that whoever listens heeds, the second ends it at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ..ingest.stop import Stop

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


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
        if ending.asked or not ending.listening:
            raise Interrupted(number)
        ending.code = 128 + number
        ending.ask()

    before = {number: signal.getsignal(number) for number in _ENDING}
    ours = [number for number, handler in before.items() if handler not in (signal.SIG_IGN, None)]
    try:
        for number in ours:
            signal.signal(number, ask)
        yield ending
    finally:
        for number in ours:
            signal.signal(number, before[number])
