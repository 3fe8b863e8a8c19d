"""What the comparison's screen asks the desk: some of a story's sources compared, and a fact found again."""

from dataclasses import dataclass, replace

from ..analysis.sources import choose_sources
from ..desk import Desk
from ..model import Cell, Comparison, Reading, Row, Story
from .compare_heads import Shown


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what the screen says about its story."""

    story: Story
    window: Shown
    comparison: Comparison
    unread: frozenset[int] = frozenset()
    """Ids of the articles shown that are unread."""


def load(desk: Desk, story_id: int, first: int, shown: int) -> Compared:
    """Compare `shown` of a story's sources from the one numbered `first` on."""
    story = desk.story(story_id)
    articles = desk.articles(story_id)
    sources = choose_sources(articles, limit=len(articles))
    window = Shown(0, min(shown, len(sources)), len(sources)).moved(first)
    also = {source.outlet: source.also for source in sources}
    chosen = [source.outlet for source in sources[window.first : window.first + window.shown]]
    comparison = desk.compare(story_id, chosen)
    named = tuple(replace(source, also=also.get(source.outlet, ())) for source in comparison.sources)
    unread = frozenset(article.id for article in articles if article.reading is Reading.UNREAD)
    return Compared(story, window, replace(comparison, sources=named), unread & {source.article_id for source in named})


def same_fact(row: Row, before: Comparison, after: Comparison) -> int:
    """Return the row of another comparison in which an article's same words stand, -1 if there is none."""
    spans = {
        (before.sources[i].article_id, fact.start, fact.end)
        for i, cell in enumerate(row.cells)
        if not isinstance(cell, Cell)
        for fact in cell
    }
    for number, other in enumerate(after.rows):
        for i, cell in enumerate(other.cells):
            if not isinstance(cell, Cell):
                article = after.sources[i].article_id
                if any((article, fact.start, fact.end) in spans for fact in cell):
                    return number
    return -1
