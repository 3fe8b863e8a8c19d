"""The ledger: every fact of a comparison as a row of a table, to be filtered by state."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from ..model import Cell, Comparison, FactKind, Row
from .compare_heads import LETTERS
from .compare_sheet import OF_NOTE, is_marked
from .drawn_list import DrawnList
from .glyphs import Glyphs
from .highlight import QUIET, flat, state_style, words_style
from .keys import bindings
from .lines import count, fit, joined, one_line, spread

TABLE_FROM = 110
"""Below this width a row takes two lines: the fact in words, then what each source says."""
FILTERS = (
    ("a", "", "all"),
    ("d", "differ", "differ"),
    ("s", "agree", "agree"),
    ("o", "only", "only one"),
    ("t", "unknown", "cannot tell"),
)
"""Key, family of states, word."""
KIND = 12
_NOTHING = {
    "": "There are no facts of note to compare.",
    "differ": "Nothing of note differs between the accounts shown.",
    "agree": "The accounts shown share no fact of note.",
    "only": "No fact of note stands in one account alone.",
    "unknown": "There is nothing of note that cannot be told.",
}
"""What is said in the place of a family of which nothing is listed."""


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
        self.least = OF_NOTE
        self._beyond = ""
        self.kind: FactKind | None = None
        """The one kind of facts that is listed, if one is chosen."""

    @property
    def row_height(self) -> int:
        return 1 if self.is_table else 2

    @property
    def is_table(self) -> bool:
        """Tell whether there is room for the sources as columns."""
        return self.size.width >= TABLE_FROM

    def show(self, comparison: Comparison, beyond: str = "") -> None:
        """List the facts of another comparison; `beyond` says what differs with sources that are not in it."""
        self.comparison, self._beyond = comparison, beyond
        self.action_filter(self.family)

    def detail(self, least: int) -> None:
        """List the facts of at least this importance."""
        self.least = least
        self.action_filter(self.family)

    def of(self, family: str) -> tuple[int, ...]:
        """Return the facts of a family, all if it is empty, that are listed in this detail."""
        rows = enumerate(self.comparison.rows)
        return tuple(
            i
            for i, row in rows
            if family in ("", row.state.family) and self.kind in (None, row.kind) and is_marked(row, self.least)
        )

    def said_when_empty(self) -> str:
        if self.kind:
            return f"No {self.kind.value} is listed here: K goes on to the next kind."
        words = _NOTHING[self.family]
        lesser = sum(self.family in ("", row.state.family) for row in self.comparison.rows)
        words += f" {count(lesser, 'lesser one')}: v lists all facts." if lesser else ""
        return words + (f" {self._beyond}" if self._beyond and self.family == "differ" else "")

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
        self.listed = self.of(family)
        self.resize_to(len(self.listed))
        self.cursor = self.listed.index(before) if before in self.listed else 0
        self.post_message(self.Filtered(family))

    def action_kind(self) -> None:
        """List only facts of the next kind there is, after the last kind all again."""
        there = [kind for kind in FactKind if any(row.kind is kind for row in self.comparison.rows)]
        after = there.index(self.kind) + 1 if self.kind in there else 0
        self.kind = there[after] if after < len(there) else None
        self.action_filter(self.family)

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


def total_words(ledger: Ledger) -> str:
    """Return "53 facts of note of 82; v lists all": what the counts are counts of."""
    everything = len(ledger.comparison.rows)
    listed = len(ledger.of(""))
    if listed == everything and not ledger.kind:
        return f"all {count(everything, 'fact')}"
    which = "key facts" if ledger.least > OF_NOTE else "facts of note"
    return f"{listed:,} {which} of {everything:,} in all; v for {'more' if ledger.least > OF_NOTE else 'all'}"


def said(row: Row, number: int, glyphs: Glyphs) -> Content:
    """Return what a source says, or the sign that it does not."""
    cell = row.cells[number]
    if isinstance(cell, Cell):
        return Content.styled(glyphs.cell(cell), QUIET)
    return Content(flat(cell[0].text)) if cell else Content("")


def ledger_head(ledger: Ledger, width: int) -> Content:
    """Return the filters with their counts, of how many facts these are and, over a table, its columns' names."""
    comparison, glyphs = ledger.comparison, ledger.glyphs
    parts = []
    for key, name, words in FILTERS:
        chosen = "bold underline $accent" if name == ledger.family else ""
        parts.append(Content.assemble((key, "$accent"), " ", (words, chosen), (f" {len(ledger.of(name))}", QUIET)))
    only = f"only the kind {ledger.kind.value} · " if ledger.kind else ""
    total = Content.styled(f"{only}{total_words(ledger)} ", QUIET)
    line = Content("    ").join(parts)
    if line.cell_length + total.cell_length + 4 <= width:
        filters = " " + spread(line, total, width - 1, glyphs)
    else:
        filters = Content("\n").join([" " + fit(line, width - 1, glyphs), " " + fit(total, width - 1, glyphs)])
    if not ledger.is_table:
        return filters
    first, *others = table_widths(width - 3, len(comparison.sources), glyphs)
    names = [fit(Content.assemble(LETTERS[i], " ", one_line(source.outlet)), column, glyphs)
             for i, (source, column) in enumerate(zip(comparison.sources, others, strict=True))]  # fmt: skip
    lead = [Content(" " * glyphs.mark_width), fit(Content("kind"), KIND, glyphs), fit(Content("fact"), first, glyphs)]
    heads = Content.assemble(" ", Content("  ").join([*lead, *names]).stylize(QUIET))
    return Content("\n").join([filters, Content(""), heads])
