"""What the home screen asks the desk, and the messages that bring the answers."""

from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from textual.message import Message

from ..desk import Desk
from ..errors import QueryError
from ..model import Article, Comparison, Decision, Feed, Reading, SinceRead, Story, StorySort
from ..store import Counts
from .story_list import PAGE
from .views import FIXED, Query, View, merged


@dataclass
class Counted(Message):
    """How much there is."""

    counts: Counts
    views: dict[str, int]
    """How many stories each view lists, by the view's id; one whose query cannot be read is not there."""
    feeds: tuple[Feed, ...]
    unread: dict[int, int]
    """How many unread articles each feed brought."""


@dataclass
class Ordered(Message):
    """Which stories a list has, in their order, and the first of them."""

    query: Query
    order: "array[int]"
    asked: tuple[int, ...]
    stories: tuple[Story, ...]
    anew: bool
    """Whether another list is to be shown, or the same one as it is by now."""


@dataclass
class Paged(Message):
    """Stories of a list that were asked for."""

    query: Query
    asked: tuple[int, ...]
    stories: tuple[Story, ...]


@dataclass
class Seen(Message):
    """What the preview shows of a story."""

    story: Story
    articles: tuple[Article, ...]
    comparison: Comparison | None
    since: SinceRead
    """What it brought since the reader last read it; empty of what was never read."""


@dataclass
class Changed(Message):
    """A story as it is now."""

    story: Story


@dataclass
class Reasons(Message):
    """Why a story's articles are in it."""

    decisions: tuple[Decision, ...]
    articles: tuple[Article, ...]


@dataclass
class Link(Message):
    """The address a command asked for."""

    command: str
    url: str


def counted(desk: Desk, now: datetime, saved: Sequence[View]) -> Counted:
    """Count everything, and the stories of each view."""
    views: dict[str, int] = {}
    for view in (*FIXED, *saved):
        with suppress(QueryError):  # said when the view is asked for
            views[view.id] = Query(view, StorySort.NEWEST, now).count(desk)
    return Counted(desk.counts(), views, desk.store.feeds(), desk.store.orders.unread_by_feed())


def ordered(desk: Desk, query: Query) -> Ordered:
    """Fetch a list and the stories of its first page."""
    order = query.order(desk)
    first = tuple(order[:PAGE])
    return Ordered(query, order, first, desk.store.orders.stories(first), anew=True)


def ordered_again(desk: Desk, query: Query, old: "array[int]", seen: Sequence[int]) -> Ordered:
    """Fetch the same list as it is by now, and the stories of it that are seen."""
    new = query.order(desk)
    left = set(old) - set(new)
    order = merged(old, new, desk.store.orders.standing(left)) if left else new
    kept = tuple(number for number in seen if number in set(order))
    return Ordered(query, order, kept, desk.store.orders.stories(kept), anew=False)


def paged(desk: Desk, query: Query, numbers: tuple[int, ...]) -> Paged:
    """Fetch stories of a list."""
    return Paged(query, numbers, desk.store.orders.stories(numbers))


def seen(desk: Desk, story: Story) -> Seen:
    """Fetch a story's articles and compare its accounts, if it has more than one."""
    comparison = desk.compare(story.id) if len(story.outlets) > 1 else None
    articles = desk.articles(story.id)
    since = SinceRead(())
    if any(_has_news(article, articles) for article in articles):
        from ..desk.news import since_read  # it compares

        since = since_read(desk.store, articles)
    return Seen(story, articles, comparison, since)


def _has_news(article: Article, articles: Sequence[Article]) -> bool:
    """Tell whether an article may bring something new to a reader who has read another, or it before its edit."""
    if article.reading is Reading.UNREAD:
        return any(other.reading is not Reading.UNREAD for other in articles)
    return article.revision > article.read_revision


def reasons(desk: Desk, story: Story) -> Reasons:
    """Fetch the steps that made a story."""
    return Reasons(desk.why(story.id), desk.articles(story.id))


def link(desk: Desk, story: Story, command: str) -> Link:
    """Fetch the address of a story's first article."""
    articles = desk.articles(story.id)
    return Link(command, articles[0].url if articles else "")
