"""Proxies come from the environment, and the guard stands before them too."""

import base64

import pytest
from yarl import URL

from digest.errors import FeedError
from digest.web.fetch import Fetcher
from digest.web.proxy import Proxies

from .server import Page, Web


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def test_a_proxy_fetches_what_only_it_can_look_up(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"ann:s3cret@127.0.0.1:{web.port}")
    web.pages["http://quay-courier.invalid/feed"] = Page("<rss/>")
    async with Fetcher() as fetcher:
        assert (await fetcher.fetch("http://quay-courier.invalid/feed")).body == b"<rss/>"
    said = web.asked[0][1]
    assert said["proxy-authorization"] == "Basic " + base64.b64encode(b"ann:s3cret").decode()


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x", "http://2130706433/x", "http://[::1]/x", "http://10.1/x", "http://192.168.0.1/x"],
)
async def test_a_proxy_is_not_asked_for_private_addresses(
    web: Web, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("http_proxy", web.url("/"))
    async with Fetcher() as fetcher:
        with pytest.raises(FeedError, match="private address"):
            await fetcher.fetch(address)
    assert not web.asked


async def test_this_machine_and_the_hosts_left_out_go_without(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    web.pages["/feed"] = Page("<rss/>")
    async with Fetcher() as fetcher:
        assert (await fetcher.fetch(web.url("/feed"), typed=web.url("/"))).status == 200
    monkeypatch.setenv("NO_PROXY", "quay-courier.invalid, .example")
    assert Proxies().proxy_for(URL("http://quay-courier.invalid/")) is None
    assert Proxies().proxy_for(URL("http://www.paper.example:8000/")) is None
    assert Proxies().proxy_for(URL("http://paper.invalid/")) == URL("http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("proxy", "words"),
    [
        ("socks5://ann:s3cret@127.0.0.1:9", "HTTP_PROXY names no http proxy"),
        ("http://ann:s3cret@127.0.0.1:9", "cannot connect to the proxy"),
        ("http://ann:s3cret@:x", "HTTP_PROXY names no http proxy"),
    ],
)
async def test_a_proxy_that_does_not_serve_is_named_without_its_login(
    monkeypatch: pytest.MonkeyPatch, proxy: str, words: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    async with Fetcher() as fetcher:
        with pytest.raises(FeedError, match=words) as caught:
            await fetcher.fetch("http://quay-courier.invalid/feed")
    assert "s3cret" not in str(caught.value)
