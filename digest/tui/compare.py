"""The comparison of a story's accounts: passages side by side, or the ledger of facts."""

from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.message import Message

from ..model import Comparison, Reading, Row
from .bars import Bar, KeyBar
from .compare_heads import differ_line, fact_line, source_heads, title_lines
from .compare_view import ALL, KEY, OF_NOTE, CompareView
from .comparing import Compared, load, same_fact
from .drawn_list import DrawnList
from .keys import bindings
from .ledger import Ledger, ledger_head
from .lines import count
from .marking import mark_articles
from .screen import Context
from .source_links import SourceLinks
from .ways import to_article
from .why import row_reasons
from .window import Window

MOST = 4
COLUMN_FROM = 50
"""Columns are opened for as many sources as have this many columns of text each, but never fewer than two."""


class CompareScreen(SourceLinks):
    """Shows one window of a story's sources; the chosen fact is the same in both of its faces."""

    BINDINGS = bindings("compare")
    SCOPE = "compare"
    AUTO_FOCUS = "#passages"

    @dataclass
    class Ready(Message):
        """A comparison was made."""

        compared: Compared

    def __init__(self, context: Context, story_id: int) -> None:
        super().__init__(context)
        self.story_id = story_id
        self.compared: Compared | None = None
        self._asked = (0, 0)

    def compose(self) -> ComposeResult:
        glyphs = self.context.glyphs
        yield Bar(self._title, id="header")
        yield Bar(self._heads, id="heads")
        yield CompareView(glyphs, id="passages")
        yield Bar(self._ledger_head, id="ledger-head")
        yield Ledger(glyphs, id="ledger")
        yield Bar(self._status, id="status")
        yield KeyBar(glyphs, "compare", "text", "app")

    def on_mount(self) -> None:
        self.query_one("#ledger").display = self.query_one("#ledger-head").display = False
        self._load(0)

    @property
    def is_blank(self) -> bool:
        return self.compared is None

    @property
    def passages(self) -> CompareView:
        """Return the passages."""
        return self.query_one("#passages", CompareView)

    @property
    def ledger(self) -> Ledger:
        """Return the ledger."""
        return self.query_one("#ledger", Ledger)

    @property
    def comparison(self) -> Comparison:
        """Return the comparison shown, an empty one before it is made."""
        return self.compared.comparison if self.compared else Comparison(())

    @property
    def row(self) -> Row | None:
        """Return the chosen fact."""
        rows = self.comparison.rows
        return rows[self.passages.fact] if 0 <= self.passages.fact < len(rows) else None

    def _title(self, width: int) -> Content:
        if self.compared is None:
            return Content(" ")
        return title_lines(self.compared, width, self.context.glyphs)

    def _heads(self, width: int) -> Content:
        arranged = self.passages.arrangement
        below = self.passages.measure or width - 1
        return source_heads(self.comparison.sources, self.column, below, arranged, self.context.now())

    def _ledger_head(self, width: int) -> Content:
        ledger = self.ledger
        return ledger_head(ledger, width)

    def _status(self, width: int) -> Content:
        order = self.passages.order
        place = order.index(self.passages.fact) if self.passages.fact in order else -1
        more = len(self.comparison.rows) - len(order) if self.passages.least > ALL else 0
        return fact_line(self.row, place, len(order), more, width, self.passages.arrangement)

    def _shown(self) -> int:
        return max(2, min(MOST, self.app.size.width // COLUMN_FROM))

    def _load(self, first: int) -> None:
        story_id, shown = self.story_id, self._shown()
        self._asked = (first, shown)
        self.ask(lambda desk: self.Ready(load(desk, story_id, first, shown)), "compare")

    @on(Ready)
    def _show(self, event: Ready) -> None:
        before, fact = self.comparison, self.row
        self.compared = event.compared
        self.column = min(self.column, max(0, len(self.comparison.sources) - 1))
        self.passages.show(self.comparison)
        self.ledger.show(self.comparison, differ_line(event.compared.elsewhere))
        if fact is not None:
            self.passages.fact = same_fact(fact, before, self.comparison)
        self._refresh_bars()
        if len(self.comparison.sources) < 2:
            self.tell("Only one source: nothing to lay beside it.")

    def _refresh_bars(self) -> None:
        for bar in self.query(Bar):
            bar.refresh(layout=True)

    def on_resize(self, event: Resize) -> None:
        """Open or close columns when the width asks for it."""
        if self.compared and self._shown() != self._asked[1] and self.compared.window.all > 2:
            self._load(self.compared.window.first)

    @on(CompareView.Laid)
    def _align_heads(self) -> None:
        self.query_one("#heads").refresh(layout=True)

    @on(CompareView.Reached)
    def _reach(self) -> None:
        self.query_one("#status").refresh()

    @on(DrawnList.Highlighted, "#ledger")
    def _follow_ledger(self) -> None:
        if self.ledger.display:
            self.passages.fact = self.ledger.fact

    @on(DrawnList.Chosen, "#ledger")
    def _jump(self) -> None:
        fact = self.ledger.fact
        self.action_ledger()
        self.passages.set_reactive(CompareView.fact, -1)
        if fact not in self.passages.order:
            self._set_detail(ALL)
        self.call_after_refresh(setattr, self.passages, "fact", fact)

    @on(Ledger.Filtered)
    def _refilter(self) -> None:
        self.query_one("#ledger-head").refresh(layout=True)
        self._follow_ledger()

    def action_fact(self, direction: int) -> None:
        """Choose the next or the previous fact."""
        if self.ledger.display:
            self.ledger.cursor += direction
        else:
            self.passages.step(direction)

    def action_ledger(self) -> None:
        """Turn from the passages to the ledger, or back."""
        to_ledger = not self.ledger.display
        for name in ("#ledger", "#ledger-head"):
            self.query_one(name).display = to_ledger
        for name in ("#passages", "#heads"):
            self.query_one(name).display = not to_ledger
        keys = self.query_one(KeyBar)
        if to_ledger:
            self.ledger.focus()
            self.ledger.choose(self.passages.fact)
            keys.show("ledger", "list", "compare", "app")
        else:
            self.passages.focus()
            keys.show("compare", "text", "app")

    def action_detail(self) -> None:
        """Mark facts of note, then all facts, then key facts alone."""
        least = {OF_NOTE: ALL, ALL: KEY, KEY: OF_NOTE}[self.passages.least]
        self._set_detail(least)
        which = {OF_NOTE: "Facts of note are", ALL: "All facts are", KEY: "Key facts alone are"}[least]
        self.tell(f"{which} {'listed' if self.ledger.display else 'marked'}; v changes that.")

    def _set_detail(self, least: int) -> None:
        self.passages.detail(least)
        self.ledger.detail(least)
        self.query_one("#status").refresh()

    def action_back(self) -> None:
        """Leave the ledger for the passages, and the passages for the screen before."""
        if self.ledger.display:
            self.action_ledger()
        else:
            super().action_back()

    def action_why(self) -> None:
        """Show what stands behind the chosen fact."""
        if self.row is None:
            self.tell("Choose a fact first: n goes to the next one.")
            return
        colour = not self.app.no_color
        reasons = row_reasons(self.row, self.comparison, self.context.glyphs, colour=colour)
        self.app.push_screen(Window("Why this mark", reasons, self.context.glyphs))

    def action_page(self, step: int) -> None:
        """Show the next or the previous source of the story."""
        if self.compared is None:
            return
        window = self.compared.window.moved(step)
        if window == self.compared.window:
            self.tell("These are all its sources." if window.all <= window.shown else "No further source.")
        else:
            self._load(window.first)

    def action_column(self, step: int) -> None:
        """Choose the source to the left or to the right."""
        self.column = max(0, min(self.column + step, len(self.comparison.sources) - 1))
        self.query_one("#heads").refresh()

    def action_article(self) -> None:
        """Read the article of the chosen source."""
        if self.source:
            self.app.push_screen(to_article(self.context, self.story_id, self.source.article_id, self.comparison))

    def action_toggle_read(self) -> None:
        """Mark the articles shown read, or unread if all were read."""
        if self.compared is None:
            return
        shown = [source.article_id for source in self.comparison.sources]
        reading = Reading.READ if self.compared.unread else Reading.UNREAD
        unread = frozenset(() if self.compared.unread else shown)
        self.compared = replace(self.compared, unread=unread)
        self.change(mark_articles(shown, reading))
        self.tell(f"{count(len(shown), 'article')} marked {reading.value}; u takes it back.")

    def reload(self) -> None:
        self._load(self._asked[0])

    def refresh_marks(self) -> None:
        """Compare anew: a correction may have been taken back."""
        self.reload()
