"""Search over all articles, as the words are typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from ..model import Article, Reading
from .bars import Bar, KeyBar
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .keys import bindings
from .lines import count, fit, joined, moment, one_line
from .screen import Context, DigestScreen
from .ways import to_article

MOST = 200


class Results(DrawnList):
    """Draws the articles found, two lines each."""

    def __init__(self, glyphs: Glyphs, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._now = now
        self.found: Sequence[Article] = ()

    @property
    def row_height(self) -> int:
        return 2

    def show(self, found: Sequence[Article]) -> None:
        """Draw what was found, from the first."""
        self.found = found
        self.resize_to(len(found))
        self.cursor = 0

    def row(self, index: int, width: int) -> Sequence[Content]:
        article = self.found[index]
        unread = article.reading is Reading.UNREAD
        mark = Content.styled(self.glyphs.unread, "$accent") if unread else Content(" ")
        when = moment(article.when, self._now()) if article.published else "no date"
        about = joined((one_line(article.outlet).stylize("$quiet"), when), self.glyphs)
        title = one_line(article.title).stylize("bold" if unread else "")
        return [
            fit(Content.assemble(mark, " ", title), width, self.glyphs),
            fit(Content.assemble("  ", about), width, self.glyphs),
        ]


class SearchScreen(DigestScreen):
    """A line to type in, and what it finds below."""

    BINDINGS = bindings("search")
    SCOPE = "search"
    AUTO_FOCUS = "#words"

    @dataclass
    class Found(Message):
        """What the words found."""

        words: str
        articles: tuple[Article, ...]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._said = ""
        self._shown = ""
        self._awaited = ""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="words to look for in all articles", id="words", compact=True)
        yield Bar(self._number, id="number")
        yield Results(self.context.glyphs, self.context.now, id="results")
        yield KeyBar(self.context.glyphs, "search", "list")

    def _number(self, width: int) -> Content:
        return " " + fit(Content.styled(self._said, "$quiet"), width - 1, self.context.glyphs)

    @on(Input.Changed, "#words")
    def _search(self, event: Input.Changed) -> None:
        words = event.value.strip()
        if not words:
            self._show(self.Found("", ()))
        else:
            self.ask(lambda desk: self.Found(words, desk.search(words, MOST, now=self.context.now())), "search")

    @on(Found)
    def _show(self, event: Found) -> None:
        if event.words != self.query_one("#words", Input).value.strip():
            return  # the reader has typed on
        number = count(len(event.articles), "article") + (" or more" if len(event.articles) == MOST else "")
        self._said = number if event.words else ""
        self.query_one("#number").refresh()
        self.query_one("#results", Results).show(event.articles)
        self._shown = event.words
        if event.words and event.words == self._awaited:
            self.query_one("#results", Results).action_choose()
        self._awaited = ""

    @on(Input.Submitted, "#words")
    def action_first(self) -> None:
        """Open the first of what was found; where the answer is still to come, once it has."""
        words = self.query_one("#words", Input).value.strip()
        if words == self._shown:
            self.query_one("#results", Results).action_choose()
        else:
            self._awaited = words

    def action_results(self) -> None:
        """Go to what was found."""
        if self.query_one("#results", Results).rows:
            self.query_one("#results").focus()

    @on(DrawnList.Chosen, "#results")
    def _open(self, event: DrawnList.Chosen) -> None:
        found = self.query_one("#results", Results).found
        self.app.push_screen(to_article(self.context, article_id=found[event.index].id))
