"""A comparison as lines: the passages in columns side by side, or one text below the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from ..model import Cell, Comparison, Fact, Passage, Row, Source, State
from .glyphs import Glyphs
from .highlight import LINE, QUIET, flat, highlight, state_style, words_style
from .line_view import Sheet, sheet
from .lines import count, joined, one_line, origins, wrap

KEY, OF_NOTE, ALL = 3, 2, 1
"""The importance of facts; those of note are marked unless the reader asks for more or fewer."""
STATUS_MEASURE = 140
"""The widest the line in words is set."""
_STRENGTH = tuple(State)
_ORDER = {"differ": 0, "agree": 1, "only": 2, "unknown": 3}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a comparison is drawn: the signs, with or without colour, in columns or stacked, in what detail."""

    glyphs: Glyphs
    colour: bool = True
    stacked: bool = False
    least: int = 1
    """Facts of less importance than this are not marked, unless they differ."""

    def marked(self, comparison: Comparison, passage: Passage) -> tuple[int, ...]:
        """Return the facts of a passage that are marked."""
        rows = comparison.rows
        return tuple(i for i in passage.rows if is_marked(rows[i], self.least))

    def columns(self, width: int, number: int) -> tuple[int, ...]:
        """Return the width of each column; between two stands a vertical line with a space on each side."""
        if self.stacked or number < 1:
            return (width,) * number
        each, rest = divmod(width - 2 - 3 * (number - 1), number)
        return tuple(each + (i < rest) for i in range(number))


def is_marked(row: Row, least: int) -> bool:
    """Tell whether a fact is marked where only facts of some importance are: what differs is, if it is of note."""
    return row.importance >= (min(least, OF_NOTE) if row.state.family == "differ" else least)


def row_style(row: int) -> str:
    """Return the name spans of a fact carry, so that the fact chosen now can be drawn without laying out anew."""
    return f"row-{row}"


def row_of(style: object) -> int | None:
    """Return the fact a span belongs to."""
    return int(style[4:]) if isinstance(style, str) and style.startswith("row-") else None


def told_style(row: int) -> str:
    """Return the name carried by the words that tell how the sources stand to a fact."""
    return f"told-{row}"


def told_of(style: object) -> int | None:
    """Return the fact that a span of words tells of."""
    return int(style[5:]) if isinstance(style, str) and style.startswith("told-") else None


def reading_order(comparison: Comparison, least: int = 1) -> tuple[int, ...]:
    """Return the marked facts in the order in which a reader meets them."""
    met = dict.fromkeys(row for passage in comparison.passages for row in _by_place(comparison, passage))
    return tuple(row for row in met if is_marked(comparison.rows[row], least))


def strongest(states: Iterable[State]) -> State | None:
    """Return the most telling state: differs before agrees before only."""
    return min(states, key=lambda s: (_ORDER[s.family], _STRENGTH.index(s)), default=None)


def compare_sheet(comparison: Comparison, width: int, layout: Layout) -> Sheet:
    """Return the lines; each part is a passage and the empty line behind it."""
    draw = _stacked if layout.stacked else _side_by_side
    parts = []
    for whole in comparison.passages:
        passage = replace(whole, rows=layout.marked(comparison, whole))
        lines = [*draw(comparison, passage, width, layout), *_status(comparison, passage, width, layout)]
        parts.append([*lines, Content("")])
    return sheet(parts)


def _side_by_side(comparison: Comparison, passage: Passage, width: int, layout: Layout) -> Iterator[Content]:
    widths = layout.columns(width, len(comparison.sources))
    gutter = layout.glyphs.mark_width + 1
    columns = []
    for number, column in enumerate(widths):
        mark, text = _cell(comparison, passage, number, layout)
        lines = wrap(text, column - gutter)
        empty = Content(" " * gutter)
        columns.append([(mark if i == 0 else empty) + line.pad_right(column - gutter - line.cell_length)
                        for i, line in enumerate(lines)])  # fmt: skip
    rule = Content.styled(f" {layout.glyphs.vertical} ", LINE)
    for i in range(max(map(len, columns), default=0)):
        cells = [lines[i] if i < len(lines) else Content(" " * column)
                 for lines, column in zip(columns, widths, strict=True)]  # fmt: skip
        yield Content(" ") + rule.join(cells)


def _stacked(comparison: Comparison, passage: Passage, width: int, layout: Layout) -> Iterator[Content]:
    gutter = layout.glyphs.mark_width + 1
    without: dict[str, list[Content]] = {}
    for number, source in enumerate(comparison.sources):
        mark, text = _cell(comparison, passage, number, layout)
        name = one_line(source.outlet)
        if passage.cells[number] is None:
            if text:
                without.setdefault(mark.plain + text.plain, [mark, text]).append(name)
            continue
        first = mark + Content.assemble(name.stylize("bold"), "  ", text)
        yield from _hanging(first, width, gutter)
    for mark, text, *names in without.values():
        who = Content(", ").join(names).stylize(QUIET)
        yield from _hanging(mark + Content.assemble(who, "  ", text), width, gutter)


