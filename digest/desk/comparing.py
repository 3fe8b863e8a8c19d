"""Accounts compared by the facts that are kept of them, and as the reader put them right."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from ..analysis.comparison.compare import compare, differing
from ..analysis.news import news
from ..errors import StoreError
from ..model import Comparison, Correction, News, Source
from .keeping import Keeper


class Comparer(Keeper):
    """Compares over one store; use it in the thread that opened the store."""

    def compare(self, sources: Sequence[Source], witnesses: Sequence[Source] = ()) -> Comparison:
        """Return `analysis`' comparison of these accounts; what had to be read anew is kept if that can be."""
        self.fetch((*sources, *witnesses))
        found = compare(sources, witnesses, self.find, self._corrections(sources))
        with suppress(StoreError):  # a file that cannot be written now can still be read
            self.keep(wait=0.0)
        return found

    def differing(self, sources: Sequence[Source], witnesses: Sequence[Source] = ()) -> tuple[str, ...]:
        """Return what differs between these accounts, as `analysis` tells one difference from another."""
        self.fetch(sources)
        found = differing(sources, witnesses, self.find, self._corrections(sources))
        with suppress(StoreError):
            self.keep(wait=0.0)
        return found

    def news(self, version: Source, before: Sequence[Source]) -> News:
        """Return what a version of an article brings beside those before it; earlier versions are read anew."""
        self.fetch((version, *before))
        return news(version, before, self.find, self._corrections((version, *before)))

    def _corrections(self, sources: Iterable[Source]) -> tuple[Correction, ...]:
        return self.store.corrections.of(source.article_id for source in sources)
