"""What is new goes into stories: cluster it, record why, then write the rows of the stories it touched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ..analysis.comparison.compare import compare
from ..analysis.origin import story_origins
from ..analysis.sources import choose_sources, other_articles
from ..analysis.stories.cluster import Clusterer
from ..analysis.stories.titles import choose_title
from ..model import Article, Decision, Story
from ..store import Store
from ..text import language


def group(store: Store) -> tuple[Decision, ...]:
    """Put the articles without a story into one and return the decisions, in their order.

    Of the rest only the articles within the clusterer's window of a new one are read, and nothing where nothing is
    new. An edited article stays where it is; its story's row follows. Takes up what a run that was killed left.
    """
    new = store.ungrouped()
    clusterer = Clusterer(next_id=store.next_story_id())
    for article in _around(store, new, timedelta(days=clusterer.settings.window)):
        if article.story_id is not None:
            clusterer.restore(article, article.story_id)
    decisions = tuple(step for article in new for step in clusterer.add(article))
    if decisions:
        store.record(decisions)
    for story_id in store.stale_stories():
        _refresh(store, story_id)
    return decisions


def _around(store: Store, new: Sequence[Article], window: timedelta) -> Iterator[Article]:
    """Yield the stored articles no further than the window from a new one, oldest first."""
    spans: list[tuple[datetime, datetime]] = []
    for article in new:  # oldest first
        since, until = _shifted(article.when, -window), _shifted(article.when, window)
        if spans and since <= spans[-1][1]:
            spans[-1] = spans[-1][0], until
        else:
            spans.append((since, until))
    for since, until in spans:
        yield from reversed(store.articles(since=since, until=until, limit=None))


def _shifted(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:  # a feed may date an article to the year 1 or 9999
        return when


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
        differs=compare(sources, other_articles(articles, sources)).count("differ") if len(sources) > 1 else 0,
    )


def _language(articles: Iterable[Article]) -> str:
    """Return the language of a story's articles: they all have the same, but not every feed says which."""
    stated = (article.language or language(f"{article.title}\n{article.text}") for article in articles)
    return next((found for found in stated if found), "")
