"""Feeds over HTTP into the store: what is stored, what is asked again, what a bad one costs."""

import threading
from datetime import UTC, datetime, timedelta

from digest.config.settings import Limits
from digest.ingest.feeds import Network, ingest
from digest.model import Feed, FullText, Outcome, OutcomeStatus, Provenance
from digest.store import Store

from ..web.server import Handler, Page, Web, item, rss

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
QUICK = Network(limits=Limits(timeout=2.0, workers=1))
ARTICLE = "".join(
    f"<p>The harbour of Port Ansel counted {n} boats on Friday, which the harbour master called a record.</p>"
    for n in range(5)
)


def add(store: Store, web: Web, *paths: str, full_text: FullText = FullText.NEVER) -> None:
    for path in paths:
        store.add_feed(Feed(web.url(path), full_text=full_text))


def run(store: Store, now: datetime = NOW, *, force: bool = False) -> list[Outcome]:
    return list(ingest(store, store.feeds(), now=now, force=force, network=QUICK))


def test_what_a_feed_holds_is_stored(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1), item(2)))
    add(store, web, "/feed")
    (outcome,) = run(store)
    assert (outcome.status, outcome.title, outcome.new) == (OutcomeStatus.OK, "The Quay Courier", 2)
    article = store.articles()[0]
    assert (article.title, article.outlet, article.language) == ("Harbour report 2", "The Quay Courier", "en")
    assert (article.text, article.excerpt, article.excerpt_why) == ("The harbour counted 2 boats.", True, "not fetched")
    assert store.last_run() is not None


def test_what_was_taken_in_without_stories_is_grouped_by_the_next_run(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)), etag='"1"')
    add(store, web, "/feed")
    list(ingest(store, store.feeds(), now=NOW, stories=False, network=QUICK))
    assert (len(store.articles()), len(store.search("harbour")), len(store.stories())) == (1, 1, 0)
    run(store)
    assert len(store.stories()) == 1


def test_from_the_second_run_on_an_unchanged_feed_costs_no_body(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)), etag='"1"')
    add(store, web, "/feed")
    run(store)
    assert [outcome.status for outcome in run(store)] == [OutcomeStatus.UNCHANGED]
    assert web.asked[1][1]["if-none-match"] == '"1"'


def test_unchanged_is_no_answer_to_a_first_question(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page("", 304)
    add(store, web, "/feed")
    (outcome,) = run(store)
    assert outcome.error == "says that nothing has changed, before it was ever read (HTTP 304)"


def test_a_body_that_is_the_same_is_not_read_again(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    add(store, web, "/feed")
    run(store)
    assert [outcome.status for outcome in run(store)] == [OutcomeStatus.UNCHANGED]


def test_an_edited_entry_is_the_same_article_with_its_earlier_version_kept(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1), item(2)))
    add(store, web, "/feed")
    run(store)
    web.pages["/feed"] = Page(rss(item(1).replace("1 boats", "one boat"), item(2), item(3)))
    (outcome,) = run(store)
    assert (outcome.new, outcome.changed) == (1, 1)
    (edited,) = (article for article in store.articles() if article.revision == 2)
    assert edited.text == "The harbour counted one boat."
    assert store.revisions(edited.id)[0].text == "The harbour counted 1 boats."


def test_one_bad_feed_never_stops_the_others(web: Web, store: Store) -> None:
    web.pages["/good"] = Page(rss(item(1)))
    web.pages["/page"] = Page("<html><title>Log in</title></html>")
    web.pages["/down"] = Page("", 500)
    add(store, web, "/page", "/down", "/none", "/good")
    outcomes = {outcome.url: outcome for outcome in run(store)}
    assert outcomes[web.url("/good")].new == 1
    assert outcomes[web.url("/page")].error == "not a feed: it is an HTML page"
    assert outcomes[web.url("/down")].error == "server error (HTTP 500)"
    assert outcomes[web.url("/none")].error == "not found (HTTP 404)"
    failed = store.feed(web.url("/page"))
    assert failed is not None
    assert (failed.failures, failed.error) == (1, "not a feed: it is an HTML page")


def test_a_feed_that_answers_again_is_well_again(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page("", 500)
    add(store, web, "/feed")
    run(store)
    web.pages["/feed"] = Page(rss(item(1)))
    run(store)
    feed = store.feed(web.url("/feed"))
    assert feed is not None
    assert (feed.failures, feed.error) == (0, "")


def test_a_feed_is_left_alone_as_long_as_its_server_asks(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1)), headers={"Cache-Control": "max-age=3600"})
    add(store, web, "/feed")
    run(store)
    run(store, NOW + timedelta(minutes=30))
    assert len(web.asked) == 1
    run(store, NOW + timedelta(minutes=30), force=True)
    run(store, NOW + timedelta(hours=2))
    assert len(web.asked) == 3


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(web: Web, store: Store) -> None:
    web.pages["/old"] = Page("", 301, {"Location": "/new"})
    web.pages["/new"] = Page(rss(item(1)))
    add(store, web, "/old")
    run(store)
    assert [feed.url for feed in store.feeds()] == [web.url("/new")]


