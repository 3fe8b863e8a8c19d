"""Facts of article pairs for the scorer: `python -m tests.adapters.facts IN OUT`, one JSON file a pair.

Only `a`, `b`, `text_a` and `text_b` of a pair are read.
"""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from digest.analysis.comparison.compare import compare
from digest.model import Cell, Comparison, Row, Source, State


def source(side: dict[str, Any], text: str, number: int) -> Source:
    """Return one side of a pair as a column of a comparison."""
    day = date.fromisoformat(side["published"][:10]) if side.get("published") else None
    return Source(
        article_id=number,
        outlet=side.get("outlet") or f"outlet {number}",
        title=side.get("title") or "",
        text=text,
        published=datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None,
    )


def predictions(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the rows of a comparison of two in the scorer's shape."""
    return [_prediction(row) for row in comparison.rows]


def _prediction(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": row.kind.value, "state": row.state.value}
    for side, cell in zip("ab", row.cells, strict=True):
        fact = None if isinstance(cell, Cell) else cell[0]
        found[f"{side}_start"] = fact.start if fact else None
        found[f"{side}_end"] = fact.end if fact else None
    if row.state is State.ONLY:
        found["state"] = "only_A" if row.present == (0,) else "only_B"
    return found


def main(given: str, out: str) -> None:
    """Compare each pair of the folder `given` and write the rows to the folder `out`."""
    Path(out).mkdir(parents=True, exist_ok=True)
    for path in sorted(Path(given).glob("*.json")):
        pair = json.loads(path.read_text(encoding="utf8"))
        sources = (source(pair["a"], pair["text_a"], 1), source(pair["b"], pair["text_b"], 2))
        rows = predictions(compare(sources))
        (Path(out) / path.name).write_text(json.dumps(rows), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
