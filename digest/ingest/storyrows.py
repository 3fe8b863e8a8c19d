"""The rows of stories worked out anew from their articles: title, lead, origins, differences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..analysis.comparison.compare import differences
from ..analysis.origin import story_origins
from ..analysis.sources import choose_sources, other_articles
from ..analysis.stories.titles import choose_title
from ..model import Article, Story
from ..store import Store
from ..text import language


def refresh_rows(store: Store) -> None:
    """Write anew the row of every story that is behind its articles."""
    for story_id in store.stale_stories():
        _refresh(store, story_id)


def _refresh(store: Store, story_id: int) -> None:
    """Work out a story's row anew from all its articles."""
    story = store.story(story_id)
    articles = store.articles(story=story_id, limit=None)
    if story is None or not articles:
        return
    store.keep_story(_worked_out(story, articles))


def _worked_out(story: Story, articles: Sequence[Article]) -> Story:
    choice = choose_title(articles)
    sources = choose_sources(articles)
    return replace(
        story,
        title=choice.title,
        title_why=choice.why,
        lead=choice.lead,
        language=_language(articles),
        origins=story_origins(articles),
        differs=differences(sources, other_articles(articles, sources)) if len(sources) > 1 else 0,
    )


def _language(articles: Iterable[Article]) -> str:
    """Return the language of a story's articles: they all have the same, but not every feed says which."""
    stated = (article.language or language(f"{article.title}\n{article.text}") for article in articles)
    return next((found for found in stated if found), "")
