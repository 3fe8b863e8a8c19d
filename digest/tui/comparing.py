"""What the comparison's screen asks the desk: some of a story's sources compared, and a fact found again."""

from dataclasses import dataclass, replace

from ..analysis.picking import Elsewhere, elsewhere, pick
from ..analysis.sources import choose_sources
from ..desk import MOST_COLUMNS, Desk
from ..model import Cell, Comparison, Reading, Row, Story


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of a story's sources are shown."""

    first: int = 0
    shown: int = 2
    all: int = 2

    def moved(self, step: int) -> "Shown":
        """Return the window moved by sources, as far as there are any."""
        return Shown(max(0, min(self.first + step, self.all - self.shown)), self.shown, self.all)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what the screen says about its story."""

    story: Story
    window: Shown
    comparison: Comparison
    unread: frozenset[int] = frozenset()
    """Ids of the articles shown that are unread."""
    elsewhere: Elsewhere = Elsewhere()
    """What differs, but not between the sources shown."""


def load(desk: Desk, story_id: int, first: int, shown: int) -> Compared:
    """Compare `shown` of a story's sources from the one numbered `first` on; those that differ most come first."""
    story = desk.story(story_id)
    sources = choose_sources(desk.articles(story_id), limit=story.articles)
    whole = desk.compare(story_id, limit=MOST_COLUMNS)
    window = Shown(0, min(shown, len(sources)), len(sources)).moved(first)
    if len(sources) <= shown:
        return Compared(story, window, whole, unread_among(desk, story_id, whole))
    picked = pick(whole, shown)
    ordered = [*(sources[i] for i in picked), *(source for i, source in enumerate(sources) if i not in picked)]
    also = {source.outlet: source.also for source in sources}
    chosen = [source.outlet for source in ordered[window.first : window.first + window.shown]]
    found = desk.compare(story_id, chosen)
    found = replace(found, sources=tuple(replace(source, also=also.get(source.outlet, ())) for source in found.sources))
    shown_outlets = [name for source in found.sources for name in (source.outlet, *source.also)]
    return Compared(story, window, found, unread_among(desk, story_id, found), elsewhere(whole, shown_outlets))


def unread_among(desk: Desk, story_id: int, comparison: Comparison) -> frozenset[int]:
    """Return which of the articles compared are unread."""
    unread = {article.id for article in desk.articles(story_id) if article.reading is Reading.UNREAD}
    return frozenset(source.article_id for source in comparison.sources) & unread


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