def _hanging(content: Content, width: int, indent: int) -> Iterator[Content]:
    """Yield the lines with the first one `indent` columns further left than the others."""
    head, rest = content[:indent], content[indent:]
    for i, line in enumerate(wrap(rest, width - 2 - indent)):
        yield Content(" ") + (head if i == 0 else Content(" " * indent)) + line


def _cell(comparison: Comparison, passage: Passage, number: int, layout: Layout) -> tuple[Content, Content]:
    """Return the mark and the text that stand in a source's place."""
    span = passage.cells[number]
    rows = [comparison.rows[i] for i in passage.rows]
    if span is None:
        return _without(comparison.sources[number], rows, passage, number, layout)
    here = [row for row in rows if any(_within(fact, span) for fact in _facts(row, number))]
    state = strongest(row.state for row in here)
    sign = layout.glyphs.mark(state) if state else " " * layout.glyphs.mark_width
    mark = Content.styled(sign, state_style(state, colour=layout.colour) if state else "") + " "
    return mark, passage_text(comparison, passage, number)


def passage_text(comparison: Comparison, passage: Passage, number: int) -> Content:
    """Return a source's words of a passage with the spans of its facts named."""
    span = passage.cells[number]
    if span is None:
        return Content("")
    start, end = span
    marks = [
        (fact.start - start, fact.end - start, row_style(i))
        for i in passage.rows
        for fact in _facts(comparison.rows[i], number)
        if _within(fact, span)
    ]
    return highlight(comparison.sources[number].text[start:end], marks)


def _facts(row: Row, number: int) -> Sequence[Fact]:
    cell = row.cells[number]
    return () if isinstance(cell, Cell) else cell


def _within(fact: Fact, span: tuple[int, int]) -> bool:
    return fact.start < span[1] and fact.end > span[0]


def _without(
    source: Source, rows: Sequence[Row], passage: Passage, number: int, layout: Layout
) -> tuple[Content, Content]:
    """Say why a source has no text here: the fact is missing, cannot be told, or stands elsewhere in it."""
    blank = Content(" " * (layout.glyphs.mark_width + 1))
    if not rows:
        return blank, Content("")
    cells = [row.cells[number] for row in rows]
    elsewhere = [
        (flat(cell[0].text), row_style(i))
        for i, cell in zip(passage.rows, cells, strict=True)
        if not isinstance(cell, Cell) and cell
    ]
    if elsewhere:
        told = Content(f" {layout.glyphs.dot} ").join(Content(text).stylize(style) for text, style in elsewhere)
        return blank, Content.assemble(("elsewhere: ", QUIET), told)
    if source.excerpt or Cell.UNKNOWN in cells:
        words = "excerpt only" if source.excerpt else "cannot tell: perhaps elsewhere"
        return Content.styled(layout.glyphs.cell(Cell.UNKNOWN) + " ", QUIET), Content.styled(words, QUIET)
    return Content.styled(layout.glyphs.cell(Cell.ABSENT) + " ", QUIET), Content.styled("not in this text", QUIET)


def _status(comparison: Comparison, passage: Passage, width: int, layout: Layout) -> Iterator[Content]:
    """Yield the line in words under a passage that has something to say: what differs, what agrees, from how many."""
    rows = [(comparison.rows[i], i) for i in passage.rows]
    own = [
        pair for pair in rows if pair[0].state.family in ("differ", "agree") and pair[0].state is not State.SAME_TEXT
    ]
    own.sort(key=lambda pair: (_ORDER[pair[0].state.family], _STRENGTH.index(pair[0].state)))
    numbered = own or [pair for pair in rows if pair[0].state is State.SAME_TEXT][:1]
    if not numbered:
        return
    glyphs, told = layout.glyphs, [row for row, _ in numbered]
    words: dict[str, Content] = {}
    for row, i in numbered:
        said = glyphs.words(row.words)
        style = words_style(row.state, colour=layout.colour)
        words[said] = words.get(said, one_line(said).stylize(style)).stylize(told_style(i))
    parts: list[Content | str] = list(words.values())
    if agreed := [row for row in told if row.state.family == "agree"]:
        best = max(agreed, key=lambda row: len(row.present))
        parts.append(f"{count(len(best.present), 'outlet')}, {origins(best.origins)}")
    indent = glyphs.mark_width + 1
    head = Content.styled(f"{glyphs.corner} ", LINE)
    body = joined(parts, glyphs)
    lines = wrap(body, min(width, STATUS_MEASURE) - 2 - indent - head.cell_length)
    for i, line in enumerate(lines):
        yield Content(" " * (indent + 1)) + (head if i == 0 else Content(" " * head.cell_length)) + line


def _by_place(comparison: Comparison, passage: Passage) -> list[int]:
    """Return a passage's facts by where they stand in the first source that has them."""

    def place(i: int) -> tuple[int, int]:
        row = comparison.rows[i]
        for number, cell in enumerate(row.cells):
            if not isinstance(cell, Cell) and cell and passage.cells[number] is not None:
                return number, cell[0].start
        return len(row.cells), i

    return sorted(passage.rows, key=place)
