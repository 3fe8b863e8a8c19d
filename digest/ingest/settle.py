"""What follows from a change of stories, worked out at once and not only by the next ingest."""

from ..store import Store


def settle(store: Store) -> None:
    """Work out anew what is shown of the stories whose articles have come or gone."""
    if store.stale_stories():
        from .storyrows import refresh_rows  # a mark needs none of the analysis

        refresh_rows(store)
