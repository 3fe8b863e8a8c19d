"""`digest demo` without a terminal: the whole pipeline on the sample outlets, and the same digest each time."""

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from .conftest import Digest


def test_the_demo_prints_a_digest_and_leaves_nothing_behind(digest: Digest, home: Path) -> None:
    shown = digest("demo")
    assert (shown.code, shown.err) == (0, "Taking in sample articles from invented outlets …\n")
    assert shown.lines[1] == "title: News digest of sample articles"
    assert "Belarus" in next(line for line in shown.lines if line.startswith("## 1. "))
    for section in ("**Agreed**", "**Differs**", "**Quotes**", "**Timeline**", "**Sources**"):
        assert section in shown.lines
    hrefs = [
        str(child.attrs["href"])
        for token in MarkdownIt("commonmark").parse(shown.out.split("---\n", 2)[2])
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert len(hrefs) > 30
    assert all(".example/" in href or href.startswith("#") for href in hrefs)
    assert list(home.iterdir()) == []


def test_a_demo_in_a_named_database_stays_and_is_the_same_again(digest: Digest, home: Path) -> None:
    first = digest("--db", home / "demo.db", "demo").out
    again = digest("--db", home / "demo.db", "demo").out
    assert first == again
    stories = json.loads(digest("--db", home / "demo.db", "stories", "--min-outlets", 2, "--json").out)
    assert len(stories) >= 6
    feeds = json.loads(digest("--db", home / "demo.db", "feeds", "--json").out)
    assert len(feeds) == 7
    assert not any(feed["error"] for feed in feeds)
    articles = json.loads(digest("--db", home / "demo.db", "articles", "--json").out)
    assert any(article["revision"] > 1 for article in articles)
    assert any(article["excerpt"] for article in articles)


@pytest.mark.usefixtures("filled")
def test_a_demo_does_not_mix_with_other_news_unless_that_is_wanted(digest: Digest, home: Path) -> None:
    refused = digest("--db", home / "digest.db", "demo")
    assert (refused.code, refused.out) == (2, "")
    assert "holds other news already" in refused.err
    assert len(json.loads(digest("articles", "--json").out)) == 4
