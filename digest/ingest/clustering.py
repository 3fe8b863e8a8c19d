"""New articles clustered beside those of their time, each step on record."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ..analysis.stories.cluster import VERSION, Clusterer, WeighedArticle
from ..analysis.stories.pairs import DAY, Vector
from ..model import Article, Decision
from ..store import Store, Weighed


def cluster(store: Store, new: Sequence[Article]) -> tuple[Decision, ...]:
    """Put these articles, none of which has a story, into one."""
    clusterer = Clusterer(next_id=store.next_story_id(), constraints=store.by_hand.constraints())
    for held in _around(store, new, timedelta(days=clusterer.settings.window)):
        _restore(store, clusterer, held)
    decisions = tuple(step for article in new for step in clusterer.add(article))
    if decisions:
        store.record(decisions, VERSION, map(_kept, clusterer.weighed))
    return decisions


def _around(store: Store, new: Sequence[Article], window: timedelta) -> Iterator[Weighed]:
    """Yield the grouped articles no further than the window from a new one, oldest first."""
    spans: list[tuple[datetime, datetime]] = []
    for article in new:  # oldest first
        since, until = _shifted(article.when, -window), _shifted(article.when, window)
        if spans and since <= spans[-1][1]:
            spans[-1] = spans[-1][0], until
        else:
            spans.append((since, until))
    for since, until in spans:
        yield from store.weighed(VERSION, since, until)


def _restore(store: Store, clusterer: Clusterer, held: Weighed) -> None:
    """Take a grouped article in as it was when it came; its text is read only where it has changed since."""
    if held.weights is not None:
        strong = {term: weight for term, weight in held.weights.items() if weight}
        weak = [term for term, weight in held.weights.items() if not weight]
        vector = Vector(held.article_id, strong, held.when.timestamp() / DAY, held.dated)
        clusterer.recall(vector, held.language, held.story_id, weak)
    elif article := store.article(held.article_id):
        clusterer.restore(article, held.story_id)


def _kept(known: WeighedArticle) -> Weighed:
    weights = {**known.vector.weights, **dict.fromkeys(known.weak, 0)}
    return Weighed(known.vector.article_id, known.language, weights)


def _shifted(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:  # a feed may date an article to the year 1 or 9999
        return when
