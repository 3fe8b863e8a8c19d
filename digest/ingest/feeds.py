"""Feeds in, outcomes out: asked side by side, each stored whole as it answers, then what is new is grouped once."""

import asyncio
import time
from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..config.settings import Limits
from ..model import Feed, FeedAnswer, FullText, Outcome, OutcomeStatus
from ..store import Store
from ..web.fetch import Fetcher
from ..web.outlets import outlet_name, registrable_domain
from ..web.workers import Workers
from .grouping import group
from .stop import Stop
from .visit import Tools, Visit
from .visits import visits


@dataclass(frozen=True, slots=True)
class Network:
    """How the outside world is reached."""

    hosts: Mapping[str, tuple[str, int]] | None = None
    """Names that lead to an address and port of this machine: only the demo and the tests have any."""
    limits: Limits = Limits()


def ingest(
    store: Store,
    feeds: Iterable[Feed],
    *,
    now: datetime,
    force: bool = False,
    stories: bool = True,
    network: Network | None = None,
    stop: Stop | None = None,
) -> Generator[Outcome, None, None]:
    """Yield one outcome a feed as it happens; exhaust it, for the grouping comes after the last.

    A feed that its server asked not to be asked again yet is left alone unless `force` is set. Once `stop` is asked no
    more is fetched: what has come is stored, and the next run groups it, as it does where no `stories` are wanted.
    Runs in the thread that opened the store, outside any running event loop.
    """
    with asyncio.Runner() as runner:
        outcomes = ingest_async(store, feeds, now=now, force=force, stories=stories, network=network, stop=stop)
        try:
            while (outcome := runner.run(_next(outcomes))) is not None:
                yield outcome
        finally:
            runner.run(outcomes.aclose())


async def ingest_async(
    store: Store,
    feeds: Iterable[Feed],
    *,
    now: datetime,
    force: bool = False,
    stories: bool = True,
    network: Network | None = None,
    stop: Stop | None = None,
) -> AsyncGenerator[Outcome, None]:
    """Do what `ingest` does, within an event loop that runs in the store's thread."""
    begun = time.monotonic()
    stop = stop or Stop()
    network = network or Network()
    limits = network.limits
    outcomes: list[Outcome] = []
    feeds = tuple(feeds)
    pages = any(feed.full_text is not FullText.NEVER for feed in feeds)
    names = _Outlets(store.feeds())
    async with (
        Fetcher(hosts=network.hosts, limits=limits) as fetcher,
        Workers(limits.workers, pages=pages) as workers,
        aclosing(visits(store, feeds, Tools(fetcher, workers, now, limits.pages), force=force, stop=stop)) as ended,
    ):
        async for found in ended:
            outcomes.append(_keep(store, found, names))
            yield outcomes[-1]
    if stories and not stop.asked:
        group(store)
    store.record_run(now, now + timedelta(seconds=time.monotonic() - begun), outcomes)


class _Outlets:
    """The outlet's name for each registered domain: all feeds of one domain are one outlet."""

    def __init__(self, feeds: Iterable[Feed]) -> None:
        self._named = tuple(feed for feed in feeds if feed.outlet)
        self._names: dict[str, str] = {}

    def name(self, feed: Feed) -> str:
        """Return the feed's outlet, worked out once for its domain."""
        if feed.outlet:
            return feed.outlet
        if not self._names:  # by now, for most runs bring no new feed
            for known in self._named:
                self._names.setdefault(_domain(known), known.outlet)
        domain = _domain(feed)
        return self._names.setdefault(domain, outlet_name(feed.title, domain))


def _domain(feed: Feed) -> str:
    return registrable_domain(feed.site) or registrable_domain(feed.url)


def _keep(store: Store, found: Visit, names: _Outlets) -> Outcome:
    """Store the visit in one transaction and say how it ended."""
    feed = found.answer.feed
    if not found.asked_for:
        return Outcome(found.asked, found.status, feed.outlet or feed.title)
    if found.status is OutcomeStatus.OK:
        feed = replace(feed, outlet=names.name(feed))
    articles = tuple(replace(article, outlet=feed.outlet) for article in found.answer.articles)
    saved = store.save(FeedAnswer(feed, articles), found.hashes)
    return Outcome(
        url=found.asked,
        status=found.status,
        title=feed.outlet or feed.title,
        new=len(saved.new),
        changed=len(saved.changed),
        error=feed.error if found.status is OutcomeStatus.FAILED else "",
    )


async def _next(outcomes: AsyncGenerator[Outcome, None]) -> Outcome | None:
    return await anext(outcomes, None)
