"""One request: limits, redirects, validators, reasons in words."""

import gzip
import time
from collections.abc import AsyncIterator

import pytest

from digest.config.settings import Limits
from digest.errors import FeedError
from digest.web.answer import AnswerError
from digest.web.decode import Body
from digest.web.fetch import PAGES, Fetcher

from .server import Handler, Page, Web


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(limits=Limits(timeout=1.0, feed_mib=1)) as opened:
        yield opened


async def test_an_answer_comes_whole_with_its_headers(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page("<rss/>", headers={"Content-Type": "application/rss+xml"}, etag='"1"')
    url = web.url("/feed")
    response = await fetcher.fetch(url, typed=url)
    assert (response.status, response.body, response.header("content-type")) == (200, b"<rss/>", "application/rss+xml")
    assert response.header("etag") == '"1"'
    assert web.asked[0][1]["user-agent"].startswith("digest/")
    assert web.asked[0][1]["accept-encoding"] == "gzip"


async def test_validators_are_sent_and_a_304_has_no_body(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page("<rss/>", etag='"1"')
    url = web.url("/feed")
    response = await fetcher.fetch(url, typed=url, etag='"1"', last_modified="Fri, 28 Aug 2020 12:00:00 GMT")
    assert (response.status, response.body) == (304, b"")
    assert web.asked[0][1]["if-modified-since"] == "Fri, 28 Aug 2020 12:00:00 GMT"


async def test_gzip_is_unpacked(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page(gzip.compress(b"a" * 5000), headers={"Content-Encoding": "gzip"})
    assert (await fetcher.fetch(web.url("/feed"), typed=web.url("/"))).body == b"a" * 5000


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (Page(gzip.compress(b"a" * 2_000_000), headers={"Content-Encoding": "gzip"}), "larger than"),
        (Page(b"a" * 2_000_000), "larger than"),
        (Page(b"a", headers={"Content-Encoding": "br"}), "encoding nobody asked for: br"),
        (Page(b"a", headers={"Content-Encoding": "gzip, gzip"}), "encoding nobody asked for"),
        (Page(b"abc", headers={"Content-Encoding": "gzip"}), "cannot be read"),
        (Page(gzip.compress(b"a" * 50_000)[:60], headers={"Content-Encoding": "gzip"}), "cut off"),
        (Page(b"", 404), "not found (HTTP 404)"),
        (Page(b"<rss/>", 500), "server error (HTTP 500)"),
        (Page(b"", 302), "redirects to nowhere"),
        (Page(b"", 302, {"Location": "/feed"}), "redirects more than 5 times"),
        (Page(b"", 302, {"Location": "file:///etc/hosts"}), "only http and https"),
        (Page(b"", 302, {"Location": "http://127.0.0.1:1/"}), "a private address you did not type"),
        (Page(b"", 302, {"Location": "http://2130706433:1/"}), "a private address you did not type"),
    ],
)
async def test_what_cannot_be_taken_is_a_reason_in_words(web: Web, fetcher: Fetcher, page: Page, words: str) -> None:
    web.pages["/feed"] = page
    with pytest.raises(FeedError) as caught:
        await fetcher.fetch(web.url("/feed"), typed=web.url("/feed"))
    assert words in caught.value.reason


async def test_pages_have_a_limit_of_their_own(web: Web) -> None:
    web.pages["/story"] = Page(b"a" * 2_000_000)
    async with Fetcher(limits=Limits(page_mib=1)) as fetcher:
        assert len((await fetcher.fetch(web.url("/story"), typed=web.url("/"))).body) == 2_000_000
        with pytest.raises(FeedError, match="larger than 1 MiB"):
            await fetcher.fetch(web.url("/story"), typed=web.url("/"), accept=PAGES)


async def test_a_bomb_is_stopped_while_it_unpacks(web: Web) -> None:
    body = Body("http://a.example/", "gzip", limit=1_000_000)
    with pytest.raises(FeedError):
        body.feed(gzip.compress(b" " * 50_000_000))


async def test_only_permanent_redirects_move_the_address(web: Web, fetcher: Fetcher) -> None:
    web.pages["/old"] = Page(b"", 301, {"Location": "/new"})
    web.pages["/new"] = Page(b"", 302, {"Location": "/today"})
    web.pages["/today"] = Page(b"<rss/>")
    response = await fetcher.fetch(web.url("/old"), typed=web.url("/old"))
    assert response.moved_to == web.url("/new")
    assert response.final_url == web.url("/today")


async def test_a_refusal_says_when_to_come_back(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page(b"", 429, {"Retry-After": "120"})
    with pytest.raises(AnswerError) as caught:
        await fetcher.fetch(web.url("/feed"), typed=web.url("/feed"))
    assert (caught.value.status, caught.value.retry_after) == (429, "120")


async def test_a_server_that_dribbles_meets_the_deadline(web: Web) -> None:
    def dribble(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.02)
        except OSError:
            return

    web.pages["/feed"] = Page(raw=dribble)
    async with Fetcher(limits=Limits(timeout=0.2)) as fetcher:
        with pytest.raises(FeedError, match="no complete answer within"):
            await fetcher.fetch(web.url("/feed"), typed=web.url("/feed"))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"SSH-2.0-OpenSSH\r\n", "does not speak HTTP"),
        (b"", "hung up"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<rss>", "cut off"),
    ],
)
async def test_an_answer_that_is_no_http_is_named(web: Web, fetcher: Fetcher, answer: bytes, words: str) -> None:
    def speak(handler: Handler) -> None:
        handler.wfile.write(answer)

    web.pages["/feed"] = Page(raw=speak)
    with pytest.raises(FeedError) as caught:
        await fetcher.fetch(web.url("/feed"), typed=web.url("/feed"))
    assert words in caught.value.reason


async def test_a_server_that_is_not_there_is_asked_once(web: Web) -> None:
    with Web() as gone:
        url = gone.url("/feed")
    async with Fetcher() as fetcher:
        for _ in range(2):
            with pytest.raises(FeedError, match="cannot connect"):
                await fetcher.fetch(url, typed=url)
