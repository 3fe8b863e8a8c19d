"""What servers ask of us is done, and kept in mind from run to run."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.config.settings import Limits
from digest.ingest.feeds import Network, ingest
from digest.model import Feed, FullText, Outcome
from digest.store import Store

from ..web.server import Page, Web, item, rss

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
TTL = rss("<ttl>120</ttl>", item(1))


def run(
    store: Store, now: datetime = NOW, *, force: bool = False, hosts: dict[str, int] | None = None
) -> list[Outcome]:
    led = {name: ("127.0.0.1", port) for name, port in (hosts or {}).items()}
    network = Network(hosts=led, limits=Limits(timeout=2.0, workers=1))
    return list(ingest(store, store.feeds(), now=now, force=force, network=network))


def add(store: Store, url: str, login: str = "") -> None:
    store.add_feed(Feed(url.replace("://", f"://{login}@") if login else url, full_text=FullText.NEVER))


@pytest.mark.parametrize(
    ("page", "after", "asked"),
    [
        (Page(TTL), HOUR, 1),
        (Page(TTL), 2 * HOUR, 2),
        (Page(TTL, headers={"Cache-Control": "max-age=0"}), HOUR, 2),
        (Page(TTL, headers={"Cache-Control": "max-age=1800"}), HOUR, 2),
        (Page("", 429, {"Retry-After": "7200"}), HOUR, 1),
        (Page("", 503, {"Retry-After": "Sat, 29 Aug 2020 08:00:00 GMT"}), HOUR, 1),
        (Page("", 503, {"Retry-After": "9999999"}), 24 * HOUR, 2),
        (Page("", 429), timedelta(minutes=30), 1),
        (Page("", 410), 5000 * HOUR, 1),
        (Page("", 404), timedelta(minutes=30), 2),
    ],
    ids="ttl|ttl over|revalidate|max-age first|seconds|date|a day at most|back off|gone|not found".split("|"),
)
def test_the_next_visit_waits_for_as_long_as_it_was_asked_to(
    web: Web, store: Store, page: Page, after: timedelta, asked: int
) -> None:
    web.pages["/feed"] = page
    add(store, web.url("/feed"))
    run(store)
    run(store, NOW + after)
    assert len(web.asked) == asked
    run(store, NOW + after, force=True)
    assert len(web.asked) == asked + 1


def test_a_feed_stays_as_fresh_as_its_last_body_said(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(TTL, etag='"1"')
    add(store, web.url("/feed"))
    for hours in (0, 2, 3):
        run(store, NOW + hours * HOUR)
    assert len(web.asked) == 2


def test_cron_need_not_be_on_the_second(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(TTL)
    add(store, web.url("/feed"))
    run(store)
    run(store, NOW + 2 * HOUR - timedelta(seconds=20))
    assert len(web.asked) == 2


def test_a_clock_that_was_ahead_leaves_no_feed_waiting(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(TTL)
    add(store, web.url("/feed"))
    run(store, NOW + 50_000 * HOUR)
    run(store)
    assert len(web.asked) == 2


@pytest.mark.parametrize(("status", "moves"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_a_move_for_good_changes_the_address(web: Web, store: Store, status: int, moves: bool) -> None:
    web.pages["/old"] = Page("", status, {"Location": "/new"})
    web.pages["/new"] = Page(rss(item(1)))
    add(store, web.url("/old"))
    run(store)
    assert store.feeds()[0].url == web.url("/new" if moves else "/old")


def test_a_server_cannot_move_a_feed_into_the_users_network(web: Web, store: Store) -> None:
    with Web() as there:
        there.pages["/feed"] = Page(rss(item(1)))
        web.pages["/feed"] = Page("", 301, {"Location": f"http://localhost:{there.port}/feed"})
        add(store, "http://here.example/feed")
        run(store, hosts={"here.example": web.port, "localhost": there.port})  # as if its name led elsewhere then
        assert store.feeds()[0].url == f"http://localhost:{there.port}/feed"
        (outcome,) = run(store, NOW + HOUR)
        assert "private address you did not type" in outcome.error
        assert len(there.asked) == 1


def test_a_login_is_used_on_every_visit_and_shown_on_none(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    add(store, web.url("/feed"), login="ann:s3cret")
    outcomes = run(store) + run(store)
    web.pages["/feed"] = Page("", 401)
    outcomes += run(store)
    assert [headers["authorization"] for _, headers in web.asked] == ["Basic YW5uOnMzY3JldA=="] * 3
    shown = f"{outcomes} {store.feeds()} {store.articles()}"
    assert "s3cret" not in shown
    assert outcomes[2].error == "refuses the login (HTTP 401)"
    assert store.feed(web.url("/feed").replace("://", "://ann:s3cret@")) is not None
