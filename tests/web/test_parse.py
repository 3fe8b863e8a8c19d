"""Feeds of all formats to entries."""

import json
from datetime import UTC, datetime

import pytest

from digest.errors import FeedError
from digest.model import ParsedFeed, Response
from digest.web.feedbody import read_feed
from digest.web.parse import parse
from digest.web.workers import Workers

from .server import item, rss

NOW = datetime(2020, 8, 29, tzinfo=UTC)
URL = "http://quay-courier.example/feeds/all.xml"


def read(body: str | bytes) -> ParsedFeed:
    found = read_feed(body.encode() if isinstance(body, str) else body, URL, "", NOW)
    assert isinstance(found, ParsedFeed), found
    return found


def test_an_rss_item_becomes_an_entry() -> None:
    feed = read(rss(item(7, more="<category>Port</category>")))
    (entry,) = feed.entries
    assert (feed.title, feed.site, feed.language) == ("The Quay Courier", "http://quay-courier.example/", "en")
    assert (entry.key, entry.title, entry.url) == ("courier-7", "Harbour report 7", "http://quay-courier.example/7")
    assert (entry.summary, entry.tags) == ("The harbour counted 7 boats.", ("Port",))
    assert entry.published == datetime(2020, 8, 28, 6, tzinfo=UTC)


def test_an_atom_entry_with_the_whole_article_keeps_it_as_html() -> None:
    article = "<p>" + "The tide came in again. " * 60 + "</p>"
    feed = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title><entry><id>a1</id><title>Tide &amp; time</title>"
        "<link href='/tide'/><updated>2020-08-28T10:00:00+02:00</updated><author><name>Ada Moor</name></author>"
        f"<content type='html'>{article.replace('<', '&lt;')}</content></entry></feed>"
    )
    (entry,) = feed.entries
    assert (entry.title, entry.url, entry.authors) == ("Tide & time", "http://quay-courier.example/tide", ("Ada Moor",))
    assert entry.content.startswith("<p>")
    assert "<" not in entry.summary
    assert entry.published == entry.updated == datetime(2020, 8, 28, 8, tzinfo=UTC)


def test_a_json_feed_is_read_too() -> None:
    items = [
        {"id": 5, "url": "/five", "title": "Five < six", "content_html": "<p>Short <b>text</b></p>",
         "date_published": "2020-08-28T10:00:00Z", "authors": [{"name": "Bo"}], "tags": ["x", 3]},
        "no item",
    ]  # fmt: skip
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": items}))
    (entry,) = feed.entries
    assert (entry.key, entry.title, entry.summary) == ("5", "Five < six", "Short text")
    assert (entry.url, entry.authors, entry.tags, feed.lost) == ("http://quay-courier.example/five", ("Bo",), ("x",), 1)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("<!doctype html><html><head><title>Log in</title></head><body></body></html>", "an HTML page"),
        ("/etc/hosts", "plain text"),
        ("http://127.0.0.1/feed", "plain text"),
        ("{]", "JSON that cannot be read"),
        ("[" * 100_000, "JSON that cannot be read"),
        ('{"a": 1}', "no JSON Feed"),
        ("<opml version='2.0'><head/><body/></opml>", "list of feeds (OPML)"),
        ("<note>hello</note>", "XML of another kind, <note>"),
        ("\x1f\x8b\x08\x00binary", "binary data"),
    ],
)
def test_what_is_no_feed_is_named(body: str, words: str) -> None:
    found = read_feed(body.encode("latin-1"), URL, "", NOW)
    assert isinstance(found, str)
    assert words in found


@pytest.mark.parametrize("reference", ["&#x110000;", "&#xD800;", "&#27;", "&#99999999999;"])
def test_a_character_that_is_none_costs_no_entry(reference: str) -> None:
    feed = read(rss(item(1), item(2, more=f"<author>{reference}</author>"), item(3)))
    assert len(feed.entries) == 3


