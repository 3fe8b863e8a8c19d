"""Gathering one digest from the database: the period's stories, each with its articles and its comparison."""

from dataclasses import replace
from datetime import datetime

from ..analysis.origin import story_origins
from ..analysis.sources import choose_sources, other_articles
from ..analysis.stories.titles import choose_title
from ..desk import Desk
from ..desk.comparing import Comparer
from ..export.edition import Chapter, Edition
from ..model import Comparison, Story, StorySort
from ..store import Store

MOST_SOURCES = 6
"""How many accounts of a story a digest compares."""


def gather(
    store: Store, *, title: str, since: datetime, until: datetime, min_outlets: int = 1, limit: int = 50
) -> Edition:
    """Return the digest of the time from `since` to before `until`.

    Nothing published later is looked at, so that a past day's digest stays the same as time goes on.
    """
    found = store.stories(
        sort=StorySort.COVERAGE, since=since, until=until, min_outlets=min_outlets, limit=None, now=until
    )
    desk, comparer = Desk(store), Comparer(store)
    chapters = [chapter for story in found if (chapter := _chapter(desk, comparer, story, since, until, min_outlets))]
    return Edition(title, since, until, tuple(chapters[:limit]), max(0, len(chapters) - limit))


def _chapter(
    desk: Desk, comparer: Comparer, story: Story, since: datetime, until: datetime, min_outlets: int
) -> Chapter | None:
    """Return a story as it stood at the period's end; None if the period brought nothing of it."""
    articles = tuple(article for article in desk.articles(story.id) if article.when < until)
    outlets = tuple(dict.fromkeys(article.outlet for article in articles))
    if not articles or articles[-1].when < since or len(outlets) < min_outlets:
        return None
    sources = choose_sources(articles, limit=MOST_SOURCES)
    comparison = (
        comparer.compare(sources, other_articles(articles, sources)) if len(sources) > 1 else Comparison(sources)
    )
    if len(articles) < story.articles:
        choice = choose_title(articles)
        story = replace(story, title=choice.title, lead=choice.lead, origins=story_origins(articles))
    then = replace(
        story,
        articles=len(articles),
        outlets=outlets,
        first_seen=articles[0].when,
        last_seen=articles[-1].when,
        times=tuple(article.published for article in articles if article.published),
        differs=comparison.count("differ"),
    )
    return Chapter(then, articles, comparison)
