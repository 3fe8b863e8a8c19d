"""`digest feeds`, `outlet` and `opml`: subscriptions with their health, changed by hand, and out again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.model import Article, Feed, FeedAnswer
from digest.store import Store

from .conftest import Digest

PAPER = "https://paper.example/feed"
WIRE = "https://wire.example/feed"
NOW = datetime.now(UTC)


@pytest.fixture
def fed(home: Path) -> Path:
    """A database with two feeds: one that brings two articles a week, one that failed twice."""
    path = home / "digest.db"
    with Store(path) as store:
        paper = store.add_feed(Feed(PAPER, title="The Paper | News", outlet="The Paper", tags=("local", "sea")))
        articles = [
            Article(
                str(n), "The Paper", f"Report {n}", "Text.", NOW, published=NOW - timedelta(days=n), feed_id=paper.id
            )
            for n in range(8)
        ]
        articles[1] = replace(articles[1], excerpt=True, page_tries=1, page_due=NOW)
        articles[2] = replace(articles[2], excerpt=True, page_tries=1)
        articles[3] = replace(articles[3], excerpt=True, page_tries=5)
        store.save(FeedAnswer(replace(paper, checked=NOW, answered=NOW), tuple(articles)))
        wire = store.add_feed(Feed(WIRE, title="Wire"))
        store.save(FeedAnswer(replace(wire, checked=NOW, failures=2, error="not found (HTTP 404)")))
    return path


def listed(digest: Digest) -> dict[str, Mapping[str, object]]:
    return {feed["url"]: feed for feed in json.loads(digest("feeds", "--json").out)}


@pytest.mark.usefixtures("fed")
def test_feeds_are_listed_with_their_health(digest: Digest) -> None:
    lines = digest("feeds").lines
    assert lines[:2] == ["   1  The Paper | News", f"      {PAPER}"]
    assert lines[2].startswith("      ok · checked ")
    assert "2 articles a week" in " ".join(lines[2:5])
    assert "1 page to ask for again · 2 pages not to be had" in " ".join(line.strip() for line in lines[2:5])
    assert "#local #sea" in " ".join(lines[2:5])
    assert "      failed, 2 times in a row: not found (HTTP 404)" in lines
    shown = listed(digest)
    assert (shown[PAPER]["weekly"], shown[WIRE]["failures"]) == (2.0, 2)


@pytest.mark.usefixtures("fed")
def test_a_feed_is_renamed_paused_resumed_and_removed_by_number_or_address(digest: Digest) -> None:
    assert digest("feeds", "rename", 1, "My Paper").err == f"{PAPER} is now My Paper\n"
    assert digest("feeds", "pause", PAPER, 2).code == 0
    assert digest("feeds").lines[0] == "   1  My Paper"
    assert all(feed["paused"] for feed in listed(digest).values())
    assert "All feeds are paused" in digest("ingest").err
    assert digest("feeds", "resume", 1).err == f"Resumed {PAPER}\n"
    assert listed(digest)[PAPER]["paused"] is False
    assert "its articles stay" in digest("feeds", "remove", PAPER).err
    assert list(listed(digest)) == [WIRE]
    assert len(json.loads(digest("articles", "--json").out)) == 8


@pytest.mark.usefixtures("fed")
def test_options_are_set_and_the_others_stay(digest: Digest) -> None:
    digest("feeds", "set", 1, "--interval", "2h", "--full-text", "never", "--timeout", "5")
    said = digest("feeds", "set", 1, "--tags", "sea, harbour")
    assert said.err == f"{PAPER}: full text never, at most every 2:00:00, timeout 5 s, tags sea, harbour\n"
    feed = listed(digest)[PAPER]
    assert (feed["interval"], feed["timeout"], feed["tags"]) == (7200, 5.0, ["sea", "harbour"])


@pytest.mark.usefixtures("fed")
def test_a_feed_that_is_not_there_names_the_nearest(digest: Digest) -> None:
    assert digest("feeds", "pause", "https://paper.example/fed").err == (
        f"digest: no feed https://paper.example/fed; did you mean {PAPER}?\n"
    )


def test_the_configuration_file_has_the_say_over_its_feeds(digest: Digest, home: Path) -> None:
    (home / "my.toml").write_text("[[feeds]]\nurl = 'http://127.0.0.1:9/feed'\ntitle = 'Mine'\n")
    said = digest("--config", home / "my.toml", "ingest")
    assert "By the configuration subscribed to: http://127.0.0.1:9/feed" in said.err
    assert digest("feeds").lines[0] == "   1  Mine"
    assert "stands in the configuration file" in digest("feeds", "rename", 1, "x").err
    (home / "my.toml").write_text("")
    assert "By the configuration paused: http://127.0.0.1:9/feed" in digest("--config", home / "my.toml", "ingest").err


@pytest.mark.usefixtures("filled")
def test_an_outlet_is_renamed_and_two_become_one(digest: Digest) -> None:
    assert "Northern Wire: 1 article" in digest("outlet").lines
    assert digest("outlet", "rename", "Coast FM", "Coast Radio").err == "Coast FM is now Coast Radio\n"
    merged = digest("outlet", "rename", "Coast Radio", "Harbour Post")
    assert merged.err == "Coast Radio is now Harbour Post; it was there before, and 1 story had both\n"
    (story,) = (story for story in json.loads(digest("stories", "--json").out) if story["id"] == 1)
    assert story["outlets"] == ["Northern Wire", "Harbour Post"]
    assert "did you mean 'Harbour Post'?" in digest("outlet", "rename", "Harbor Post", "x").err
    assert {outlet["name"] for outlet in json.loads(digest("outlet", "--json").out)} >= {"Harbour Post"}


@pytest.mark.usefixtures("fed")
def test_subscriptions_come_back_from_opml_with_their_tags(digest: Digest, home: Path) -> None:
    digest("feeds", "rename", 2, 'The "Wire" <&>')
    (home / "out.opml").write_text(digest("opml").out, encoding="utf-8")
    assert "2 feeds subscribed" in digest("--db", home / "other.db", "import", home / "out.opml").err
    feeds = {feed["url"]: feed for feed in json.loads(digest("--db", home / "other.db", "feeds", "--json").out)}
    assert feeds[PAPER]["tags"] == ["local", "sea"]
    assert feeds[WIRE]["title"] == 'The "Wire" <&>'


def test_what_is_refused_of_a_list_is_said_and_ends_with_1(digest: Digest, home: Path) -> None:
    (home / "urls").write_text(f'{PAPER} "~Mine" sea\nexec:make-feed\n')
    done = digest("import", home / "urls")
    assert done.code == 1
    assert "line 2: exec:make-feed: would run a program" in done.err
    assert "1 feed subscribed, 1 refusal" in done.err
    assert (listed(digest)[PAPER]["name"], listed(digest)[PAPER]["tags"]) == ("Mine", ["sea"])


def test_lines_of_articles_are_taken_in_and_a_bad_one_is_named(digest: Digest, home: Path) -> None:
    rows = [{"text": "Fog closed the harbour.", "title": "Fog", "outlet": "Wire"}, {"title": "no text"}]
    (home / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = digest("import", home / "news.jsonl")
    assert (done.code, done.lines) == (1, ["   a1  Wire: Fog"])
    assert f"{home / 'news.jsonl'}:2: it has no text" in done.err
