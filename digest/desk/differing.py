"""What differs in stories, worked out when somebody looks and kept until their articles change."""

from collections.abc import Iterable
from contextlib import suppress

from ..analysis.sources import choose_sources, other_articles
from ..errors import StoreError
from ..store import Open, Store
from .comparing import Comparer


def work_out(store: Store, stories: Iterable[Open]) -> dict[int, tuple[str, ...]]:
    """Return for each of these stories what differs in it, as keys that tell one difference from another.

    It is kept if that can be done at once; each story takes some ten milliseconds.
    """
    comparer = Comparer(store)
    found: list[tuple[Open, tuple[str, ...]]] = []
    for one in stories:
        articles = store.articles(story=one.story_id, limit=None)
        sources = choose_sources(articles)
        several = len(sources) > 1
        found.append((one, comparer.differing(sources, other_articles(articles, sources)) if several else ()))
    with suppress(StoreError):  # a file that cannot be written now can still be read
        store.differences.keep(found, wait=0.0)
    return {one.story_id: keys for one, keys in found}
