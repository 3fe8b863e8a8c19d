"""All feeds visited side by side: each visit as it ends, whatever happens to the others."""

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path

from ..errors import FeedError, StoreError
from ..model import Feed, FeedAnswer, OutcomeStatus
from ..store import Store
from .again import MOST
from .stop import Stop
from .timetable import due
from .visit import Tools, Visit, failed, visit

AT_ONCE = 64
"""Feeds in hand at the same time, from the request to the row in the store: as many as there may be connections."""

_log = logging.getLogger(__name__)


async def visits(
    store: Store, feeds: Iterable[Feed], tools: Tools, *, force: bool, stop: Stop
) -> AsyncGenerator[Visit, None]:
    """Yield one visit a feed as each ends; once `stop` is asked only those that have ended well by then.

    A fault in our own code costs the feed it happens on, and is logged.
    """
    in_hand = asyncio.Semaphore(AT_ONCE)
    ended: asyncio.Queue[asyncio.Task[Visit] | None] = asyncio.Queue()

    async def one(feed: Feed) -> Visit:
        if not force and not due(feed, tools.now):
            return Visit(feed.url, OutcomeStatus.UNCHANGED, FeedAnswer(feed), {}, asked_for=False)
        async with in_hand:
            return await visit(
                feed, lambda: store.entry_hashes(feed.id) if feed.id else {}, tools, waiting.get(feed.id, ())
            )

    waiting = store.pages.due(tools.now, MOST)
    tasks = {asyncio.create_task(one(feed)): feed for feed in feeds}
    for task in tasks:
        task.add_done_callback(ended.put_nowait)
    loop = asyncio.get_running_loop()
    left = len(tasks)
    try:
        with stop.waking(lambda: loop.call_soon_threadsafe(ended.put_nowait, None)):
            while left and not (stop.asked and ended.empty()):
                done = await ended.get()
                if done is None:
                    continue
                left -= 1
                found = _ended(done, tasks[done], tools)
                # Who stops us stops our children too, and a feed is not to blame for that.
                if not (stop.asked and found.status is OutcomeStatus.FAILED):
                    yield found
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _ended(task: asyncio.Task[Visit], feed: Feed, tools: Tools) -> Visit:
    """Return how a visit ended; an exception that nobody foresaw is a failure of that one feed."""
    if task.cancelled():
        error: BaseException | None = FeedError(feed.url, "broken off")
    else:
        error = task.exception()
    if error is None:
        return task.result()
    if isinstance(error, StoreError) or not isinstance(error, Exception):
        raise error
    if not isinstance(error, FeedError):
        _log.error("%s: %s", feed.url, error, exc_info=error)
        error = FeedError(feed.url, _fault(error))
    return Visit(feed.url, OutcomeStatus.FAILED, FeedAnswer(failed(feed, error, tools.now)), {})


def _fault(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {Path(last[0].filename).name}:{last[0].lineno}" if last else ""
    return f"a fault in digest itself{where}: {type(error).__name__}; please report it"
