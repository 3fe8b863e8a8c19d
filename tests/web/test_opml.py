"""Subscriptions in and out."""

from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.model import Feed
from digest.web.opml import parse_opml, read_opml, write_opml
from digest.web.subscriptions import Subscriptions


def test_what_is_written_is_read_again() -> None:
    feeds = (
        Feed("http://a.example/feed?x=1&y=2", title='Quay "Courier" <&>', site="http://a.example/"),
        Feed("https://b.example/feed", title="Tidings"),
        Feed("https://c.example/feed", title="Sea", tags=("World", "sea & shore")),
    )
    assert parse_opml(write_opml(feeds).encode(), "feeds.opml") == Subscriptions(feeds)


def test_nested_outlines_are_found_and_what_is_no_web_address_left_out() -> None:
    body = b"""<opml version="1.0"><body><outline text="News"><outline text="A" xmlUrl="http://a.example/"/>
    <outline text="A again" xmlUrl="http://a.example/"/><outline xmlUrl="file:///etc/hosts"/>
    <outline xmlUrl="exec:rm -rf"/><outline text="no address"/></outline></body></opml>"""
    found = parse_opml(body, "x")
    assert [(feed.url, feed.tags) for feed in found.feeds] == [("http://a.example/", ("News",))]
    assert len(found.refused) == 2
    assert "exec:rm -rf: would run a program, which digest never does" in found.refused[1]


def test_no_file_is_read_on_the_documents_word(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    body = f"""<!DOCTYPE o [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]><opml><body>
    <outline text="A" xmlUrl="http://a.example/">&e;</outline></body></opml>"""
    assert "secret" not in str(parse_opml(body.encode(), "x"))


def test_nested_outlines_and_categories_become_tags() -> None:
    body = b"""<opml version="2.0"><body><outline text="World"><outline text="Sea, far">
    <outline text="A" xmlUrl="http://a.example/" category="/world/boats,trade"/></outline></outline>
    <outline text="Local"><outline text="A" xmlUrl="http://a.example/"/></outline></body></opml>"""
    (feed,) = parse_opml(body, "x").feeds
    assert feed.tags == ("World", "Sea far", "boats", "trade", "Local")


def test_a_list_that_is_cut_off_gives_nothing() -> None:
    whole = b"<opml version='2.0'><body>" + b"<outline text='A' xmlUrl='http://a.example/'/>" * 3
    with pytest.raises(DocumentError, match=r"cut off or damaged, line 1 .*nothing was taken from it"):
        parse_opml(whole, "feeds.opml")


def test_a_login_that_comes_with_a_list_is_refused_and_never_repeated() -> None:
    body = b"<opml><body><outline text='A' xmlUrl='https://ann:s3cret@a.example/f'/></body></opml>"
    found = parse_opml(body, "x")
    assert found.feeds == ()
    assert "https://a.example/f: holds a login" in found.refused[0]
    assert "s3cret" not in str(found)


def test_a_feed_with_a_filter_is_taken_without_it() -> None:
    body = b"<opml><body><outline text='A' xmlUrl='https://a.example/f' filtercmd='rm -rf x'/></body></opml>"
    found = parse_opml(body, "x")
    assert [feed.url for feed in found.feeds] == ["https://a.example/f"]
    assert "its filter is a program" in found.refused[0]


@pytest.mark.parametrize("body", [b"", b"hello", b"<html></html>", b"\x00\x01"])
def test_what_is_no_opml_is_said_in_one_line(body: bytes) -> None:
    with pytest.raises(DocumentError, match="not an OPML file"):
        parse_opml(body, "feeds.opml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        read_opml(tmp_path / "none.opml")


def test_groups_and_categories_beyond_reason_are_left_out_and_the_order_stays() -> None:
    groups = "".join(f"<outline text='g{n}'>" for n in range(60))
    many = ",".join(f"c{n}" for n in range(60))
    body = (
        f"<opml><body><outline xmlUrl='https://a.example/'/>{groups}<outline xmlUrl='https://b.example/'/>"
        f"<outline xmlUrl='https://c.example/' category='{many}'/>{'</outline>' * 60}</body></opml>"
    )
    a, b, c = parse_opml(body.encode(), "x").feeds
    assert (a.url, b.url, c.url) == ("https://a.example/", "https://b.example/", "https://c.example/")
    assert b.tags == tuple(f"g{n}" for n in range(50))
    assert len(c.tags) == 100
