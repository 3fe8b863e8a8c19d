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


def test_the_article_that_changed_without_a_word_is_marked_and_its_changes_are_told(digest: Digest, home: Path) -> None:
    sample = ("--db", home / "demo.db")
    digest(*sample, "demo")
    (edited,) = (
        article for article in json.loads(digest(*sample, "search", "Osmere", "--json").out) if article["revision"] > 1
    )
    assert (edited["silent_edits"], edited["version_seen"]) == (1, "2020-08-29T06:00:00Z")
    assert "silently edited" in digest(*sample, "articles", "--story", edited["story"]).out
    assert "silently edited since first seen" in digest(*sample, "compare", edited["story"]).out
    shown = digest(*sample, "show", f"a{edited['id']}", "--revisions").out
    told = " ".join(shown.split())
    assert "Silently edited: this is version 2, first seen Sat 29 Aug 2020 06:00 UTC" in told
    assert "After version 1, seen Fri 28 Aug 2020 05:00 UTC." in told
    assert "[-Six-] {+Eleven+} people have been hurt" in told
    assert "Police moved people out of [-80-] {+120+} homes" in told
    assert "no firefighter was hurt, the fire service said.-]" in told
    (earlier,) = json.loads(digest(*sample, "show", f"a{edited['id']}", "--json").out)["revisions"]
    assert (earlier["silent"], earlier["updated"]) == (True, "2020-08-27T21:50:00Z")
    assert "No edit was seen." in digest(*sample, "show", "a1", "--revisions").out
