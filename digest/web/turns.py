"""Whose turn it is: so many requests at once, so many to one host, and pages of one host at intervals."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from ..config.settings import Limits
from .guard import Origin


class Turns:
    """Hands out turns; use it in one event loop. `jitter` returns numbers from 0 to 1."""

    def __init__(self, limits: Limits, jitter: Callable[[], float] = random.random) -> None:
        self.connection = asyncio.Semaphore(limits.connections)
        """Held while a request is under way."""
        self._spacing = limits.page_spacing
        self._jitter = jitter
        self._hosts: defaultdict[Origin, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(limits.per_host))
        self._next: dict[Origin, float] = {}

    def host(self, host: Origin) -> asyncio.Semaphore:
        """Return what is held while the host is asked."""
        return self._hosts[host]

    def wait(self, host: Origin, now: float) -> float:
        """Return for how many seconds a page request has to wait from `now`, and reserve its place.

        The distance lies between half and one and a half of the spacing, so that no server sees a beat.
        """
        begins = max(now, self._next.get(host, now))
        self._next[host] = begins + self._spacing * (0.5 + self._jitter())
        return begins - now


class Budget:
    """The seconds of a deadline, which run only while they are being spent."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    @asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        """Raise TimeoutError inside once no seconds are left."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            async with asyncio.timeout(max(self._left, 0)):
                yield
        finally:
            self._left -= clock() - begun
