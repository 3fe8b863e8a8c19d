"""A comparison side by side: one column a source, for terminals wide enough."""

from collections.abc import Iterator
from itertools import zip_longest

from ..model import Cell, Comparison, State
from .groups import Group, groups
from .look import Line, Look, fit, line_width
from .marks import CELL_MARKS, MARKS
from .plain import FAMILIES, about, head, rest, shown, words_of
from .snippet import snippet

LEAST = 30
"""The fewest columns a source can be read in."""


def fits(comparison: Comparison, look: Look) -> bool:
    """Tell whether all sources find room side by side."""
    return len(comparison.sources) > 1 and _width(comparison, look) >= LEAST


def most_columns(look: Look) -> int:
    """Return how many sources find room side by side."""
    return (look.width + 3) // (LEAST + _gutter(look) + 3)


def comparison_columns(comparison: Comparison, title: str, look: Look, everything: bool = False) -> Iterator[str]:
    """Yield the comparison with the sources beside each other, what the outlets say of one thing on one level."""
    width = _width(comparison, look)
    yield from head(comparison, title, look)
    yield ""
    yield from _names(comparison, look, width)
    for family, name in FAMILIES.items():
        found = groups(comparison, shown(comparison, family, everything))
        if found:
            yield from ("", look.bold(name))
        for group in found:
            yield from _level(comparison, group, look, width)
    yield from rest(comparison, look, everything)


def _width(comparison: Comparison, look: Look) -> int:
    """Return the columns of text each source has: the mark before it and the rule between are not in it."""
    sources = max(1, len(comparison.sources))
    return (look.width - sources * _gutter(look) - (sources - 1) * 3) // sources


def _gutter(look: Look) -> int:
    return 3 if look.ascii else 2


def _names(comparison: Comparison, look: Look, width: int) -> Iterator[str]:
    blank = " " * _gutter(look)
    columns = [
        [((fit(look.words(source.outlet).upper(), width, look.ellipsis), True),)]
        + [line for part in about(source, look) for line in look.wrap(((part, False),), width)]
        for source in comparison.sources
    ]
    for lines in zip_longest(*columns, fillvalue=()):
        cells = [blank + "".join(words for words, _ in line) + " " * (width - line_width(line)) for line in lines]
        yield _bar(look).join(cells).rstrip()
    dash, cross = ("-", "+") if look.ascii else ("─", "┼")
    yield f"{dash}{cross}{dash}".join([dash * (width + _gutter(look))] * len(comparison.sources))


def _level(comparison: Comparison, group: Group, look: Look, width: int) -> Iterator[str]:
    """Yield what each source says, then in words how they stand to each other."""
    columns = [_cell(comparison, index, group, look, width) for index in range(len(group.cells))]
    for number, lines in enumerate(zip_longest(*columns, fillvalue=())):
        cells = []
        for index, line in enumerate(lines):
            sign = _sign(group, index, look) if number == 0 else " " * (_gutter(look) - 1)
            cells.append(f"{sign} {look.draw(line)}{' ' * (width - line_width(line))}")
        yield _bar(look).join(cells).rstrip()
    if group.rows[0].state is State.ONLY:
        return  # the signs and "not in this text" have said it
    corner = "`" if look.ascii else "└"
    for state, words in words_of(group, look):
        for i, line in enumerate(look.wrap(((words, False),), look.width - 4)):
            shown_words = "".join(part for part, _ in line)
            yield f"  {corner if i == 0 else ' '} {look.state(shown_words, state)}"


def _cell(comparison: Comparison, index: int, group: Group, look: Look, width: int) -> list[Line]:
    cell = group.cells[index]
    if isinstance(cell, Cell):
        return [((CELL_MARKS[cell].word, False),)]
    return look.wrap(snippet(comparison.sources[index].text, cell, width=width * 8), width)


def _sign(group: Group, index: int, look: Look) -> str:
    cell = group.cells[index]
    if isinstance(cell, Cell):
        return look.dim(look.sign(CELL_MARKS[cell]))
    state = max((row.state for row in group.rows), key=list(MARKS).index)
    return look.marked(state)


def _bar(look: Look) -> str:
    return " | " if look.ascii else " │ "
