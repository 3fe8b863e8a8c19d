"""The table of marks covers every state."""

from digest.export.marks import CELL_MARKS, MARKS
from digest.model import Cell, State


def test_every_state_and_every_empty_cell_has_a_mark() -> None:
    assert set(MARKS) == set(State)
    assert set(CELL_MARKS) == set(Cell)


def test_marks_can_be_told_apart_without_colour_and_without_unicode() -> None:
    marks = {*MARKS.values(), *CELL_MARKS.values()}
    assert len({mark.symbol for mark in marks}) == len({mark.ascii for mark in marks}) == 7
    assert all(mark.ascii.isascii() and len(mark.symbol) == 1 for mark in marks)


def test_no_mark_calls_a_source_wrong() -> None:
    words = " ".join(mark.word for mark in MARKS.values())
    assert not any(bad in words for bad in ("contradict", "false", "lie", "wrong"))
