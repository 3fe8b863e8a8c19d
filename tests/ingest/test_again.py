"""Pages that did not come are asked for again: politely, not for ever, and said."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.config.settings import Limits
from digest.errors import FeedError
from digest.ingest.again import TRIES, NotAskedError, due_again
from digest.ingest.feeds import Network, ingest
from digest.model import Article, Feed, FullText, Outcome, OutcomeStatus
from digest.store import Store
from digest.web.answer import AnswerError, UnreachableError

from ..web.server import Page, Web, item, rss

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEXT = "".join(
    f"<p>The harbour of Port Ansel counted {n} boats on Friday, which the harbour master called a record.</p>"
    for n in range(5)
)
STORY = Page(f"<html><body><article>{TEXT}</article></body></html>")
URL = "http://quay-courier.example/1"


@pytest.fixture
def paper(web: Web, store: Store) -> Feed:
    web.pages["/feed"] = Page(rss(item(1, web.url("/story"))), etag='"1"')
    return store.add_feed(Feed(web.url("/feed")))


def run(store: Store, now: datetime) -> Outcome:
    (outcome,) = ingest(store, store.feeds(), now=now, network=Network(limits=Limits(timeout=2.0, workers=1)))
    return outcome


def only(store: Store) -> Article:
    (article,) = store.articles()
    return article


def asked(web: Web) -> int:
    return web.paths().count("/story")


@pytest.mark.usefixtures("paper")
def test_a_page_that_comes_at_a_later_run_makes_the_excerpt_whole(web: Web, store: Store) -> None:
    web.pages["/story"] = Page("", 503)
    run(store, NOW)
    held = only(store)
    assert (held.excerpt_why, held.page_due) == (
        "not available at the moment (HTTP 503); asked again later",
        NOW + HOUR,
    )
    web.pages["/story"] = STORY
    outcome = run(store, NOW + HOUR)
    found = only(store)
    assert (outcome.status, outcome.new, outcome.changed) == (OutcomeStatus.UNCHANGED, 0, 1)
    assert found.text.startswith("The harbour of Port Ansel counted 0 boats")
    assert (found.excerpt, found.excerpt_why, found.page_due, found.page_tries) == (False, "", None, 0)
    assert (found.title, found.published, found.revision, found.fetched) == (
        held.title, held.published, 1, held.fetched,
    )  # fmt: skip
    run(store, NOW + 9 * HOUR)
    assert (asked(web), store.revisions(found.id)) == (2, ())


@pytest.mark.usefixtures("paper")
def test_nobody_is_asked_before_the_time_the_server_named(web: Web, store: Store) -> None:
    web.pages["/story"] = Page("", 429, {"Retry-After": "10800"})
    run(store, NOW)
    run(store, NOW + 2 * HOUR)
    assert asked(web) == 1
    run(store, NOW + 3 * HOUR)
    assert asked(web) == 2


@pytest.mark.usefixtures("paper")
def test_a_page_is_given_up_after_so_many_times_and_that_is_said(web: Web, store: Store) -> None:
    web.pages["/story"] = Page("", 500)
    for day in range(TRIES + 3):
        run(store, NOW + day * 24 * HOUR)
    assert asked(web) == TRIES
    assert only(store).excerpt_why == f"server error (HTTP 500); given up after {TRIES} times"


@pytest.mark.usefixtures("paper")
def test_a_page_that_is_gone_or_for_subscribers_is_not_asked_again(web: Web, store: Store) -> None:
    web.pages["/story"] = Page("", 404)
    run(store, NOW)
    run(store, NOW + 24 * HOUR)
    assert (asked(web), only(store).excerpt_why) == (1, "not found (HTTP 404)")


@pytest.mark.usefixtures("paper")
def test_an_entry_that_changes_meanwhile_is_asked_for_once(web: Web, store: Store) -> None:
    web.pages["/story"] = Page("", 500)
    run(store, NOW)
    web.pages["/feed"] = Page(rss(item(1, web.url("/story")).replace("1 boats", "one boat")))
    web.pages["/story"] = STORY
    run(store, NOW + HOUR)
    assert (asked(web), only(store).excerpt) == (2, False)


def test_no_page_is_asked_for_again_once_the_feed_shall_do_without(web: Web, store: Store, paper: Feed) -> None:
    web.pages["/story"] = Page("", 500)
    run(store, NOW)
    (feed,) = store.feeds()
    feed = Feed(feed.url, id=paper.id, full_text=FullText.NEVER)
    store.subscriptions.change([feed])
    run(store, NOW + HOUR)
    assert (asked(web), only(store).page_due) == (1, None)


@pytest.mark.usefixtures("paper")
def test_feeds_say_how_many_pages_they_lack(web: Web, store: Store) -> None:
    links = [item(n, web.url(f"/story/{n}")) for n in range(1, 4)]
    web.pages["/feed"] = Page(rss(*links))
    web.pages["/story/1"], web.pages["/story/2"], web.pages["/story/3"] = Page("", 500), Page("", 404), STORY
    run(store, NOW)
    (missing,) = store.pages.missing(NOW - 48 * HOUR).values()
    assert (missing.waiting, missing.lost) == (1, 1)


@pytest.mark.parametrize(
    ("error", "hours"),
    [
        (UnreachableError(URL, "the server hung up"), 4),
        (NotAskedError(URL, "not fetched"), 4),
        (AnswerError(URL, 500), 4),
        (AnswerError(URL, 429), 4),
        (AnswerError(URL, 503, "60"), 1 / 60),
        (AnswerError(URL, 403), None),
        (AnswerError(URL, 410), None),
        (FeedError(URL, "for subscribers only"), None),
    ],
    ids=str,
)
def test_only_what_may_pass_is_tried_again(error: FeedError, hours: float | None) -> None:
    assert due_again(error, 3, NOW) == (NOW + hours * HOUR if hours else None)
    assert due_again(error, TRIES, NOW) is None
