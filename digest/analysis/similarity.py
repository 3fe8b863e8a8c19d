"""How alike the sentences of several articles are: cosine of stem weights, rare words and names counting more."""

import math
import os
from collections import Counter
from collections.abc import Mapping, Sequence

from .lexicon.kin import concept
from .prose import Prose

# A product of two articles' sentences is so small that handing it to threads doubles what it costs.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

_NAME_WEIGHT = 1.5
_FEW = 16
"""Sentences at least: between two notes of one sentence every shared word would count as common."""
_FUNCTION_WORDS = frozenset(
    "a an the and or but if then than that this these those of in on at by for from to with as into about after before"
    " over under between through during against without is are was were be been being am has have had having do does"
    " did doing will would could should may might can must not no nor so very too also only just even still yet already"
    " he she it they we i you him her his hers its their theirs our ours us me my your who whom whose which what where"
    " when how why all any some each every both few more most other such own same there here up down out off again"
    " said says say told tell added mr mrs ms dr s t".split()
)

Matrix = NDArray[np.float32]


def content(word: str) -> bool:
    """Tell whether the lower-case word carries meaning of its own."""
    return word not in _FUNCTION_WORDS


def sentence_vectors(proses: Sequence[Prose]) -> tuple[Matrix, ...]:
    """Return one matrix for each article, a row for each of its sentences.

    The rows of all articles share their columns, so that `a @ b.T` holds the cosines of two articles' sentences. What
    a single article says has no column, though it counts in the length of a sentence.
    Weights are (1 + ln tf) * ln((n + 1) / (df + 1/2)), n and df as in a typical pair of the articles: what two of them
    say stays as alike when eight others say it too.
    """
    bags = [[_bag(prose, i) for i in range(len(prose.sentences))] for prose in proses]
    frequency: dict[str, list[int]] = {}
    for article in bags:
        for term, df in Counter(term for bag in article for term in bag).items():
            frequency.setdefault(term, []).append(df)
    columns = {term: n for n, term in enumerate(sorted(term for term, dfs in frequency.items() if len(dfs) > 1))}
    count = max(_FEW, min(2, len(bags)) * sum(map(len, bags)) / max(1, len(bags)))
    pairwise = {term: min(2, len(dfs)) * sum(dfs) / len(dfs) for term, dfs in frequency.items()}
    idf = {term: max(0.0, math.log((count + 1) / (df + 0.5))) for term, df in pairwise.items()}
    return tuple(_matrix(article, columns, idf) for article in bags)


def _bag(prose: Prose, index: int) -> dict[str, float]:
    weights: dict[str, float] = {}
    for token in prose.words[index]:
        if content(token.text):
            name = prose.plain[token.start].isupper() or token.text[0].isdigit()
            term = concept(token.text)
            weights[term] = weights.get(term, 0.0) + (_NAME_WEIGHT if name else 1.0)
    return weights


def _matrix(article: list[dict[str, float]], columns: Mapping[str, int], idf: Mapping[str, float]) -> Matrix:
    rows: Matrix = np.zeros((len(article), max(1, len(columns))), dtype=np.float32)
    for i, bag in enumerate(article):
        weights = {term: (1 + math.log(weight)) * idf[term] for term, weight in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for term, weight in weights.items():
            if (column := columns.get(term)) is not None:
                rows[i, column] = weight / length
    return rows
