"""How much two articles are about the same event: the weighted vector of each and the score of a pair."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model import Article
from .background import SHARES
from .terms import Terms

DAY = 86_400.0
"""Seconds."""
_IMAGINED = 5.0
"""How many articles the background counts for: enough to steady the first day, gone by the hundredth article."""
_HALF_SEEN = 0.5
_PIVOT = 150.0
_SLOPE = 0.06
"""Singhal, Buckley and Mitra, "Pivoted document length normalization" (1996): long texts have lower cosines with their
own kind than short ones, so a text's vector grows a little with its terms, from the pivot on."""
_FEWEST = 10
_DIGITS = 6
"""As many are kept of a weight, so that a vector read back is the one that was written."""


@dataclass(frozen=True, slots=True)
class Vector:
    """An article as the clusterer sees it: its terms' weights, strongest first."""

    article_id: int
    weights: Mapping[str, float]
    when: float
    """Days since 1970 of its publication, or of the time it was taken in."""
    dated: bool
    """Whether `when` is a publication time: only those are apart in time."""


class Frequencies:
    """In how many articles of one language each term was seen, on top of what is known of English news."""

    def __init__(self, language: str) -> None:
        self._background: Mapping[str, float] = SHARES if language == "en" else {}
        self._seen: Counter[str] = Counter()
        self.articles = 0

    def add(self, terms: Iterable[str]) -> None:
        """Count one article's terms."""
        self.articles += 1
        self._seen.update(iter(terms))  # of a mapping it would add up the values

    def rarity(self, term: str) -> float:
        """Return the smoothed inverse document frequency, a logarithm; 0 or less for what is in every article."""
        seen = self._seen.get(term, 0) + _IMAGINED * self._background.get(term, 0.0)
        return math.log((self.articles + _IMAGINED + 1) / (seen + _HALF_SEEN))

    def vector(self, article: Article, terms: Terms, most: int) -> Vector:
        """Weigh an article by its `most` strongest terms: sublinear in how often they stand there, times rarity."""
        weighed = {
            term: (1 + math.log(often) if often >= 1 else often) * self.rarity(term)
            for term, often in terms.weights.items()
        }
        strongest = sorted((item for item in weighed.items() if item[1] > 0), key=lambda item: -item[1])[:most]
        length = math.sqrt(sum(weight * weight for _, weight in strongest)) or 1.0
        scale = (max(_FEWEST, len(strongest)) / _PIVOT) ** _SLOPE / length
        return Vector(
            article.id,
            {term: round(weight * scale, _DIGITS) for term, weight in strongest},
            article.when.timestamp() / DAY,
            article.published is not None,
        )


def days_apart(a: Vector, b: Vector) -> float:
    """Return the days between two publications, 0 where one has no date."""
    return abs(a.when - b.when) if a.dated and b.dated else 0.0


def similarity(a: Vector, b: Vector) -> float:
    """Return 0 for nothing in common to 1 for the same terms in the same proportions."""
    fewer, more = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    common = fewer.keys() & more.keys()
    return min(1.0, math.fsum([fewer[term] * more[term] for term in common]))  # exact in whatever order a set has


def pair_score(a: Vector, b: Vector, half_life: float) -> float:
    """Return the similarity of two articles, halved for every `half_life` days between them."""
    return similarity(a, b) * math.exp2(-days_apart(a, b) / half_life)
