"""The nearest of the articles taken in so far, found through their strongest terms."""

from heapq import nlargest

from .pairs import Vector

_KEY_TERMS = 40
"""An article is found by its strongest terms only."""
_LONGEST = 3_000
"""The latest articles looked at for one term: bounds the work when one word is in everything."""


class Neighbours:
    """An inverted index over vectors: the work follows the articles that share a strong term, not all there are."""

    def __init__(self) -> None:
        self._carriers: dict[str, list[Vector]] = {}

    def add(self, vector: Vector) -> None:
        """Make an article findable."""
        for term in list(vector.weights)[:_KEY_TERMS]:
            carriers = self._carriers.setdefault(term, [])
            carriers.append(vector)
            if len(carriers) >= 2 * _LONGEST:
                del carriers[:_LONGEST]

    def nearest(self, vector: Vector, most: int) -> tuple[int, ...]:
        """Return the ids of the articles that share the most weight with `vector`, nearest first."""
        shared: dict[int, float] = {}
        for term in list(vector.weights)[:_KEY_TERMS]:
            weight = vector.weights[term]
            for other in self._carriers.get(term, ())[-_LONGEST:]:
                shared[other.article_id] = shared.get(other.article_id, 0.0) + weight * other.weights[term]
        return tuple(nlargest(most, shared, key=lambda article_id: shared[article_id]))
