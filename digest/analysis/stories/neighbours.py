"""The nearest of the articles taken in so far, found through their strongest terms."""

from heapq import nlargest

from .profile import Profile

KEY_TERMS = 40
"""An article is found by its strongest terms only."""
LONGEST = 3_000
"""The latest articles looked at for one term: bounds the work when one word is in everything."""


class Neighbours:
    """An inverted index over profiles: the work follows the articles that share a strong term, not all there are."""

    def __init__(self) -> None:
        self._carriers: dict[str, list[tuple[int, float]]] = {}

    def add(self, profile: Profile) -> None:
        """Make an article findable."""
        for term, weight in keys(profile):
            carriers = self._carriers.setdefault(term, [])
            carriers.append((profile.article_id, weight))
            if len(carriers) >= 2 * LONGEST:
                del carriers[:LONGEST]

    def nearest(self, profile: Profile, most: int) -> tuple[tuple[int, float], ...]:
        """Return the articles that share the most weight with `profile`, nearest first, and how much they share."""
        shared: dict[int, float] = {}
        for term, weight in keys(profile):
            for other, its_weight in self._carriers.get(term, ())[-LONGEST:]:
                shared[other] = shared.get(other, 0.0) + weight * its_weight
        return tuple(nlargest(most, shared.items(), key=lambda item: (item[1], item[0])))


def keys(profile: Profile) -> tuple[tuple[str, float], ...]:
    """Return the terms by which an article is found, with their weights."""
    return tuple((term, profile.terms[term][0]) for term in list(profile.terms)[:KEY_TERMS])
