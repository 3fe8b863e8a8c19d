"""Which addresses may be dialled."""

import pytest
from yarl import URL

from digest.errors import FeedError
from digest.web.guard import is_public, origin, web_url
from digest.web.resolve import CheckedResolver


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_public_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_any_other_address_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "text",
    ["file:///etc/hosts", "ftp://a.example/", "javascript:alert(1)", "/feed.xml", "http://", "http://a.example:x/", "",
     "http://a.example/\r\nX: y", "http://[::1/", "http://xn--aaa.example/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(FeedError):
        web_url(text)


def test_a_relative_link_is_read_against_its_page() -> None:
    assert str(web_url("../b.xml#top", URL("http://a.example/x/y"))) == "http://a.example/b.xml"


async def test_a_private_address_is_reached_only_at_the_very_origin_that_was_typed() -> None:
    resolver = CheckedResolver()
    typed = origin(URL("http://127.0.0.1:8000/feed"))
    await resolver.route(URL("http://127.0.0.1:8000/other"), typed)
    for elsewhere in ("http://127.0.0.1:8001/", "http://127.1:8000/", "http://2130706433:8000/", "http://[::1]:8000/"):
        with pytest.raises(FeedError):
            await resolver.route(URL(elsewhere), typed)


async def test_a_mapped_host_leads_where_it_is_told() -> None:
    resolver = CheckedResolver({"quay-courier.example": ("127.0.0.1", 8123)})
    found = await resolver.route(URL("http://quay-courier.example/"), None)
    assert (found.addresses, found.port) == (("127.0.0.1",), 8123)
