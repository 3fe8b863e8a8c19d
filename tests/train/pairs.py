"""The pairs a clusterer meets on its way through a stream, with their features and whether they are one story."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.analysis.stories.cluster import Clusterer
from digest.analysis.stories.features import features
from digest.analysis.stories.forest import Forest, Model
from digest.analysis.stories.profile import Profile
from digest.analysis.stories.terms import NAME

from .streams import Stream

_OWN = 12
"""The latest articles of its own story that a new one is paired with, whether they are near or not."""
_LEAST_SHARE = 0.003
_NAMED = 0.3
IMAGINED = 150.0
"""How many articles the shares count for; the best of 5, 100, 150 and 400 by the pairs' average precision."""


@dataclass(frozen=True)
class Pairs:
    """One row a pair."""

    features: NDArray[np.float32]
    same: NDArray[np.bool_]
    of: NDArray[np.int64]
    """The places of both articles in the stream, the later first."""


class _Gold:
    """Knows the labels, so that the stories met are right ones."""

    def __init__(self, stream: Stream) -> None:
        self._stories = stream.stories

    def __call__(self, a: Profile, b: Profile) -> float:
        return float(self._stories[a.article_id - 1] == self._stories[b.article_id - 1])


class _Watched(Clusterer):
    """Keeps whom each new article was near to."""

    def __init__(self, stream: Stream, model: Model) -> None:
        super().__init__(model=model, alike=_Gold(stream))
        self.near: tuple[int, ...] = ()

    def _weigh(self, *args: object) -> tuple[Profile, tuple[int, ...]]:
        profile, self.near = super()._weigh(*args)  # type: ignore[arg-type]
        return profile, self.near


def collect(stream: Stream, shares: Mapping[str, float]) -> Pairs:
    """Return each article's pairs with its nearest when it came, and with the latest of its own story."""
    clusterer = _Watched(stream, Model(Forest(()), shares, IMAGINED))
    rows, same, of = [], [], []
    earlier: dict[str, list[int]] = defaultdict(list)
    for article, found, story in zip(stream.articles, stream.terms, stream.stories, strict=True):
        clusterer.add(article, found)
        for other in sorted({*clusterer.near, *earlier[story][-_OWN:]}):
            rows.append(features(clusterer.profiles[article.id], clusterer.profiles[other]))
            same.append(stream.stories[other - 1] == story)
            of.append((article.id - 1, other - 1))
        earlier[story].append(article.id)
    return Pairs(np.array(rows, dtype=np.float32), np.array(same), np.array(of))


def common_words(stream: Stream) -> dict[str, float]:
    """Return the part of a stream's articles that hold each common word's stem, names and numbers left out."""
    seen: dict[str, int] = defaultdict(int)
    named: dict[str, int] = defaultdict(int)
    for found in stream.terms:
        for term, marks in found.marks.items():
            if " " not in term and term.isalpha():
                seen[term] += 1
                named[term] += bool(marks & NAME)
    total = len(stream.articles)
    return {
        term: count / total
        for term, count in seen.items()
        if count / total >= _LEAST_SHARE and named[term] < _NAMED * count
    }
