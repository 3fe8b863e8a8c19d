"""Feeds found from a site's address."""

import pytest

from digest.errors import FeedError
from digest.web.discover import discover
from digest.web.fetch import Fetcher

from .server import Page, Web, item, rss

HEAD = """<html><head><link rel="stylesheet" href="/a.css">
<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">
<link rel="Alternate" type="application/atom+xml; charset=utf-8" href="http://b.example/atom">
<link rel="alternate" type="application/rss+xml" href="javascript:x">
<link rel="alternate" hreflang="de" href="/de"></head>"""


async def test_the_feeds_a_page_names_are_found(web: Web) -> None:
    web.pages["/"] = Page(HEAD)
    async with Fetcher() as fetcher:
        feeds = await discover(web.url("/"), fetcher)
    assert [(feed.url, feed.title) for feed in feeds] == [(web.url("/news.xml"), "News"), ("http://b.example/atom", "")]


async def test_a_feed_is_its_own_answer(web: Web) -> None:
    web.pages["/feed"] = Page(rss(item(1)))
    async with Fetcher() as fetcher:
        assert [feed.url for feed in await discover(web.url("/feed"), fetcher)] == [web.url("/feed")]


async def test_where_a_page_names_none_the_usual_addresses_are_tried(web: Web) -> None:
    web.pages["/about"] = Page("<html><body>Hello</body></html>")
    web.pages["/rss.xml"] = Page(rss(item(1)))
    async with Fetcher() as fetcher:
        assert [feed.url for feed in await discover(web.url("/about"), fetcher)] == [web.url("/rss.xml")]
        del web.pages["/rss.xml"]
        assert await discover(web.url("/about"), fetcher) == ()


async def test_an_address_that_does_not_answer_is_an_error(web: Web) -> None:
    async with Fetcher() as fetcher:
        with pytest.raises(FeedError):
            await discover(web.url("/none"), fetcher)
