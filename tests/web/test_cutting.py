"""Items that were read before are cut out, and nothing else changes."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from digest.model import ParsedFeed
from digest.web.cutting import cut
from digest.web.feedbody import read_feed

from .server import item, rss

NOW = datetime(2020, 8, 29, tzinfo=UTC)
URL = "http://quay-courier.example/feeds/all.xml"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'>{}<link href='http://quay-courier.example/'/></feed>"
ENTRY = "<entry xml:lang='de'><id>e{0}</id><title>Über {0} &lt; 9</title><link href='{0}'/><summary>s</summary></entry>"


def read(body: str, known: bytes = b"") -> ParsedFeed:
    found = read_feed(body.encode(), URL, "", NOW, known)
    assert isinstance(found, ParsedFeed), found
    return found


def an_rss(*numbers: int) -> str:
    return rss(*(item(n, more="<![CDATA[</item> <item>]]>") for n in numbers))


def an_atom(*numbers: int) -> str:
    return ATOM.format("\n".join(ENTRY.format(n) for n in numbers))


@pytest.mark.parametrize("make", [an_rss, an_atom])
def test_only_new_items_are_read_and_they_read_the_same(make: Callable[..., str]) -> None:
    before = read(make(1, 2, 3))
    after = read(make(4, 1, 2, 3), before.items)
    whole = read(make(4, 1, 2, 3))
    assert [entry.key for entry in after.entries] == [whole.entries[0].key]
    assert after.entries[0] == whole.entries[0]
    assert (after.title, after.site, after.items) == (whole.title, whole.site, whole.items)


def test_an_edited_item_is_new() -> None:
    before = read(rss(item(1), item(2)))
    assert [e.key for e in read(rss(item(1, more=" "), item(2)), before.items).entries] == ["courier-1"]


def test_items_are_new_when_what_is_around_them_means_something_else() -> None:
    before = read(ATOM.format(ENTRY.format(1)))
    assert len(read(ATOM.replace("/a/", "/b/").format(ENTRY.format(1)), before.items).entries) == 1


def test_items_that_share_an_id_or_an_address_stay_together() -> None:
    same_link = [item(n, "http://quay-courier.example/today") for n in range(3)]
    same_id = [item(n).replace(f"courier-{n}", "courier") for n in range(3, 6)]
    feed = rss(*same_link, *same_id, item(7))
    assert len(read(feed, read(feed).items).entries) == 6


@pytest.mark.parametrize(
    "body",
    [
        rss(item(1), item(2)) + "<",
        rss(item(1), item(2)).replace("<?xml version='1.0' encoding='utf-8'?>", "<!DOCTYPE rss>"),
        rss(item(1), item(2, more="&nbsp;")),
        rss(item(1), "<item>" + item(2) + "</item>"),
        rss(item(1), "<item/>"),
    ],
    ids=["cut off", "document type", "undeclared entity", "nested", "empty"],
)
def test_what_cannot_be_told_apart_for_certain_is_read_whole(body: str) -> None:
    assert cut(body.encode(), b"", 2000) == (body.encode(), b"")


def test_other_encodings_and_endless_feeds_are_read_whole() -> None:
    body = rss(item(1), item(2, more="é"))
    assert cut(body.encode("latin-1"), b"", 2000)[1] == b""
    assert cut(body.replace("utf-8", "utf-16").encode("utf-16"), b"", 2000)[1] == b""
    assert cut(body.replace("utf-8", "nonsense").encode(), b"", 2000)[1] == b""
    assert cut(body.encode(), b"", 1)[1] == b""


@pytest.mark.parametrize(
    ("inside", "seconds"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl> 99999999 </ttl>", 86400),
        ("<ttl>soon</ttl>", 0),
        ("<ttl>-5</ttl>", 0),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3600),
        ("<sy:updatePeriod>now and then</sy:updatePeriod>", 0),
        ("<ttl>5</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 300),
    ],
)
def test_a_feed_says_how_long_it_stays_fresh(inside: str, seconds: int) -> None:
    body = rss(inside, item(1)).replace("<rss ", "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' ")
    assert read(body).ttl == seconds
