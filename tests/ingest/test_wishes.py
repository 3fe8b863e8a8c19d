"""What the reader wants of each feed is honoured by its visits."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from digest.config.settings import Limits
from digest.ingest.feeds import Network, ingest
from digest.model import Feed, FullText, Outcome, OutcomeStatus
from digest.store import Store

from ..web.server import Handler, Page, Web, item, rss

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
NETWORK = Network(limits=Limits(timeout=5.0, workers=1))


def run(store: Store, feeds: Sequence[Feed], now: datetime = NOW) -> list[Outcome]:
    return list(ingest(store, feeds, now=now, network=NETWORK))


def test_a_feed_s_own_timeout_ends_its_request(web: Web, store: Store) -> None:
    def stall(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
        handler.wfile.flush()
        handler.rfile.read(1)  # until the other side hangs up

    web.pages["/slow"] = Page(raw=stall)
    feed = store.add_feed(Feed(web.url("/slow"), timeout=0.3))
    begun = time.monotonic()
    (outcome,) = run(store, [feed])
    assert outcome.error == "no complete answer within 0.3 s"
    assert time.monotonic() - begun < 4


def test_a_feed_s_own_interval_is_kept_and_runs_need_not_be_on_the_second(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    store.add_feed(Feed(web.url("/feed"), full_text=FullText.NEVER, interval=timedelta(hours=1)))
    for minutes, asked in ((0, 1), (30, 1), (59.5, 2), (70, 2)):
        run(store, store.feeds(), NOW + timedelta(minutes=minutes))
        assert len(web.asked) == asked


def test_when_a_feed_last_answered_well_outlives_its_failures(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    store.add_feed(Feed(web.url("/feed"), full_text=FullText.NEVER))
    run(store, store.feeds())
    web.pages["/feed"] = Page(status=500)
    later = NOW + timedelta(hours=5)
    (outcome,) = run(store, store.feeds(), later)
    (feed,) = store.feeds()
    assert outcome.status is OutcomeStatus.FAILED
    assert (feed.answered, feed.checked, feed.failures) == (NOW, later, 1)


def test_a_paused_feed_keeps_what_is_wanted_of_it_through_a_visit(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    before = store.add_feed(Feed(web.url("/feed"), full_text=FullText.NEVER))
    store.subscriptions.change([replace(before, paused=True, tags=("sea",))])
    run(store, [before])  # a visit that began before
    (feed,) = store.feeds()
    assert (feed.paused, feed.tags) == (True, ("sea",))
