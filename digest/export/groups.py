"""Rows of a comparison that stand in the same sentences, told together so that no sentence is shown twice."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Cell, Comparison, Fact, Row
from .snippet import sentence_of


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one section whose facts stand in the same sentence of each source."""

    rows: tuple[Row, ...]
    cells: tuple[tuple[Fact, ...] | Cell, ...]
    """For each source the facts to mark in its sentence."""

    @property
    def present(self) -> tuple[int, ...]:
        """Return the indexes of the sources that state the facts."""
        return self.rows[0].present


def groups(comparison: Comparison, rows: Iterable[Row]) -> tuple[Group, ...]:
    """Return `rows` grouped, in the order of their first row; only rows of one family of states are grouped."""
    found: dict[object, list[Row]] = {}
    for row in rows:
        places = tuple(
            cell if isinstance(cell, Cell) else sentence_of(source.text, cell[0])
            for source, cell in zip(comparison.sources, row.cells, strict=True)
        )
        found.setdefault((row.state.family, places), []).append(row)
    return tuple(Group(tuple(same), _cells(same)) for same in found.values())


def _cells(rows: list[Row]) -> tuple[tuple[Fact, ...] | Cell, ...]:
    return tuple(
        column[0] if isinstance(column[0], Cell) else tuple(cell[0] for cell in column if not isinstance(cell, Cell))
        for column in zip(*(row.cells for row in rows), strict=True)
    )
