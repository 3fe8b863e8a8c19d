"""What one digest holds: a period and its stories, gathered beforehand so that writing it down is pure."""

from dataclasses import dataclass
from datetime import datetime

from ..model import Article, Comparison, Source, Story

NOTHING = "No story was published in this period."
"""What a digest without a story says."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story of a digest."""

    story: Story
    articles: tuple[Article, ...]
    """Oldest first; none of them later than the period."""
    comparison: Comparison
    """Its sources are what the chapter cites as [1], [2] …, `others` go on counting; a single source is allowed."""
    section: str = ""
    """The heading it stands under; empty for the stories that come behind the sections."""

    def folded(self, source: Source) -> tuple[Article, ...]:
        """Return the articles that carry the source's report nearly word for word."""
        chosen = {s.article_id for s in self.comparison.sources}
        return tuple(a for a in self.articles if a.outlet in source.also and a.id not in chosen)

    def others(self) -> tuple[Article, ...]:
        """Return the articles that are neither a source nor a copy of one: earlier reports, further outlets."""
        shown = {s.article_id for s in self.comparison.sources}
        shown |= {a.id for s in self.comparison.sources for a in self.folded(s)}
        return tuple(a for a in self.articles if a.id not in shown)


@dataclass(frozen=True, slots=True)
class Edition:
    """One digest: the stories of a period, the most covered first."""

    title: str
    since: datetime
    until: datetime
    """The period's end, itself not in it."""
    chapters: tuple[Chapter, ...] = ()
    left_out: int = 0
    """Stories of the period beyond the number asked for."""
    zone: str = "UTC"
    """The time zone its days are counted in; times are in UTC all the same."""
    sections: tuple[str, ...] = ()
    """The headings asked for, in their order; without them the stories stand in one row."""
    query: str = ""
    """What its stories fit, as it was written; empty for no such condition."""

    def parts(self) -> tuple[tuple[str, tuple[Chapter, ...]], ...]:
        """Return the sections with their chapters, in order; "" is the one behind those asked for."""
        names = (*self.sections, "")
        found = ((name, tuple(c for c in self.chapters if c.section == name)) for name in names)
        return tuple((name, chapters) for name, chapters in found if name or chapters)
