"""Stories grouped anew under the numbers they had: each goes on as the story most of whose articles it holds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Constraints


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Which number each group of articles gets."""

    stories: Mapping[int, int]
    """The story that each group goes on as; 0 for one that is new."""
    gone: Mapping[int, int]
    """The group that holds most articles of a story none goes on as: there its number leads."""


def renumber(before: Mapping[int, int], after: Mapping[int, int]) -> Renumbering:
    """Give the groups of `after` the numbers of the stories of `before`; both say for each article where it is.

    The largest overlaps are settled first, the older story before a younger one; articles only one of both knows of
    count for nothing.
    """
    overlaps = Counter((before[article], group) for article, group in after.items() if article in before)
    stories = dict.fromkeys(sorted(set(after.values())), 0)
    led: dict[int, int] = {}
    kept: set[int] = set()
    for story, group in sorted(overlaps, key=lambda pair: (-overlaps[pair], pair)):
        led.setdefault(story, group)
        if not stories[group] and story not in kept:
            stories[group] = story
            kept.add(story)
    return Renumbering(stories, {story: group for story, group in led.items() if story not in kept})


def respect(places: Mapping[int, int], constraints: Constraints) -> dict[int, int]:
    """Return the groups of articles with what was decided by hand put right: tied articles in one, parted ones apart.

    A grouping that sees only some weeks at a time may have missed what ties articles of different months. Those tied go
    where most of them are; where one of them then stands beside an article it is to be kept apart from, they all leave
    for a group of their own.
    """
    groups = dict(places)
    next_group = max(groups.values(), default=0) + 1
    tied: dict[int, set[int]] = {}
    for one, other in sorted(constraints.must):
        together = tied.get(one, {one}) | tied.get(other, {other})
        tied.update(dict.fromkeys(together, together))
    for together in {id(some): some & groups.keys() for some in tied.values()}.values():
        often = Counter(groups[article] for article in sorted(together))
        groups.update(dict.fromkeys(together, max(often, key=lambda group: (often[group], -group), default=0)))
    for one, other in sorted(constraints.cannot):
        if one in groups and groups[one] == groups.get(other):
            leaving = tied.get(other, {other}) & groups.keys()
            groups.update(dict.fromkeys(leaving, next_group))
            next_group += 1
    return groups
