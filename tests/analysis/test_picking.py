"""Which columns are shown where not all fit."""

from digest.analysis.picking import Elsewhere, elsewhere, pick
from digest.model import Cell, Comparison, Fact, FactKind, Quantity, Row, Source, State


def row(state: State, *amounts: int | None, importance: int = 2) -> Row:
    """Return a fact for which each source gives an amount, or none."""
    cells = tuple(
        Cell.ABSENT if amount is None else (Fact(0, 2, str(amount), Quantity(amount, amount, "person"), 0),)
        for amount in amounts
    )
    return Row(FactKind.QUANTITY, state, cells, "", importance=importance)


def whole(*rows: Row) -> Comparison:
    return Comparison(tuple(Source(i, name, "", "") for i, name in enumerate("ABCD")), rows)


def test_the_pair_that_differs_most_is_shown_and_then_what_differs_with_it() -> None:
    told = whole(
        row(State.DIFFER_VALUE, None, 14, None, 17),
        row(State.DIFFER_VALUE, None, 3, 3, 4),
        row(State.DIFFER_VALUE, 5, None, 6, None),
    )
    assert pick(told, 2) == (1, 3)
    assert pick(told, 3) == (1, 2, 3)
    assert pick(told, 4) == (0, 1, 2, 3)


def test_where_nothing_of_note_differs_the_first_are_shown() -> None:
    told = whole(row(State.REWORDED, 1, 1, None, None), row(State.DIFFER_VALUE, None, 1, 2, None, importance=1))
    assert pick(told, 2) == (0, 1)
    assert elsewhere(told, "AB") == Elsewhere()


def test_what_differs_with_an_outlet_that_is_not_shown_is_known() -> None:
    told = whole(row(State.DIFFER_VALUE, 1, 1, 2, None), row(State.DIFFER_VALUE, 1, 2, None, None))
    assert elsewhere(told, ["A", "B"]) == Elsewhere(1, ("C",))
    assert elsewhere(told, ["A", "C"]) == Elsewhere(1, ("B",))
    assert elsewhere(told, ["A", "B", "C"]) == Elsewhere()
