"""`digest add`, `feeds`, `ingest`, `import`: in over HTTP and from files; one bad thing never stops the others."""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from digest.cli.lock import only_one

from .conftest import Digest

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Northern Wire</title><link>https://northern.example/</link>
<item><guid>1</guid><title>Ferry fire: 14 rescued</title><pubDate>Fri, 28 Aug 2020 06:00:00 GMT</pubDate>
<description>At least 14 people were rescued from the burning ferry.</description></item></channel></rss>"""

PAGE = '<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml"></head>'


class Handler(BaseHTTPRequestHandler):
    pages: Mapping[str, str] = {
        "/feed.xml": FEED,
        "/": PAGE,
        "/two": PAGE + PAGE.replace("feed.xml", "sport.xml"),
    }

    def do_GET(self) -> None:
        body = self.pages.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass


class Bare(Handler):
    pages = {"/": "<html><p>nothing here"}


class Elsewhere(Handler):
    pages = {"/": PAGE.replace("/feed.xml", "http://192.168.0.1/feed.xml")}


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def web() -> Iterator[str]:
    """A web server on this machine with one good feed; its address."""
    with served(Handler) as address:
        yield address


def test_a_bad_feed_does_not_stop_the_good_one_and_is_named(digest: Digest, web: str) -> None:
    added = digest("add", "--full-text", "never", f"{web}/feed.xml", f"{web}/gone.xml")
    assert added.code == 0
    assert f"digest: {web}/gone.xml: " in added.err
    assert "subscribing all the same" in added.err
    done = digest("ingest")
    assert done.code == 1
    assert f"digest: {web}/gone.xml: " in done.err
    assert done.err.splitlines()[-1] == "2 feeds: 1 new article, 1 failed"
    assert "Ferry fire: 14 rescued" in digest("stories").out
    shown = digest("feeds").out
    assert "Northern Wire" in shown
    assert "failed: " in shown


def test_ingest_speaks_json_a_line_a_feed(digest: Digest, web: str) -> None:
    digest("add", "--full-text", "never", f"{web}/feed.xml")
    done = digest("ingest", "--json")
    assert [json.loads(line)["new"] for line in done.lines] == [1]
    assert done.err == "1 feed: 1 new article\n"
    assert json.loads(digest("ingest", "--force", "--json").lines[0])["status"] == "unchanged"


def test_a_quiet_ingest_says_nothing_when_all_is_well(digest: Digest, web: str) -> None:
    digest("add", "--full-text", "never", f"{web}/feed.xml")
    done = digest("ingest", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_second_run_at_the_same_time_leaves_it_to_the_first(digest: Digest, home: Path) -> None:
    with only_one(home / "digest.db") as holder:
        assert holder == 0
        done = digest("ingest")
        quiet = digest("ingest", "--quiet")
    assert done.code == 0
    assert f"another ingest is in progress (process {os.getpid()})" in done.err
    assert (quiet.code, quiet.err) == (0, "")


def test_ingest_without_feeds_says_how_to_get_some(digest: Digest) -> None:
    done = digest("ingest")
    assert (done.code, done.out) == (0, "")
    assert "digest add" in done.err


def test_a_feed_is_subscribed_to_once_and_keeps_the_name_it_is_given(digest: Digest) -> None:
    call = ("add", "--no-check", "https://paper.example/feed")
    assert "Subscribed to https://paper.example/feed" in digest(*call, "--title", "The Paper").err
    assert "Already subscribed to https://paper.example/feed" in digest(*call).err
    (feed,) = json.loads(digest("feeds", "--json").out)
    assert (feed["url"], feed["title"], feed["full_text"]) == ("https://paper.example/feed", "The Paper", "auto")


def test_a_page_leads_to_the_feed_it_names(digest: Digest, web: str) -> None:
    added = digest("add", web)
    assert (added.code, f"Subscribed to {web}/feed.xml (feed 1)" in added.err) == (0, True)


def test_several_feeds_are_listed_to_choose_from(digest: Digest, web: str) -> None:
    added = digest("add", f"{web}/two")
    assert added.code == 1
    assert added.lines == [f"{web}/feed.xml  News", f"{web}/sport.xml  News"]
    assert digest("feeds").out == ""


def test_a_feed_on_another_host_is_not_subscribed_to_on_a_page_s_word(digest: Digest) -> None:
    with served(Elsewhere) as address:
        added = digest("add", address)
    assert (added.code, added.lines) == (1, ["http://192.168.0.1/feed.xml  News"])
    assert digest("feeds").out == ""


def test_a_page_without_feeds_is_said_and_the_others_are_subscribed_to(digest: Digest, web: str) -> None:
    with served(Bare) as bare:
        added = digest("add", f"{web}/feed.xml", bare)
    assert added.code == 1
    assert f"{bare}: no feed there" in added.err
    assert len(digest("feeds").lines) == 3


def test_documents_are_taken_in_with_what_the_options_say(digest: Digest, tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Ferry fire\n\nAt least 14 people were rescued from the ferry Kestrel on Thursday.\n"
    )
    done = digest("import", folder, "--outlet", "Northern Wire", "--date", "2020-08-28")
    assert (done.code, done.err) == (0, "1 new article\n")
    assert done.lines == ["   a1  Northern Wire: Ferry fire"]
    assert "Northern Wire · Fri 28 Aug 2020 · story 1 · unread" in digest("articles").out
    assert (
        digest("import", folder, "--outlet", "Northern Wire", "--date", "2020-08-28").err == "0 new articles, 1 known\n"
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_stored(digest: Digest, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Ferry fire\n\nAt least 14 people were rescued from the ferry Kestrel.\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    names = ["missing.txt", "empty.txt", "binary.txt", "good.txt", "missing.opml"]
    done = digest("import", *(tmp_path / name for name in names))
    assert done.code == 1
    for name in ("missing.txt", "empty.txt", "binary.txt", "missing.opml"):
        assert f"{name}: " in done.err
    assert "Traceback" not in done.err
    assert len(done.lines) == 1


def test_an_opml_file_subscribes_to_its_feeds(digest: Digest, tmp_path: Path) -> None:
    outline = (
        '<outline text="Paper" xmlUrl="https://paper.example/feed"/><outline text="X" xmlUrl="file:///etc/hosts"/>'
    )
    (tmp_path / "list.opml").write_text(f'<opml version="2.0"><body>{outline}</body></opml>')
    assert "1 feed subscribed" in digest("import", tmp_path / "list.opml").err
    assert "1 already subscribed" in digest("import", tmp_path / "list.opml").err
    assert len(json.loads(digest("feeds", "--json").out)) == 1
