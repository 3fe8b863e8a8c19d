"""What was found in texts, kept in the store and read anew only where it no longer holds."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..analysis.dates import Anchor
from ..analysis.findings import Findings, find, story_anchor
from ..analysis.kept import decode, encode, stamp
from ..analysis.sources import as_source
from ..model import Article, Fact, Source
from ..store import Store


class Keeper:
    """Finds facts and keeps them, over one store; use it in the thread that opened the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._held: dict[int, tuple[str, bytes]] = {}
        self._asked: set[int] = set()
        self._fresh: dict[int, tuple[str, bytes]] = {}

    def facts(self, article: Article, story: Sequence[Article]) -> tuple[Fact, ...]:
        """Return the facts of an article; where it gives no date, weekdays count from its story's last day."""
        source = as_source(article)
        self.fetch((source,))
        return self.find(source, story_anchor(tuple(map(as_source, story)))).facts

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
        stamps = self.store.facts.stamps(source.article_id for source in (*sources, *witnesses))
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
            self.store.facts.keep(self._fresh, wait=wait)
            self._fresh = {}

    def fetch(self, sources: Iterable[Source]) -> None:
        """Take what is kept of these sources out of the store, all at once."""
        wanted = {source.article_id for source in sources} - self._asked
        if wanted:
            self._held |= self.store.facts.held(wanted)
            self._asked |= wanted


@lru_cache(maxsize=64)
def _decoded(stamp: str, content: bytes, text: str) -> Findings:
    """Return findings as the same object while they stay the same, so that what is worked out of them is kept too."""
    return decode(content, text)
