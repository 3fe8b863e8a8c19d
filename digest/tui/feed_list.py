"""The feeds with their health, two lines each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from textual.content import Content
from textual.message import Message

from ..desk import Desk
from ..model import Feed
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .lines import ago, count, fit, joined, moment, one_line, spread

WEEKS = 4
"""Over how long articles a week are counted."""


@dataclass
class Health(Message):
    """All feeds, with how many articles each brings a week and how many of them are unread."""

    feeds: tuple[Feed, ...] = ()
    weekly: Mapping[int, float] = field(default_factory=dict)
    unread: Mapping[int, int] = field(default_factory=dict)


class FeedList(DrawnList):
    """Draws the feeds: those that failed first, then by name."""

    def __init__(self, glyphs: Glyphs, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._now = now
        self.health = Health()

    @property
    def row_height(self) -> int:
        return 3  # the third is the space between two feeds

    @property
    def feed(self) -> Feed | None:
        """Return the feed under the cursor."""
        return self.health.feeds[self.cursor] if self.cursor < len(self.health.feeds) else None

    def said_when_empty(self) -> str:
        return "No feeds yet: a subscribes to one by its address."

    def show(self, health: Health) -> None:
        """Draw the feeds as they are by now; the cursor stays on its feed."""
        here = self.feed
        feeds = sorted(health.feeds, key=lambda feed: (not feed.error, feed.label.casefold()))
        self.health = Health(tuple(feeds), health.weekly, health.unread)
        self.resize_to(len(feeds))
        if here:
            self.cursor = next((i for i, feed in enumerate(feeds) if feed.id == here.id), self.cursor)

    def row(self, index: int, width: int) -> Sequence[Content]:
        feed, now = self.health.feeds[index], self._now()
        sign = Content.styled(self.glyphs.failed, "$fact-differ") if feed.error else Content(" ")
        unread = self.health.unread.get(feed.id, 0)
        tags = Content.styled(" ".join(f"#{tag}" for tag in feed.tags), "$quiet") if feed.tags else Content("")
        name = one_line(feed.label).stylize("bold" if unread else "")
        first = Content.assemble(sign, " ", name, "  ", one_line(tags.plain).stylize("$quiet"))
        figures = Content.styled(f"{unread:,} unread " if unread else "", "$quiet")
        second = Content("  ") + joined(_status(feed, self.health.weekly.get(feed.id, 0.0), now), self.glyphs)
        return [spread(first, figures, width, self.glyphs), fit(second, width, self.glyphs)]


def _status(feed: Feed, weekly: float, now: datetime) -> list[Content | str]:
    """Return how the last visit went, when the next one is, and what the feed brings."""
    parts: list[Content | str] = ["paused"] if feed.paused else []
    if feed.error:
        times = f" {feed.failures} times in a row" if feed.failures > 1 else ""
        parts.append(
            Content.assemble((f"failed{times}: ", "$fact-differ"), one_line(feed.error).stylize("$fact-differ"))
        )
        if feed.answered:
            parts.append(f"last answered {moment(feed.answered, now)}")
    elif feed.checked:
        parts.append(f"asked {ago(feed.checked, now)}")
    else:
        parts.append("not taken in yet")
    if feed.next_check and not feed.paused and feed.next_check > now:
        parts.append(f"next from {moment(feed.next_check, now)}")
    if feed.checked:
        parts.append(f"{count(round(weekly), 'article') if weekly >= 1 else 'less than 1 article'} a week")
    return [*parts, one_line(feed.url).stylize("$quiet")]


def health(desk: Desk, now: datetime) -> Health:
    """Fetch the feeds and how they are."""
    from datetime import timedelta

    store = desk.store
    published = store.subscriptions.published(now - timedelta(weeks=WEEKS), now + timedelta(days=2))
    weekly = {feed: number / WEEKS for feed, number in published.items()}
    return Health(store.feeds(), weekly, store.orders.unread_by_feed())
