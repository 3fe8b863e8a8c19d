"""The chosen source of a comparison: opened in the browser, its link or the chosen fact's words copied."""

from ..model import Cell, Source, Words
from .correcting import CorrectingScreen
from .lines import moment


class SourceLinks(CorrectingScreen):
    """A screen with a chosen source and a chosen fact."""

    column = 0

    @property
    def source(self) -> Source | None:
        """Return the chosen source."""
        sources = self.comparison.sources
        return sources[self.column] if self.column < len(sources) else None

    @property
    def words(self) -> Words | None:
        if self.row is None or not self.row.stated:
            return None
        stated = dict(self.row.stated)
        number = self.column if self.column in stated else self.row.stated[0][0]
        return Words(self.comparison.sources[number].article_id, stated[number].text)

    def action_browser(self) -> None:
        """Open the chosen source in the browser."""
        if self.source:
            self.browse(self.source.url)

    def action_copy_link(self) -> None:
        """Copy the chosen source's link."""
        if self.source:
            self.copy(self.source.url, "link")

    def action_copy_quote(self) -> None:
        """Copy the chosen fact's words, where the chosen source has them, with their source."""
        if self.row is None or self.source is None:
            self.tell("Choose a fact first: n goes to the next one.")
            return
        number = self.column if self.column in self.row.present else self.row.present[0]
        cell, source = self.row.cells[number], self.comparison.sources[number]
        if not isinstance(cell, Cell):
            when = moment(source.published, self.context.now()) if source.published else ""
            self.copy(" · ".join(filter(None, (f"“{cell[0].text}”", source.outlet, when, source.url))), "quote")
