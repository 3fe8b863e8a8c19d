"""New articles clustered beside those near them, each step on record."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..analysis.stories.cluster import VERSION, Clusterer
from ..analysis.stories.neighbours import keys
from ..analysis.stories.profile import DAY, packed, unpacked
from ..analysis.stories.terms import Terms, terms
from ..model import Article, Decision
from ..store import Store, Weighed

_RECALLED = 40
"""The latest articles of a story that are recalled with it: as many as the clusterer looks at."""


def cluster(store: Store, new: Sequence[Article]) -> tuple[Decision, ...]:
    """Put these articles, none of which has a story, into one; recall only what is near them."""
    clusterer = Clusterer(next_id=store.next_story_id(), constraints=store.by_hand.constraints())
    changed = [article for number in store.terms.waiting() if (article := store.article(number))]
    read = {article.id: terms(article) for article in (*changed, *new)}
    _count(store, clusterer, read.values())
    for held in _around(store, clusterer, (*changed, *new), read):
        if held.article_id not in read:
            when = held.when.timestamp() / DAY
            profile = unpacked(held.profile, held.article_id, held.language, when, held.dated)
            clusterer.recall(profile, held.story_id)
    for article in changed:
        if article.story_id is not None:
            clusterer.restore(article, article.story_id, read[article.id])
    decisions = tuple(step for article in new for step in clusterer.add(article, read[article.id]))
    if read:
        taken_in = (article for article in (*changed, *new) if article.id in clusterer.profiles)
        store.record(decisions, VERSION, (_kept(clusterer, article, read[article.id]) for article in taken_in))
    return decisions


def _count(store: Store, clusterer: Clusterer, read: Iterable[Terms]) -> None:
    """Let the clusterer know how rare the terms are that were read."""
    by_language = sorted(read, key=lambda found: found.language)
    for language, group in groupby(by_language, key=lambda found: found.language):
        clusterer.know(language, *store.terms.seen(language, {term for found in group for term in found.weights}))


def _around(
    store: Store, clusterer: Clusterer, articles: Iterable[Article], read: Mapping[int, Terms]
) -> tuple[Weighed, ...]:
    """Return the grouped articles that are nearest to any of these, with their stories' latest, oldest first."""
    window = int(clusterer.settings.window) + 1
    near: set[int] = set()
    for article in articles:
        profile = clusterer.preview(article, read[article.id])
        days = int(profile.when // 1) - window, int(profile.when // 1) + window
        near.update(store.terms.near(profile.language, keys(profile), days, clusterer.settings.neighbours))
    return store.terms.weighed(VERSION, near, _RECALLED)


def _kept(clusterer: Clusterer, article: Article, found: Terms) -> Weighed:
    profile = clusterer.profiles[article.id]
    published = article.published is not None
    return Weighed(
        article.id, found.language, packed(profile), article.when, published, 0, keys(profile), tuple(found.weights)
    )
