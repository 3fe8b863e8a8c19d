"""The feeds' screen, and an ingest that runs beside the screens."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from textual.pilot import Pilot

from digest.model import Feed, FeedAnswer
from digest.store import Store
from digest.tui.app import DigestApp
from digest.tui.feeds import FeedsScreen
from digest.tui.stories import StoriesScreen

from .conftest import MakeApp
from .driving import notices, press, seen, settle
from .library import article
from .samples import NOW

RSS = """<rss version="2.0"><channel><title>Coast Daily</title><link>http://coast.example/</link>
<item><title>Boats are back</title><guid>1</guid><description>All forty boats of Sandhaven are back in the harbour after
the storm of Thursday night, the harbour office said on Friday morning.</description></item></channel></rss>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """Serve one feed on loopback."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "feed.xml").write_text(RSS)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fed(database: Path) -> Path:
    """Return the samples with two feeds more, one of them failing."""
    with Store(database) as store:
        coast = Feed("https://coast.example/feed", title="Coast Daily", checked=NOW, answered=NOW)
        store.save(FeedAnswer(coast, (article(900, "Coast Daily", "Boats", "Text.", NOW),)))
        store.save(FeedAnswer(Feed("https://isle.example/feed", title="Isle News", failures=3, error="timed out")))
    return database


def feeds(app: DigestApp) -> FeedsScreen:
    assert isinstance(app.screen, FeedsScreen)
    return app.screen


async def ingested(pilot: Pilot[None], app: DigestApp) -> None:
    """Wait until the ingest has ended."""
    for _ in range(600):
        await pilot.pause(0.05)
        if not app.context.progress.running:
            break
    await settle(pilot)


async def test_feeds_are_listed_with_their_health_those_that_failed_first(make_app: MakeApp, fed: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        lines = seen(pilot).splitlines()
    assert "2 feeds · 1 failed" in lines[0]
    assert "! Isle News" in lines[2]
    assert "failed 3 times in a row: timed out" in lines[3]
    assert "Coast Daily" in lines[5]
    assert "1 unread" in lines[5]


async def test_a_feed_is_paused_renamed_and_tagged(make_app: MakeApp, fed: Path) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F", "p")
        assert "paused" in seen(pilot).splitlines()[3]
        await press(pilot, "n", *"Isle", "enter", "t", *"sea", "comma", *"north", "enter")
        with Store(fed) as store:
            feed = store.feed("https://isle.example/feed")
        assert feed is not None
        assert (feed.paused, feed.name, feed.tags) == (True, "Isle", ("sea", "north"))
        await press(pilot, "p")
        assert "paused" not in seen(pilot).splitlines()[3]


async def test_a_feed_that_is_opened_is_the_view_of_the_home_screen(make_app: MakeApp, fed: Path) -> None:
    app = make_app()
    async with app.run_test(size=(150, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F", "j", "enter")
        assert isinstance(app.screen, StoriesScreen)
        assert "COAST DAILY" in seen(pilot)


async def test_a_feed_is_added_and_taken_in_beside_the_screens(
    make_app: MakeApp, database: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F", "a", *(key(c) for c in f"{site}/feed.xml"), "enter")
        assert "Subscribed to" in notices(pilot)
        await press(pilot, "R")
        await ingested(pilot, app)
        assert "Ingest done: 1 new article." in notices(pilot)
        assert "Coast Daily" in seen(pilot)
        await press(pilot, "h")
        assert isinstance(app.screen, StoriesScreen)
        app.screen.look_for_news()
        await settle(pilot)
        assert "Boats are back" in seen(pilot)


async def test_an_ingest_that_cannot_begin_says_why(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "R")
        await ingested(pilot, app)
        assert "No feeds yet" in notices(pilot)


def key(character: str) -> str:
    return {":": "colon", "/": "slash", ".": "full_stop"}.get(character, character)
