"""Subscriptions in and out."""

from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.model import Feed
from digest.web.opml import parse_opml, read_opml, write_opml


def test_what_is_written_is_read_again() -> None:
    feeds = (
        Feed("http://a.example/feed?x=1&y=2", title='Quay "Courier" <&>', site="http://a.example/"),
        Feed("https://b.example/feed", title="Tidings"),
    )
    assert parse_opml(write_opml(feeds).encode(), "feeds.opml") == feeds


def test_nested_outlines_are_found_and_what_is_no_web_address_left_out() -> None:
    body = b"""<opml version="1.0"><body><outline text="News"><outline text="A" xmlUrl="http://a.example/"/>
    <outline text="A again" xmlUrl="http://a.example/"/><outline xmlUrl="file:///etc/hosts"/>
    <outline xmlUrl="exec:rm -rf"/><outline text="no address"/></outline></body></opml>"""
    assert [feed.url for feed in parse_opml(body, "x")] == ["http://a.example/"]


def test_no_file_is_read_on_the_documents_word(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    body = f"""<!DOCTYPE o [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]><opml><body>
    <outline text="A" xmlUrl="http://a.example/">&e;</outline></body></opml>"""
    assert "secret" not in str(parse_opml(body.encode(), "x"))


@pytest.mark.parametrize("body", [b"", b"hello", b"<html></html>", b"\x00\x01"])
def test_what_is_no_opml_is_said_in_one_line(body: bytes) -> None:
    with pytest.raises(DocumentError, match="not an OPML file"):
        parse_opml(body, "feeds.opml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        read_opml(tmp_path / "none.opml")
