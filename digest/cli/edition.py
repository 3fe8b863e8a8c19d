"""Gathering one digest from the database: the period's stories, each with its articles and its comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..analysis.origin import story_origins
from ..analysis.sources import choose_sources, other_articles
from ..analysis.stories.titles import choose_title
from ..desk.comparing import Comparer
from ..export.edition import Chapter, Edition
from ..model import Article, Comparison, Story
from ..query import All, Node
from ..store import Store

MOST_SOURCES = 6
"""How many accounts of a story a digest compares."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories a digest tells."""

    since: datetime
    until: datetime
    """The period's end, itself not in it."""
    query: Node = All(())
    min_outlets: int = 1
    limit: int = 50
    sections: tuple[tuple[str, Node], ...] = ()
    """Names and what belongs under each; a story stands under the first that it fits, else behind them all."""


def gather(store: Store, wanted: Wanted) -> Edition:
    """Return the digest of the time from `since` to before `until`, without its title.

    Nothing published later is looked at, so that a past day's digest stays the same as time goes on.
    """
    ranked = store.queries.told_between(wanted.query, wanted.since, wanted.until, wanted.min_outlets)
    told = ranked[: wanted.limit]
    under = dict(_sections(store, wanted, told))
    order = [name for name, _ in wanted.sections] + [""]
    comparer = Comparer(store)
    chapters = (
        _chapter(store, comparer, number, wanted.until, under.get(number, ""))
        for number in sorted(told, key=lambda number: order.index(under.get(number, "")))  # stable: ranked inside
    )
    return Edition("", wanted.since, wanted.until, tuple(chapters), len(ranked) - len(told))


def _sections(store: Store, wanted: Wanted, told: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each story with the first section it fits."""
    left = set(told)
    for name, query in wanted.sections:
        fitting = left.intersection(store.queries.told_between(query, wanted.since, wanted.until))
        yield from ((number, name) for number in fitting)
        left -= fitting


def _chapter(store: Store, comparer: Comparer, number: int, until: datetime, section: str) -> Chapter:
    """Return a story as it stood at the period's end."""
    story = store.story(number)
    assert story is not None  # its number was read a moment ago, and numbers lead on
    articles = store.articles(story=story.id, until=until, limit=None)[::-1]
    sources = choose_sources(articles, limit=MOST_SOURCES)
    several = len(sources) > 1
    comparison = comparer.compare(sources, other_articles(articles, sources)) if several else Comparison(sources)
    return Chapter(_then(story, articles, comparison), articles, comparison, section)


def _then(story: Story, articles: Sequence[Article], comparison: Comparison) -> Story:
    """Return the story's row as these articles alone would have it."""
    if len(articles) < story.articles:
        choice = choose_title(articles)
        story = replace(story, title=choice.title, lead=choice.lead, origins=story_origins(articles))
    stated = tuple(article.published for article in articles if article.published)
    return replace(
        story,
        articles=len(articles),
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
        first_seen=min(stated, default=articles[0].when),
        last_seen=max(stated, default=articles[-1].when),
        times=stated,
        differs=comparison.count("differ"),
    )