@pytest.mark.parametrize(
    "date", ["Thu, 32 Foo 2020 99:00:00", "0000-00-00", "99999-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "1950-01-01"]
)
def test_a_date_that_cannot_be_is_no_date(date: str) -> None:
    (entry,) = read(rss(f"<item><title>A</title><pubDate>{date}</pubDate></item>")).entries
    assert entry.published is None


def test_dates_in_other_languages_are_read() -> None:
    (entry,) = read(rss("<item><title>A</title><pubDate>Seg, 24 Ago 2020 19:42:40 -0300</pubDate></item>")).entries
    assert entry.published == datetime(2020, 8, 24, 22, 42, 40, tzinfo=UTC)


def test_an_entry_without_id_is_known_by_link_title_and_date() -> None:
    plain = "<item><title>{}</title><link>http://quay-courier.example/today</link></item>"
    feed = read(rss(plain.format("One"), plain.format("Two"), plain.format("One")))
    assert [entry.title for entry in feed.entries] == ["One", "Two"]
    assert read(rss(plain.format("One"))).entries[0].key == feed.entries[0].key


def test_an_id_that_a_feed_gives_to_several_articles_does_not_make_them_one() -> None:
    same = "<item><guid>x</guid><title>{}</title><link>http://quay-courier.example/{}</link></item>"
    assert len(read(rss(*(same.format(n, n) for n in range(5)))).entries) == 5


def test_only_web_links_stay() -> None:
    feed = read(rss(item(1, "javascript:alert(1)"), item(2, "file:///etc/hosts"), item(3, "../three?a=1&amp;b=2")))
    assert [entry.url for entry in feed.entries] == ["", "", "http://quay-courier.example/three?a=1&b=2"]


def test_a_link_that_no_server_would_take_is_left_out() -> None:
    link = f"http://quay-courier.example/{'a' * 10_000}"
    assert [entry.url for entry in read(rss(item(1, link), item(2))).entries] == ["", "http://quay-courier.example/2"]


def test_an_entry_whose_link_is_no_address_stays() -> None:
    links = ("http://xn--aaa.example/", "http://[::1", "http://paper.example:99999/", "http://" + "a" * 300 + "/")
    feed = read(rss(*(item(number, link) for number, link in enumerate(links))))
    assert len(feed.entries) == len(links)
    assert feed.lost == 0


def test_text_is_cleaned_and_markup_gone() -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Fish &amp;amp; chips\u200b\u202e&lt;/p&gt;"
    feed = read(rss(f"<item><title>Talks [/] \u202eresume\n\tnow</title><description>{hostile}</description></item>"))
    assert (feed.entries[0].title, feed.entries[0].summary) == ("Talks [/] resume now", "Fish & chips")


def test_of_an_endless_feed_the_newest_2000_are_taken() -> None:
    day = "<item><guid>{0}</guid><title>{0}</title><pubDate>{1:%a, %d %b %Y %H:%M} GMT</pubDate></item>"
    items = [day.format(n, datetime.fromtimestamp(1_500_000_000 + 3600 * n, UTC)) for n in range(4500)]
    feed = read(rss(*items))
    assert len(feed.entries) == 2000
    assert "4499" in {entry.key for entry in feed.entries}


async def test_a_feed_is_read_in_a_child_process(workers: Workers) -> None:
    response = Response(URL, URL, 200, (("content-type", "application/rss+xml"),), rss(item(1)).encode())
    assert [entry.key for entry in (await parse(response, workers, NOW)).entries] == ["courier-1"]


async def test_no_feed_is_an_error_that_names_what_came(workers: Workers) -> None:
    with pytest.raises(FeedError, match="not a feed: it is an HTML page"):
        await parse(Response(URL, URL, 200, body=b"<html></html>"), workers, NOW)


def test_what_a_library_raises_on_one_entry_costs_at_most_that_entry() -> None:
    broken = "<item><guid>b</guid><title>B</title><description>&lt;![C&gt; tide &lt;b</description></item>"
    assert [entry.key for entry in read(rss(item(1), broken, item(3))).entries] == ["courier-1", "b", "courier-3"]


def test_text_that_nothing_can_be_written_with_is_mended() -> None:
    words = " ".join(["tide"] * 300)
    items = [{"id": "1", "title": "Tide", "content_html": f"<p>\ud800 {words}</p>"}]
    (entry,) = read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})).entries
    assert "tide" in entry.content.encode().decode()
