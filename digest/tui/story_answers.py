"""What the home screen asks the desk, and the messages that bring the answers."""

from dataclasses import dataclass
from datetime import datetime

from textual.message import Message

from ..desk import Desk
from ..model import Article, Comparison, Decision, Story
from ..store import Counts
from .story_list import PAGE
from .views import Query, View, count_views


@dataclass
class Counted(Message):
    """How much there is."""

    counts: Counts
    views: dict[View, int]


@dataclass
class Paged(Message):
    """A page of a list, and how many rows the list has as far as is known."""

    query: Query
    page: int
    stories: tuple[Story, ...]
    rows: int


@dataclass
class Seen(Message):
    """What the preview shows of a story."""

    story: Story
    articles: tuple[Article, ...]
    comparison: Comparison | None


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


def counted(desk: Desk, now: datetime) -> Counted:
    """Count everything, and the stories of each view."""
    counts = desk.counts()
    return Counted(counts, count_views(desk, now))


def paged(desk: Desk, query: Query, page: int) -> Paged:
    """Fetch a page; but for all stories the end of a list is known only when it is reached."""
    found = query.stories(desk, PAGE, page * PAGE)
    end = page * PAGE + len(found)
    more = len(found) == PAGE  # one row more than held says that more may come
    return Paged(query, page, found, desk.counts().stories if query.view is View.ALL else end + more)


def seen(desk: Desk, story: Story) -> Seen:
    """Fetch a story's articles and compare its accounts, if it has more than one."""
    comparison = desk.compare(story.id) if len(story.outlets) > 1 else None
    return Seen(story, desk.articles(story.id), comparison)


def reasons(desk: Desk, story: Story) -> Reasons:
    """Fetch the steps that made a story."""
    return Reasons(desk.why(story.id), desk.articles(story.id))


def link(desk: Desk, story: Story, command: str) -> Link:
    """Fetch the address of a story's first article."""
    articles = desk.articles(story.id)
    return Link(command, articles[0].url if articles else "")
