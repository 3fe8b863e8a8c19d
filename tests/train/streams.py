"""The labelled streams as the product sees them, and the folds that keep a story and its topic together."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from digest.analysis.stories.terms import Terms, terms
from digest.model import Article

from ..adapters.clusters import read_article

JUDGED = ("as21_thin", "ecb", "basil", "pool")
"""The files that are judged on; `as21` is trained on only, because `as21_thin` is a part of it."""
FOLDS = 5
_ONE_TOPIC = 0.22
"""The cosine of two stories' mean texts from which they go into one fold."""
_LARGEST = 60
"""Articles; a topic that grows beyond it is not joined to another."""


@dataclass(frozen=True)
class Stream:
    """One file in the order of time."""

    name: str
    articles: tuple[Article, ...]
    stories: tuple[str, ...]
    """The label of each article."""

    @cached_property
    def terms(self) -> tuple[Terms, ...]:
        """Return the terms of each article, read once for all runs."""
        return tuple(map(terms, self.articles))


def read_streams(folder: Path) -> dict[str, Stream]:
    """Return the labelled streams of a folder."""
    found = {}
    for name in (*JUDGED, "as21"):
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        articles = tuple(read_article(number, row["id"], row) for number, row in enumerate(rows, 1))
        found[name] = Stream(name, articles, tuple(row["story"] for row in rows))
    return found


def folds(streams: dict[str, Stream]) -> dict[str, int]:
    """Return the fold of each story over the union of the streams; look-alike events of one topic share theirs."""
    texts = {
        article.key: (f"{article.title}\n{article.title}\n{article.text[:2_000]}", story)
        for stream in streams.values()
        for article, story in zip(stream.articles, stream.stories, strict=True)
    }
    stories = sorted({story for _, story in texts.values()})
    groups = _topics(stories, list(texts.values()))
    sizes = Counter(story for _, story in texts.values())
    filled: list[Counter[str]] = [Counter() for _ in range(FOLDS)]
    found: dict[str, int] = {}
    for group in sorted(groups, key=lambda group: (-sum(sizes[story] for story in group), group)):
        source = group[0].split(":")[0]
        fold = min(range(FOLDS), key=lambda k: (filled[k][source], k))
        filled[fold][source] += sum(sizes[story] for story in group)
        found |= dict.fromkeys(group, fold)
    return found


def _topics(stories: list[str], texts: list[tuple[str, str]]) -> list[list[str]]:
    """Return the stories in groups: those of one ECB+ topic, and those whose mean texts are alike."""
    place = {story: i for i, story in enumerate(stories)}
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.1)
    vectors = words.fit_transform([text for text, _ in texts])
    owner = [place[story] for _, story in texts]
    means = sp.csr_matrix((np.ones(len(texts)), (owner, range(len(texts)))), (len(stories), len(texts))) @ vectors
    means = sp.diags(1 / np.sqrt(means.multiply(means).sum(1)).A1) @ means
    alike = (means @ means.T).tocoo()
    near = sorted((-value, i, j) for i, j, value in zip(alike.row, alike.col, alike.data, strict=True) if i < j)
    group, members = list(range(len(stories))), {i: [i] for i in range(len(stories))}
    size = Counter(owner)

    def unite(i: int, j: int, largest: float = float("inf")) -> None:
        a, b = group[i], group[j]
        if a != b and size[a] + size[b] <= largest:
            size[a] += size[b]
            for story in members[b]:
                group[story] = a
            members[a] += members.pop(b)

    topics = defaultdict(list)
    for story, i in place.items():
        if story.startswith("ecb:"):
            topics[story.split("_")[0]].append(i)
    for first, *rest in topics.values():
        for other in rest:
            unite(first, other)
    for value, i, j in near:
        if -value > _ONE_TOPIC:
            unite(i, j, _LARGEST)
    return [sorted(stories[i] for i in found) for found in members.values()]
