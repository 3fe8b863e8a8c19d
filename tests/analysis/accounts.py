"""Invented accounts to compare, with the parts a test wants to change as arguments."""

from datetime import UTC, datetime

from digest.model import Comparison, Row, Source, State

DAY = datetime(2020, 8, 28, 12, tzinfo=UTC)


def account(text: str, *, outlet: str = "Harbour Gazette", number: int = 1, **more: object) -> Source:
    """Return a source with that text, published on 28 August 2020 unless said otherwise."""
    values: dict[str, object] = {"published": DAY, "language": "en"} | more
    return Source(article_id=number, outlet=outlet, title="", text=text, **values)  # type: ignore[arg-type]


def rows(comparison: Comparison, state: State) -> tuple[Row, ...]:
    """Return the rows in that state."""
    return tuple(row for row in comparison.rows if row.state is state)


def states(comparison: Comparison) -> set[State]:
    """Return the states that occur."""
    return {row.state for row in comparison.rows}
