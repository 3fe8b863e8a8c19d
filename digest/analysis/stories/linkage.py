"""Average link among the articles of a few stories: what a look at all of them at once would make of them."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

Alike = Callable[[int, int], float]


def average_link(
    start: Sequence[Sequence[int]],
    alike: Alike,
    least: float,
    apart: Callable[[Sequence[int], Sequence[int]], bool],
) -> list[list[int]]:
    """Return the groups left when the two with the highest mean likeness were joined until none reached `least`.

    Begins with the groups of `start`; two that are `apart` are never joined, nor what they grow into. Of equal means
    the pair that comes first is taken.
    """
    groups = {i: list(group) for i, group in enumerate(start)}
    sums = {
        (i, j): -math.inf if apart(groups[i], groups[j]) else sum(alike(a, b) for a in groups[i] for b in groups[j])
        for i, j in combinations(range(len(start)), 2)
    }
    while sums:
        best, i, j = max((total / (len(groups[i]) * len(groups[j])), -i, -j) for (i, j), total in sums.items())
        if best < least:
            break
        kept, gone = -i, -j
        groups[kept] += groups.pop(gone)
        for other in groups:
            if other != kept:
                pair, lost = (min(kept, other), max(kept, other)), (min(gone, other), max(gone, other))
                sums[pair] += sums.pop(lost)
        del sums[kept, gone]
    return [sorted(group) for group in groups.values()]


def fit(groups: Iterable[Collection[int]], alike: Alike, least: float) -> float:
    """Return by how much the pairs inside the groups are more alike than `least`, added up."""
    return sum(alike(a, b) - least for group in groups for a, b in combinations(sorted(group), 2))


def keep_ids(groups: Sequence[Sequence[int]], stories: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return which group keeps which story's id, as {index of the group: story}.

    The id stays with the larger part, of equal ones with the one that has the oldest member (the lowest item).
    """
    overlaps = sorted(
        (-len(set(group) & set(members)), min(group), story, index)
        for index, group in enumerate(groups)
        for story, members in stories.items()
    )
    kept: dict[int, int] = {}
    for overlap, _, story, index in overlaps:
        if overlap and index not in kept and story not in kept.values():
            kept[index] = story
    return kept