def test_the_page_behind_an_entry_gives_the_text(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1, web.url("/story"))))
    web.pages["/story"] = Page(f"<html><body><article>{ARTICLE}</article></body></html>")
    add(store, web, "/feed", full_text=FullText.AUTO)
    run(store)
    (article,) = store.articles()
    assert not article.excerpt
    assert article.text.startswith("The harbour of Port Ansel counted 0 boats")
    assert article.published_from is Provenance.FEED


def test_a_feed_that_carries_the_article_is_not_asked_for_its_page(web: Web, store: Store) -> None:
    body = f"<content:encoded><![CDATA[{ARTICLE * 4}]]></content:encoded>"
    feed = rss(item(1, web.url("/story"), body))
    space = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
    web.pages["/feed"] = Page(feed.replace("<rss version='2.0'>", space))
    add(store, web, "/feed", full_text=FullText.AUTO)
    run(store)
    assert web.paths() == ["/feed"]
    assert not store.articles()[0].excerpt


def test_a_page_that_gives_no_article_leaves_an_excerpt_that_says_why(web: Web, store: Store) -> None:
    links = {1: web.url("/none"), 2: web.url("/wall"), 3: "http://127.0.0.1:9/private", 4: "ftp://a.example/x"}
    web.pages["/feed"] = Page(rss(*(item(number, link) for number, link in links.items())))
    wall = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    web.pages["/wall"] = Page(f"<html><head>{wall}</head><body><p>Subscribe to read on.</p></body></html>")
    add(store, web, "/feed", full_text=FullText.AUTO)
    run(store)
    why = {article.key: article.excerpt_why for article in store.articles()}
    assert why == {
        "courier-1": "not found (HTTP 404)",
        "courier-2": "for subscribers only",
        "courier-3": "leads to 127.0.0.1, which is a private address you did not type",
        "courier-4": "the entry has no link",
    }
    assert all(article.excerpt and article.text for article in store.articles())


def test_a_site_that_never_answers_is_given_up_after_a_few_pages(web: Web, store: Store) -> None:
    pages = 40
    hold = threading.Event()

    def never(handler: Handler) -> None:
        hold.wait(20)

    web.pages["/feed"] = Page(rss(*(item(number, web.url(f"/story/{number}")) for number in range(pages))))
    for number in range(pages):
        web.pages[f"/story/{number}"] = Page(raw=never)
    add(store, web, "/feed", full_text=FullText.AUTO)
    (outcome,) = ingest(store, store.feeds(), now=NOW, network=Network(limits=Limits(timeout=0.3, workers=1)))
    hold.set()
    assert outcome.new == pages
    assert sum(path.startswith("/story") for path in web.paths()) < 10
    assert {article.excerpt_why for article in store.articles()} == {
        "no complete answer within 0.3 s; asked again later",
        "not fetched: the site does not answer; asked again later",
    }


def test_several_feeds_of_one_domain_are_one_outlet(web: Web, store: Store) -> None:
    site = "http://quaycourier.example/"
    web.pages["/a"] = Page(rss(item(1), title="News | Quay Courier", site=site))
    web.pages["/b"] = Page(rss(item(2), title="Sport", site=site))
    add(store, web, "/a")
    run(store)
    add(store, web, "/b")
    run(store)
    assert {article.outlet for article in store.articles()} == {"Quay Courier"}


def test_an_entry_without_a_date_counts_from_when_it_came(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss("<item><title>Fog</title></item>"))
    add(store, web, "/feed")
    run(store)
    (article,) = store.articles()
    assert (article.published, article.published_from, article.when) == (None, Provenance.FETCHED, NOW)


def test_a_run_that_is_broken_off_keeps_what_was_stored(web: Web, store: Store) -> None:
    for path in ("/a", "/b", "/c"):
        web.pages[path] = Page(rss(item(1, f"http://quay-courier.example{path}")))
    add(store, web, "/a", "/b", "/c")
    outcomes = ingest(store, store.feeds(), now=NOW, network=QUICK)
    next(outcomes)
    del outcomes  # as ctrl+c would
    stored = len(store.articles())
    assert 1 <= stored < 3
    assert sum(outcome.new for outcome in run(store)) == 3 - stored


def test_the_address_that_gave_the_text_is_kept_beside_the_one_that_was_asked(web: Web, store: Store) -> None:
    web.pages["/feed"] = Page(rss(item(1, web.url("/short"))))
    web.pages["/short"] = Page("", 302, {"Location": "/long"})
    web.pages["/long"] = Page(f"<html><body><article>{ARTICLE}</article></body></html>")
    add(store, web, "/feed", full_text=FullText.ALWAYS)
    run(store)
    (article,) = store.articles()
    assert (article.url, article.reached, article.excerpt) == (web.url("/short"), web.url("/long"), False)
