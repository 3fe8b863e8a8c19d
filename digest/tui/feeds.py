"""The feeds: how each is, what it brings, and what the reader wants of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from ..desk import Desk
from ..model import Feed, FeedAnswer
from .bars import Bar, KeyBar
from .drawn_list import DrawnList
from .feed_list import FeedList, Health, health
from .highlight import flat
from .ingesting import run
from .keys import bindings
from .lines import count, joined, spread
from .screen import Context, DigestScreen
from .views import View


class FeedsScreen(DigestScreen):
    """Lists the feeds with their health."""

    BINDINGS = bindings("feeds")
    SCOPE = "feeds"
    AUTO_FOCUS = "#feeds"

    @dataclass
    class Said(Message):
        """What a command of digest said."""

        words: str

    def __init__(self, context: Context, choose: Callable[[View], None]) -> None:
        """`choose` is told the view of a feed that is opened."""
        super().__init__(context)
        self._choose = choose

    def compose(self) -> ComposeResult:
        yield Bar(self._title, id="header")
        yield FeedList(self.context.glyphs, self.context.now, id="feeds")
        yield KeyBar(self.context.glyphs, "feeds", "list", "app")

    def on_mount(self) -> None:
        self._ask()

    def _ask(self) -> None:
        self.ask(partial(health, now=self.context.now()), "feeds")

    @property
    def feeds(self) -> FeedList:
        """Return the list."""
        return self.query_one("#feeds", FeedList)

    def _title(self, width: int) -> Content:
        glyphs, feeds = self.context.glyphs, self.feeds.health.feeds
        failed = sum(bool(feed.error) for feed in feeds)
        parts: list[Content | str] = [count(len(feeds), "feed")]
        if failed:
            parts.append(Content.styled(f"{failed} failed", "$fact-differ"))
        if self.context.progress.running:
            parts.append(Content.styled(self.context.progress.words(), "$accent"))
        return spread(Content.styled(" Feeds", "bold"), joined(parts, glyphs) + " ", width, glyphs)

    @on(Health)
    def _show(self, event: Health) -> None:
        self.feeds.show(event)
        self.query_one("#header").refresh()

    def refresh_ingest(self) -> None:
        self.query_one("#header").refresh()
        self._ask()

    refresh_marks = _ask

    @on(DigestScreen.Stored)
    def _show_stored(self) -> None:
        self._ask()

    @on(DrawnList.Chosen)
    def _open(self) -> None:
        """List the feed's stories on the home screen."""
        if feed := self.feeds.feed:
            self.app.pop_screen()
            self._choose(View("feeds", feed.label, feeds=(feed.id,)))

    def action_pause(self) -> None:
        """Ask the feed no more, or again."""
        if feed := self.feeds.feed:
            self.change(partial(_pause, feed=feed, paused=not feed.paused))
            self.tell(f"{flat(feed.label)} is {'asked again' if feed.paused else 'paused; its articles stay'}.")

    def action_rename(self, name: str) -> None:
        """Give the feed a name of the reader's own."""
        self._change(name=name)

    def action_retag(self, tags: str) -> None:
        """Give the feed its tags; a minus alone takes them all off."""
        found = tuple(tag.strip().lstrip("#") for tag in tags.split(",")) if tags != "-" else ()
        self._change(tags=tuple(tag for tag in found if tag))

    def _change(self, **wanted: object) -> None:
        feed = self.feeds.feed
        if feed and feed.listed:
            self.tell("This feed stands in the configuration file: change it there.")
        elif feed:
            changed = replace(feed, **wanted)  # type: ignore[arg-type]
            self.change(lambda desk: desk.store.subscriptions.change([changed]))

    @work(thread=True, group="add", exit_on_error=False)
    def action_add(self, url: str) -> None:
        """Subscribe to a feed by its address or that of a page that names it."""
        self.post_message(self.Said(run(self.context.program, "add", url)))

    @on(Said)
    def _tell_said(self, event: Said) -> None:
        self.tell(event.words.replace("Run `digest ingest` to take in what is new.", "R takes in what it has."))
        self._ask()


def _pause(desk: Desk, feed: Feed, paused: bool) -> None:
    changed = replace(feed, paused=paused, next_check=feed.next_check if paused else None)
    desk.store.subscriptions.change([changed])
    if not paused:
        desk.store.save(FeedAnswer(changed))
