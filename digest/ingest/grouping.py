"""What is new goes into stories; where nothing is new, nothing is read or even imported."""

from ..model import Decision
from ..store import Store
from .settle import settle


def group(store: Store) -> tuple[Decision, ...]:
    """Put the articles without a story into one and return the decisions, in their order.

    Of the rest only the articles within the clusterer's window of a new one are read, and nothing where nothing is
    new. An edited article stays where it is; its story's row follows. Takes up what a run that was killed left.
    """
    decisions: tuple[Decision, ...] = ()
    if new := store.ungrouped():
        from .clustering import cluster  # most runs of a day find nothing new: they need none of the analysis

        decisions = cluster(store, new)
    settle(store)
    return decisions
