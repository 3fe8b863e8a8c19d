"""Marks and stars as changes: each stores something and returns what takes it back."""

from collections.abc import Iterable

from ..desk import Desk
from ..model import Article, Reading
from .screen import Change
from .views import Query

OTHER = {Reading.READ: Reading.UNREAD, Reading.UNREAD: Reading.READ}


def mark_story(story_id: int, reading: Reading) -> Change:
    """Set how far the reader is with all articles of a story."""
    return lambda desk: _back(desk.mark_stories([story_id], reading), reading)


def mark_view(query: Query) -> Change:
    """Mark every article of every story of a list read."""
    return lambda desk: _back(desk.mark_stories(query.unread(desk), Reading.READ), Reading.READ)


def mark_articles(article_ids: Iterable[int], reading: Reading) -> Change:
    """Set how far the reader is with these articles."""
    ids = tuple(article_ids)

    def act(desk: Desk) -> Change:
        changed = tuple(number for number in ids if desk.article(number).reading is not reading)
        desk.mark(changed, reading)
        return _back(changed, reading)

    return act


def read(article_id: int) -> Change:
    """Mark an article read because it was opened: that is not taken back."""

    def act(desk: Desk) -> None:
        desk.mark([article_id], Reading.READ, undoable=False)

    return act


def star_story(story_id: int, starred: bool) -> Change:
    """Star all articles of a story, or take their stars off."""
    return lambda desk: _star(desk, desk.articles(story_id), starred)


def star_article(article_id: int, starred: bool) -> Change:
    """Star one article, or take its star off."""
    return lambda desk: _star(desk, (desk.article(article_id),), starred)


def _star(desk: Desk, articles: Iterable[Article], starred: bool) -> Change:
    changed = tuple(article.id for article in articles if article.starred is not starred)
    desk.star(changed, starred)

    def back(desk: Desk) -> None:
        desk.star(changed, not starred)

    return back


def _back(changed: tuple[int, ...], reading: Reading) -> Change:
    def act(desk: Desk) -> None:
        desk.mark(changed, OTHER[reading])

    return act
