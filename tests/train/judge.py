"""The clusterer judged on stories left out: each story by the model and the setting that never saw it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import process_time
from typing import TypeVar

from digest.analysis.stories.cluster import Clusterer
from digest.analysis.stories.forest import Model
from digest.analysis.stories.likeness import Likeness
from digest.analysis.stories.setting import ClusterSettings

from .streams import FOLDS, Stream

Setting = TypeVar("Setting")
Shares = tuple[float, float]
"""For one article: the part of its story that is of its event, and the part of its event that is in its story."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of each article of a stream."""

    final: tuple[Shares, ...]
    arrival: tuple[Shares, ...]
    moved: tuple[bool, ...]
    rate: float
    """Articles a second of CPU time."""


@dataclass(frozen=True, slots=True)
class Figures:
    """B3 of a stream in percent, at the end and of the stories as given on arrival, and how many ids changed."""

    precision: float
    recall: float
    f1: float
    arrival_f1: float
    moved: float
    rate: float


def run(stream: Stream, model: Model, settings: ClusterSettings, alike: Likeness) -> Judged:
    """Group a stream online. `alike` may remember what an earlier run of the same model found."""
    clusterer, first = Clusterer(settings, model=model, alike=alike), []
    begun = process_time()
    for article, found in zip(stream.articles, stream.terms, strict=True):
        clusterer.add(article, found)
        first.append(clusterer.story_of(article.id))
    took = process_time() - begun
    last = [clusterer.story_of(article.id) for article in stream.articles]
    return Judged(
        b3(stream.stories, last),
        b3(stream.stories, first),
        tuple(a != b for a, b in zip(first, last, strict=True)),
        len(first) / took,
    )


def b3(gold: Sequence[str], found: Sequence[int]) -> tuple[Shares, ...]:
    """Return each item's precision and recall (Bagga and Baldwin 1998)."""
    both, events, stories = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    return tuple((both[g, s] / stories[s], both[g, s] / events[g]) for g, s in zip(gold, found, strict=True))


def figures(stream: Stream, folds: Mapping[str, int], runs: Sequence[Judged], only: Sequence[int]) -> Figures:
    """Return the figures over the stories of some folds, each from the run of its fold."""
    taken = [(i, folds[story]) for i, story in enumerate(stream.stories) if folds[story] in only]
    precision, recall, f1 = _f1([runs[fold].final[i] for i, fold in taken])
    arrival = _f1([runs[fold].arrival[i] for i, fold in taken])[2]
    moved = 100 * sum(runs[fold].moved[i] for i, fold in taken) / len(taken)
    return Figures(precision, recall, f1, arrival, moved, min(run.rate for run in runs))


def chosen(
    streams: Sequence[Stream], folds: Mapping[str, int], runs: Mapping[Setting, Mapping[str, Sequence[Judged]]]
) -> list[Setting]:
    """Return for each fold the setting with the best F1, at the end and on arrival, over the stories of the others."""

    def mean(setting: Setting, left_out: int) -> float:
        rest = [fold for fold in range(FOLDS) if fold != left_out]
        reached = [figures(stream, folds, runs[setting][stream.name], rest) for stream in streams]
        return sum(found.f1 + found.arrival_f1 for found in reached)

    return [max(runs, key=lambda setting: mean(setting, fold)) for fold in range(FOLDS)]


def _f1(shares: Sequence[Shares]) -> tuple[float, float, float]:
    precision = sum(p for p, _ in shares) / len(shares)
    recall = sum(r for _, r in shares) / len(shares)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)
