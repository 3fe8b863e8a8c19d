"""How rare each term is: what was seen of a language's articles, on top of what is known of its news."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

_HALF_SEEN = 0.5


class Frequencies:
    """In how many articles of one language each term was seen.

    `shares` is the part of all news that holds a term; it counts for `imagined` articles, so that two of the first
    articles of a young database are not alike through "government" and "support".
    """

    def __init__(self, shares: Mapping[str, float], imagined: float) -> None:
        self._shares, self._imagined = shares, imagined
        self._seen: Counter[str] = Counter()
        self.articles = 0

    def know(self, seen: Mapping[str, int], articles: int) -> None:
        """Take over what was counted before."""
        self._seen.update(seen)
        self.articles += articles

    def add(self, terms: Iterable[str]) -> None:
        """Count one article's terms."""
        self.articles += 1
        self._seen.update(iter(terms))  # of a mapping it would add up the values

    def rarity(self, term: str) -> float:
        """Return the smoothed inverse document frequency, a logarithm; 0 or less for what is in every article."""
        seen = self._seen.get(term, 0) + self._imagined * self._shares.get(term, 0.0)
        return math.log((self.articles + self._imagined + 1) / (seen + _HALF_SEEN))
