"""How much two articles are about the same event: the weighted vector of each and the score of a pair."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Article
from .background import SHARES
from .terms import Terms

_DAY = 86_400.0
_IMAGINED = 5.0
"""How many articles the background counts for: enough to steady the first day, gone by the hundredth article."""
_HALF_SEEN = 0.5
_PIVOT = 150.0
_SLOPE = 0.06
"""Singhal, Buckley and Mitra, "Pivoted document length normalization" (1996): long texts have lower cosines with their
own kind than short ones, so a text's vector grows a little with its terms, from the pivot on."""
_FEWEST = 10


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
        self._seen: dict[str, int] = {}
        self.articles = 0

    def add(self, terms: Terms) -> None:
        """Count one article's terms."""
        self.articles += 1
        for term in terms.weights:
            self._seen[term] = self._seen.get(term, 0) + 1

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
            {term: weight * scale for term, weight in strongest},
            article.when.timestamp() / _DAY,
            article.published is not None,
        )


def days_apart(a: Vector, b: Vector) -> float:
    """Return the days between two publications, 0 where one has no date."""
    return abs(a.when - b.when) if a.dated and b.dated else 0.0


def similarity(a: Vector, b: Vector) -> float:
    """Return 0 for nothing in common to 1 for the same terms in the same proportions."""
    fewer, more = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    return min(1.0, sum(weight * more[term] for term, weight in fewer.items() if term in more))


def pair_score(a: Vector, b: Vector, half_life: float) -> float:
    """Return the similarity of two articles, halved for every `half_life` days between them."""
    return similarity(a, b) * math.exp2(-days_apart(a, b) / half_life)
