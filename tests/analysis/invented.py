"""Invented pairs of accounts with the marks a careful reader would set: a second judge beside the aligned real ones."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digest.analysis.comparison.compare import compare
from digest.model import Fact, Row, Source

FOLDER = Path(__file__).parent / "pairs"
_JUDGED = ("quantity", "quote")
"""The kinds of which every mark is listed, so that one that is not is wrong."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Two passages that tell one thing; `state` is "agree", "differ" or "any" (neither asked for nor wrong)."""

    kind: str
    spans: tuple[tuple[int, int], tuple[int, int]]
    state: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison of a pair got right and wrong."""

    found: tuple[Mark, ...]
    missed: tuple[Mark, ...]
    wrong: tuple[Row, ...]
    """Rows that say "differs" or set two amounts or quotations side by side where the reader would not."""


def names() -> list[str]:
    """Return the names of the pairs."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name: str) -> tuple[tuple[Source, Source], tuple[Mark, ...], bool]:
    """Return a pair's sources, its marks, and whether they tell of different events."""
    given = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf8"))
    texts = [given["text_a"].strip(), given["text_b"].strip()]
    days = [datetime.fromisoformat(given[f"published_{side}"] + "T20:00:00+00:00") for side in "ab"]
    one, other = (
        Source(i, outlet, "", text, published=day)
        for i, (outlet, text, day) in enumerate(zip(("Morning Bell", "Coast Herald"), texts, days, strict=True), 1)
    )
    marks = tuple(
        Mark(m["kind"], (_span(texts[0], m["a"]), _span(texts[1], m["b"])), m["state"]) for m in given["marks"]
    )
    return (one, other), marks, given.get("different", False)


def judge(name: str) -> Verdict:
    """Compare a pair and hold the rows against its marks."""
    sources, marks, different = load(name)
    rows = [row for row in compare(sources).rows if len(row.present) == 2]
    found = [mark for mark in marks if any(_fits(mark, row) and mark.state == row.state.family for row in rows)]
    missed = [mark for mark in marks if mark.state != "any" and mark not in found]
    return Verdict(tuple(found), tuple(missed), tuple(row for row in rows if _is_wrong(row, marks, different)))


def _is_wrong(row: Row, marks: tuple[Mark, ...], different: bool) -> bool:
    meant = [mark for mark in marks if _fits(mark, row)]
    if row.state.family == "differ":
        return row.kind != "label" and not any(mark.state in ("differ", "any") for mark in meant)
    if different:
        return not meant and row.kind not in ("label", "attribution")
    return row.kind in _JUDGED and not meant


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def _fits(mark: Mark, row: Row) -> bool:
    facts = [fact for _, fact in row.stated]
    return row.kind == mark.kind and all(_meets(span, fact) for span, fact in zip(mark.spans, facts, strict=True))


def _meets(span: tuple[int, int], fact: Fact) -> bool:
    shared = min(span[1], fact.end) - max(span[0], fact.start)
    return shared * 2 >= min(span[1] - span[0], fact.end - fact.start)
