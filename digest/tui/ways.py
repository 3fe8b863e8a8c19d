"""The ways from screen to screen: a screen's code is imported when it is first asked for, or beforehand in a thread.

The first screen is drawn sooner for it, and screens that lead to each other need not import each other.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model import Comparison
    from .screen import Context, DigestScreen
    from .views import View


def to_article(
    context: "Context",
    story_id: int | None = None,
    article_id: int | None = None,
    comparison: "Comparison | None" = None,
) -> "DigestScreen":
    """Return the screen of an article: the one named, else a story's; a `comparison` that has it is not made again."""
    from .article import ArticleScreen

    return ArticleScreen(context, story_id, article_id, comparison)


def to_compare(context: "Context", story_id: int) -> "DigestScreen":
    """Return the comparison of a story's accounts."""
    from .compare import CompareScreen

    return CompareScreen(context, story_id)


def to_feeds(context: "Context", choose: "Callable[[View], None]") -> "DigestScreen":
    """Return the feeds; `choose` is told the view of one that is opened."""
    from .feeds import FeedsScreen

    return FeedsScreen(context, choose)


def to_timeline(context: "Context", story_id: int) -> "DigestScreen":
    """Return the storyline of a story."""
    from .timeline import TimelineScreen

    return TimelineScreen(context, story_id)


def to_search(context: "Context") -> "DigestScreen":
    """Return the search over all articles."""
    from .search import SearchScreen

    return SearchScreen(context)


def prepare() -> None:
    """Import what the ways lead to, and what compares; meant for a thread, while the reader looks at the list."""
    for name in ("digest.analysis.comparison.compare", "digest.tui.compare", "digest.tui.search", "digest.tui.why"):
        import_module(name)
