"""The rows of stories worked out anew from their articles: title, lead, language, origins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..analysis.origin import story_origins
from ..analysis.stories.titles import choose_title
from ..model import Article, Story
from ..store import Store
from ..text import language
from .readahead import read_ahead


def refresh_rows(store: Store) -> None:
    """Write anew the row of every story that is behind its articles.

    What differs in a story of several outlets is left open: it costs ten times the rest of the row, and most stories
    are never looked at. The desk works it out when somebody looks.
    """
    told: list[tuple[Article, ...]] = []
    for story_id in store.stale_stories():
        story = store.story(story_id)
        articles = store.articles(story=story_id, limit=None)
        if story is None or not articles:
            continue
        store.keep_story(_worked_out(story, articles))
        if len(story.outlets) > 1:
            told.append(articles)
    read_ahead(store, told)


def _worked_out(story: Story, articles: Sequence[Article]) -> Story:
    choice = choose_title(articles)
    return replace(
        story,
        title=choice.title,
        title_why=choice.why,
        lead=choice.lead,
        language=_language(articles),
        origins=story_origins(articles),
        differs=None if len(story.outlets) > 1 else 0,
    )


def _language(articles: Iterable[Article]) -> str:
    """Return the language of a story's articles: they all have the same, but not every feed says which."""
    stated = (article.language or language(f"{article.title}\n{article.text}") for article in articles)
    return next((found for found in stated if found), "")
