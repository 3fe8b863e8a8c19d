"""newsboat's list of subscriptions, in."""

from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.web.newsboat import is_newsboat, read_newsboat

URLS = r"""# my feeds
https://a.example/feed "~The Anchor" sea "local \"news\""

https://b.example/feed tech ! "~Byte Weekly"
https://a.example/feed ships
"query:Unread:unread = \"yes\""
exec:~/bin/make-feed
"filter:~/bin/clean:https://c.example/feed"
file:///home/ann/feed.xml
"""


def test_tags_and_names_come_with_the_feeds(tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(URLS)
    found = read_newsboat(tmp_path / "urls")
    assert [(feed.url, feed.name, feed.tags) for feed in found.feeds] == [
        ("https://a.example/feed", "The Anchor", ("sea", 'local "news"', "ships")),
        ("https://b.example/feed", "Byte Weekly", ("tech",)),
    ]


def test_programs_searches_and_files_are_refused_by_line(tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(URLS)
    query, program, filtered, file = read_newsboat(tmp_path / "urls").refused
    assert query == 'line 6: query:Unread:unread = "yes": a search, not a feed'
    assert program == "line 7: exec:~/bin/make-feed: would run a program, which digest never does"
    assert filtered.startswith("line 8: filter:")
    assert file.startswith("line 9: file:///home/ann/feed.xml: only http and https")


def test_a_list_is_known_by_its_name() -> None:
    assert is_newsboat(Path("/home/ann/.newsboat/urls"))
    assert is_newsboat(Path("mine.urls"))
    assert not is_newsboat(Path("urls.txt"))


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02"])
def test_what_is_no_list_is_said(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "urls").write_bytes(body)
    with pytest.raises(DocumentError, match="urls: is"):
        read_newsboat(tmp_path / "urls")
    with pytest.raises(DocumentError, match="No such file"):
        read_newsboat(tmp_path / "missing")
