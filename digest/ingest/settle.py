"""What follows from a change of stories, worked out at once and not only by the next ingest."""

from ..store import Store


def settle(store: Store) -> None:
    """Work out anew what is shown of the stories whose articles have come or gone, and their storylines."""
    if store.stale_stories() or store.storylines.loose():
        from .storylines import tie_storylines  # a mark needs none of the analysis
        from .storyrows import refresh_rows

        refresh_rows(store)
        tie_storylines(store)
