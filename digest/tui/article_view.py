"""The text of an article, and beside it the articles of its story."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content
from textual.style import Style

from ..model import Article, Comparison, Reading
from .article_text import article_sheet
from .compare_sheet import row_of
from .glyphs import Glyphs
from .highlight import QUIET, state_style
from .line_view import LineView, Sheet, sheet
from .lines import moment, one_line, spread, wrap
from .preview import heading


class ArticleView(LineView):
    """Draws one article."""

    def __init__(self, glyphs: Glyphs, now: datetime, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.glyphs = glyphs
        self.now = now
        self.article: Article | None = None
        self.comparison: Comparison | None = None

    def show(self, article: Article, comparison: Comparison | None, *, anew: bool) -> None:
        """Draw an article, from its beginning if it is shown `anew`."""
        self.article, self.comparison = article, comparison
        self.relay(keep_place=not anew)

    def lay_out(self, width: int) -> Sheet:
        if self.article is None:
            return Sheet()
        colour = not self.app.no_color
        return article_sheet(self.article, self.comparison, width, self.glyphs, self.now, colour=colour)

    def style(self, name: str | Style) -> Style:
        row = row_of(name)
        if row is None or self.comparison is None:
            return super().style(name)
        return Style.parse(state_style(self.comparison.rows[row].state, colour=not self.app.no_color))


class Aside(LineView):
    """Lists the articles of the story, the one shown marked."""

    can_focus = False

    def __init__(self, glyphs: Glyphs, now: datetime, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.glyphs = glyphs
        self.now = now
        self.articles: Sequence[Article] = ()
        self.place = 0

    def show(self, articles: Sequence[Article], place: int) -> None:
        """Draw these articles and keep the one shown in sight."""
        self.articles, self.place = articles, place
        self.relay()
        top = self.sheet.top_of(place + 1)
        self.show_lines(top, top + 3)

    def lay_out(self, width: int) -> Sheet:
        return sheet([[heading("In this story", width - 1, self.glyphs)], *self._articles(width - 1)])

    def _articles(self, width: int) -> Iterator[list[Content]]:
        for place, article in enumerate(self.articles):
            here = place == self.place
            unread = article.reading is Reading.UNREAD
            sign = self.glyphs.cursor if here else self.glyphs.unread if unread else " "
            outlet = one_line(article.outlet).stylize("bold $accent" if here else "bold" if unread else "")
            when = moment(article.when, self.now) if article.published else "no date"
            yield [
                spread(
                    Content.assemble((sign, "$accent"), " ", outlet), Content.styled(when, QUIET), width, self.glyphs
                ),
                *(Content("  ") + line for line in wrap(one_line(article.title).stylize(QUIET), width - 2)),
                Content(""),
            ]
