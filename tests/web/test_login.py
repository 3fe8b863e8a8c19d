"""A login goes to the origin it was given for, and is seen nowhere else."""

import base64
from collections.abc import AsyncIterator

import pytest

from digest.config.settings import Limits
from digest.errors import FeedError, without_login
from digest.model import Feed
from digest.web.fetch import Fetcher

from .server import Page, Web

LOGIN = "ann:s3cret"
HEADER = "Basic " + base64.b64encode(LOGIN.encode()).decode()


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(limits=Limits(timeout=1.0)) as opened:
        yield opened


def with_login(url: str) -> str:
    return url.replace("://", f"://{LOGIN}@")


@pytest.mark.parametrize("written", [True, False], ids=["in the address", "apart"])
async def test_a_login_is_sent_and_not_repeated_in_the_answer(web: Web, fetcher: Fetcher, written: bool) -> None:
    web.pages["/feed"] = Page("<rss/>")
    url = web.url("/feed")
    asked = with_login(url) if written else url
    response = await fetcher.fetch(asked, typed=url, login="" if written else LOGIN)
    assert web.asked[0][1]["authorization"] == HEADER
    assert (response.url, response.final_url) == (url, url)


async def test_a_redirect_carries_it_within_its_origin_only(web: Web, fetcher: Fetcher) -> None:
    with Web() as other:
        web.pages["/feed"] = Page("", 301, {"Location": "/new"})
        web.pages["/new"] = Page("", 301, {"Location": other.url("/feed")})
        other.pages["/feed"] = Page("<rss/>")
        with pytest.raises(FeedError, match="private address"):
            await fetcher.fetch(web.url("/feed"), typed=web.url("/feed"), login=LOGIN)
    assert [headers.get("authorization") for _, headers in web.asked] == [HEADER, HEADER]


async def test_another_origin_never_gets_it_and_never_becomes_the_address() -> None:
    with Web() as here, Web() as there:
        hosts = {"here.example": ("127.0.0.1", here.port), "there.example": ("127.0.0.1", there.port)}
        here.pages["/feed"] = Page("", 301, {"Location": "http://eve:x@there.example/feed"})
        there.pages["/feed"] = Page("<rss/>")
        async with Fetcher(hosts=hosts) as fetcher:
            response = await fetcher.fetch("http://here.example/feed", login=LOGIN)
        assert here.asked[0][1]["authorization"] == HEADER
        assert "authorization" not in there.asked[0][1]
        assert (response.moved_to, response.final_url) == ("", "http://there.example/feed")


async def test_a_refusal_says_what_became_of_the_login(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page("", 401)
    for url, words in ((web.url("/feed"), "wants a login"), (with_login(web.url("/feed")), "refuses the login")):
        with pytest.raises(FeedError) as caught:
            await fetcher.fetch(url, typed=url)
        assert words in caught.value.reason
        assert "s3cret" not in f"{caught.value!r} {caught.value} {caught.value.url}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://ann:s3cret@paper.example/feed", "https://paper.example/feed"),
        ("https://ann:s3/cr@et@paper.example:80/x", "https://paper.example:80/x"),
        ("https://paper.example/@ann/feed", "https://paper.example/@ann/feed"),
        ("https://paper.example:8080/@ann", "https://paper.example:8080/@ann"),
        ("redirects to 'http://a:b@c.example/' again", "redirects to 'http://c.example/' again"),
    ],
)
def test_no_error_holds_a_login(text: str, shown: str) -> None:
    assert without_login(text) == shown
    error = FeedError(text, text)
    assert (error.url, error.reason, str(error)) == (shown, shown, f"{shown}: {shown}")


def test_a_feed_keeps_its_login_apart_from_its_address() -> None:
    feed = Feed("https://ann:s3%40cret@paper.example/feed")
    assert (feed.url, feed.typed_login) == ("https://paper.example/feed", "ann:s3@cret")
    assert "cret" not in repr(feed)
