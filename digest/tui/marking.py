"""Marks and stars as changes to be stored; the database keeps what takes them back."""

from collections.abc import Iterable, Sequence

from ..desk import Desk
from ..model import Reading
from .screen import Change
from .views import Query


def mark_story(story_id: int, reading: Reading) -> Change:
    """Set how far the reader is with all articles of a story."""
    return lambda desk: desk.mark_stories([story_id], reading)


def mark_view(query: Query) -> Change:
    """Mark every article of every story of a list read."""
    return query.mark_read


def mark_articles(article_ids: Iterable[int], reading: Reading) -> Change:
    """Set how far the reader is with these articles."""
    ids = tuple(article_ids)
    return lambda desk: desk.mark(ids, reading)


def read(article_id: int) -> Change:
    """Mark an article read because it was opened: that is not taken back."""
    return lambda desk: desk.mark([article_id], Reading.READ, undoable=False)


def star_story(story_id: int, starred: bool) -> Change:
    """Star all articles of a story, or take their stars off."""
    return lambda desk: desk.star([article.id for article in desk.articles(story_id)], starred)


def star_article(article_id: int, starred: bool) -> Change:
    """Star one article, or take its star off."""
    return lambda desk: desk.star([article_id], starred)


def tag_story(story_id: int, tag: str) -> Change:
    """Give a story a tag; with a minus before it the tag is taken off."""
    return lambda desk: _tag(desk, tag, stories=(story_id,))


def tag_article(article_id: int, tag: str) -> Change:
    """Give an article a tag; with a minus before it the tag is taken off."""
    return lambda desk: _tag(desk, tag, articles=(article_id,))


def _tag(desk: Desk, tag: str, articles: Sequence[int] = (), stories: Sequence[int] = ()) -> None:
    act = desk.store.tags.remove if tag.startswith("-") else desk.store.tags.add
    act(tag.lstrip("-#").strip(), articles, stories)


def tagged(tag: str) -> str:
    """Say what tagging with this does."""
    name = tag.lstrip("-#").strip()
    return f"Took the tag #{name} off" if tag.startswith("-") else f"Tagged #{name}"
