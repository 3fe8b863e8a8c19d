"""Accounts compared by what was found in them once: kept in the store, read anew only where it no longer holds."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache

from ..analysis.comparison.alignment.pair import story_anchor
from ..analysis.comparison.compare import compare, differing
from ..analysis.dates import Anchor
from ..analysis.findings import Findings, find
from ..analysis.kept import decode, encode, stamp
from ..analysis.news import news
from ..analysis.sources import as_source
from ..errors import StoreError
from ..model import Article, Comparison, Correction, Fact, News, Source
from ..store import Store


class Comparer:
    """Compares over one store; use it in the thread that opened the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[int, tuple[str, bytes]] = {}
        self._asked: set[int] = set()
        self._fresh: dict[int, tuple[str, bytes]] = {}

    def compare(self, sources: Sequence[Source], witnesses: Sequence[Source] = ()) -> Comparison:
        """Return `analysis`' comparison of these accounts; what had to be read anew is kept if that can be."""
        self._fetch((*sources, *witnesses))
        found = compare(sources, witnesses, self.find, self._corrections(sources))
        with suppress(StoreError):  # a file that cannot be written now can still be read
            self.keep(wait=0.0)
        return found

    def differing(self, sources: Sequence[Source], witnesses: Sequence[Source] = ()) -> tuple[str, ...]:
        """Return what differs between these accounts, as `analysis` tells one difference from another."""
        self._fetch(sources)
        found = differing(sources, witnesses, self.find, self._corrections(sources))
        with suppress(StoreError):
            self.keep(wait=0.0)
        return found

    def facts(self, article: Article, story: Sequence[Article]) -> tuple[Fact, ...]:
        """Return the facts of an article; where it gives no date, weekdays count from its story's last day."""
        source = as_source(article)
        self._fetch((source,))
        return self.find(source, story_anchor(tuple(map(as_source, story)))).facts

    def news(self, version: Source, before: Sequence[Source]) -> News:
        """Return what a version of an article brings beside those before it; earlier versions are read anew."""
        self._fetch((version, *before))
        return news(version, before, self.find, self._corrections((version, *before)))

    def find(self, source: Source, anchor: Anchor | None) -> Findings:
        """Return what is found in a source, taken from what is kept where that still holds."""
        wanted = stamp(source, anchor)
        held, content = self._held.get(source.article_id, ("", b""))
        if held == wanted:
            return _decoded(wanted, content, source.text)
        found = find(source, anchor)
        if not source.excerpt:  # an excerpt is read as fast as its findings are fetched
            self._held[source.article_id] = self._fresh[source.article_id] = wanted, encode(found)
        return found

    def prepare(self, sources: Sequence[Source], witnesses: Sequence[Source], most: int) -> int:
        """Read up to `most` of the texts whose findings are not kept and return how many were; `keep` keeps them."""
        anchor = story_anchor(tuple(sources))
        stamps = self._store.facts.stamps(source.article_id for source in (*sources, *witnesses))
        behind = [
            source
            for source in (*sources, *witnesses)
            if not source.excerpt and stamps.get(source.article_id) != stamp(source, anchor)
        ]
        for source in behind[:most]:
            self.find(source, anchor)
        return min(most, len(behind))

    def keep(self, wait: float | None = None) -> None:
        """Keep what was read anew since the last time."""
        if self._fresh:
            self._store.facts.keep(self._fresh, wait=wait)
            self._fresh = {}

    def _corrections(self, sources: Iterable[Source]) -> tuple[Correction, ...]:
        return self._store.corrections.of(source.article_id for source in sources)

    def _fetch(self, sources: Iterable[Source]) -> None:
        wanted = {source.article_id for source in sources} - self._asked
        if wanted:
            self._held |= self._store.facts.held(wanted)
            self._asked |= wanted


@lru_cache(maxsize=64)
def _decoded(stamp: str, content: bytes, text: str) -> Findings:
    """Return findings as the same object while they stay the same, so that what is worked out of them is kept too."""
    return decode(content, text)
