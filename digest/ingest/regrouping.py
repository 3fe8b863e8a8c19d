"""All articles grouped anew by the present grouping, under the numbers their stories had."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..analysis.stories.renumber import renumber, respect
from ..model import Decision
from ..store import Store
from .clustering import cluster

_BATCH = 500
"""Articles grouped at once: what a busy ingest brings."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a grouping of everything comes to."""

    before: Mapping[int, int]
    after: Mapping[int, int]
    """For each article the story it was in and the one it belongs to now."""
    gone: Mapping[int, int]
    """The stories that no group goes on as, with the one each leads to."""
    log: tuple[Decision, ...]

    @property
    def moved(self) -> int:
        """Return how many articles change their story."""
        return sum(self.before[article] != story for article, story in self.after.items())

    @property
    def new(self) -> int:
        """Return how many stories are new."""
        return len(set(self.after.values()) - set(self.before.values()))


def regroup(store: Store) -> Regrouped:
    """Group all articles anew, in the order they were published, in a database beside the store; change nothing yet.

    Each story goes on under the number of the old one most of whose articles it holds. What was decided by hand is
    respected. Takes as long as all the ingests' grouping did, and for that time the texts' room on the disk.
    """
    before = store.regrouping.places()
    folder = store.path.parent if store.path else None
    with tempfile.TemporaryDirectory(prefix=".digest-", dir=folder) as place, Store(Path(place) / "anew.db") as anew:
        for batch in store.regrouping.batches(_BATCH):
            store.regrouping.copy(batch, anew)
            cluster(anew, anew.ungrouped())
        groups = respect(anew.regrouping.places(), store.by_hand.constraints())
        log = tuple(replace(step, story_id=groups[step.article_id], gone=None) for step in anew.regrouping.decisions())
    found = renumber(before, groups)
    numbers, next_id = {}, store.next_story_id()
    for group, story in found.stories.items():
        numbers[group] = story or next_id
        next_id += not story
    return Regrouped(
        before,
        {article: numbers[group] for article, group in groups.items()},
        {story: numbers[group] for story, group in found.gone.items()},
        tuple(replace(step, story_id=numbers[step.story_id]) for step in log),
    )


def put_in_place(store: Store, found: Regrouped) -> None:
    """Make what a grouping of everything came to the stories there are; StoreError if they have changed meanwhile."""
    store.regrouping.put_in_place(found.before, found.after, found.gone, found.log)
