"""The ledger: every fact of a comparison as a row of a table, to be filtered by state."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from ..model import Cell, Comparison, Row
from .commands import bindings
from .compare_heads import LETTERS
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .highlight import QUIET, flat, state_style, words_style
from .lines import fit, joined, one_line

TABLE_FROM = 110
"""Below this width a row takes two lines: the fact in words, then what each source says."""
FILTERS = (
    ("a", "", "all"),
    ("d", "differ", "differ"),
    ("s", "agree", "agree"),
    ("o", "only", "only one"),
    ("u", "unknown", "cannot tell"),
)
"""Key, family of states, word."""
KIND = 12


class Ledger(DrawnList):
    """Draws the rows of one family of states, or all."""

    BINDINGS = bindings("ledger")

    @dataclass
    class Filtered(Message):
        """Another family of states is listed."""

        family: str

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, id=id)
        self.comparison = Comparison(())
        self.family = ""
        self.listed: tuple[int, ...] = ()

    @property
    def row_height(self) -> int:
        return 1 if self.is_table else 2

    @property
    def is_table(self) -> bool:
        """Tell whether there is room for the sources as columns."""
        return self.size.width >= TABLE_FROM

    def show(self, comparison: Comparison) -> None:
        """List the facts of another comparison."""
        self.comparison = comparison
        self.action_filter(self.family)

    def choose(self, fact: int) -> None:
        """Put the cursor on a fact, if it is listed."""
        if fact in self.listed:
            self.cursor = self.listed.index(fact)

    @property
    def fact(self) -> int:
        """Return the fact under the cursor, -1 if there is none."""
        return self.listed[self.cursor] if self.cursor < len(self.listed) else -1

    def action_filter(self, family: str) -> None:
        """List only facts of that family of states, all if it is empty."""
        before = self.fact
        self.family = family
        rows = self.comparison.rows
        self.listed = tuple(i for i, row in enumerate(rows) if not family or row.state.family == family)
        self.resize_to(len(self.listed))
        self.cursor = self.listed.index(before) if before in self.listed else 0
        self.post_message(self.Filtered(family))

    def row(self, index: int, width: int) -> Sequence[Content]:
        row = self.comparison.rows[self.listed[index]]
        style = state_style(row.state, colour=not self.app.no_color)
        mark = Content.styled(self.glyphs.mark(row.state), style)
        kind = Content.styled(row.kind.value, QUIET)
        words = one_line(self.glyphs.words(row.words)).stylize(words_style(row.state, colour=not self.app.no_color))
        if self.is_table:
            first, *others = table_widths(width, len(self.comparison.sources), self.glyphs)
            cells = [said(row, i, self.glyphs) for i in range(len(others))]
            fitted = [fit(cell, column, self.glyphs) for cell, column in zip(cells, others, strict=True)]
            return [Content("  ").join([mark, fit(kind, KIND, self.glyphs), fit(words, first, self.glyphs), *fitted])]
        indent = " " * (self.glyphs.mark_width + 2)
        each = [Content.assemble((f"{LETTERS[i]} ", QUIET), said(row, i, self.glyphs)) for i in row.present]
        each = shared(each, width - len(indent), self.glyphs)
        return [
            fit(Content.assemble(mark, "  ", words, "  ", kind), width, self.glyphs),
            fit(Content.assemble(indent, joined(each, self.glyphs)), width, self.glyphs),
        ]


def shared(parts: Sequence[Content], width: int, glyphs: Glyphs) -> list[Content]:
    """Return the parts cut so that each has its share of a line, the long ones what the short ones leave."""
    left, room = len(parts), width - 3 * (len(parts) - 1)
    cut: dict[int, Content] = {}
    for i in sorted(range(len(parts)), key=lambda i: parts[i].cell_length):
        share = max(1, room // left)
        cut[i] = parts[i] if parts[i].cell_length <= share else fit(parts[i], share, glyphs)
        room -= cut[i].cell_length
        left -= 1
    return [cut[i] for i in range(len(parts))]


def table_widths(width: int, sources: int, glyphs: Glyphs) -> tuple[int, ...]:
    """Return the widths of the words and of each source's column."""
    room = width - glyphs.mark_width - KIND - 4 - 2 * sources
    each = max(8, min(64, room * 13 // 20 // max(1, sources)))
    return (max(8, room - each * sources), *(each,) * sources)


def said(row: Row, number: int, glyphs: Glyphs) -> Content:
    """Return what a source says, or the sign that it does not."""
    cell = row.cells[number]
    if isinstance(cell, Cell):
        return Content.styled(glyphs.cell(cell), QUIET)
    return Content(flat(cell[0].text)) if cell else Content("")


def ledger_head(comparison: Comparison, family: str, width: int, glyphs: Glyphs, *, table: bool) -> Content:
    """Return the filters with their counts and, over a table, the names of its columns."""
    parts = []
    for key, name, words in FILTERS:
        number = comparison.count(name) if name else len(comparison.rows)
        chosen = "bold underline $accent" if name == family else ""
        parts.append(Content.assemble((key, "$accent"), " ", (words, chosen), (f" {number}", QUIET)))
    filters = " " + fit(Content("    ").join(parts), width - 1, glyphs)
    if not table:
        return filters
    first, *others = table_widths(width - 3, len(comparison.sources), glyphs)
    names = [fit(Content.assemble(LETTERS[i], " ", one_line(source.outlet)), column, glyphs)
             for i, (source, column) in enumerate(zip(comparison.sources, others, strict=True))]  # fmt: skip
    lead = [Content(" " * glyphs.mark_width), fit(Content("kind"), KIND, glyphs), fit(Content("fact"), first, glyphs)]
    heads = Content.assemble(" ", Content("  ").join([*lead, *names]).stylize(QUIET))
    return Content("\n").join([filters, Content(""), heads])
