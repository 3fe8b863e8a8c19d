"""One comparison as data for programs: JSON and CSV; docs/json.md says what each field means."""

import csv
import io
import json as text
from collections.abc import Iterable, Iterator
from hashlib import sha256

from ..model import Cell, Comparison, Correction, Row, Source
from .facts import fact
from .json import Json, moment, origins

COLUMNS = "row kind state words why importance origins origins_certain outlet article url start end text value".split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def comparison(value: Comparison, story_id: int, title: str) -> Json:
    """Return a comparison: the sources with their texts and evidence, and every fact as spans of those texts."""
    return {
        "story": story_id,
        "title": title,
        "origins": origins(value.origins),
        "counts": {family: value.count(family) for family in ("agree", "differ", "only", "unknown")},
        "sources": [_source(source) for source in value.sources],
        "rows": [_row(row) for row in value.rows],
        "passages": [
            {
                "cells": [list(cell) if cell else None for cell in passage.cells],
                "rows": list(passage.rows),
                "state": passage.state.value,
            }
            for passage in value.passages
        ],
    }


def comparison_csv(value: Comparison) -> str:
    """Return a comparison as a table with a heading: a line for each account of each row, fit for a spreadsheet.

    An account that does not state the fact has its line too, with "absent" or "unknown" in the place of the text. What
    a spreadsheet would take for a formula has an apostrophe in front.
    """
    return table(COLUMNS, facts_table(value))


def facts_table(value: Comparison) -> Iterator[tuple[object, ...]]:
    """Yield the lines of `comparison_csv` under its heading."""
    for number, row in enumerate(value.rows, start=1):
        of_row = (number, row.kind.value, row.state.value, row.words, row.why, row.importance)
        for source, cell in zip(value.sources, row.cells, strict=True):
            of_cell = (row.origins.count, row.origins.certain, source.outlet, source.article_id, source.url)
            for stated in _stated(cell):
                yield (*of_row, *of_cell, *stated)


def table(columns: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """Return lines as CSV under their heading, with nothing in it that a spreadsheet would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # as RFC 4180 asks
    writer.writerow(columns)
    writer.writerows(map(_harmless, lines))
    return out.getvalue()


def correction(value: Correction) -> Json:
    """Return a correction by hand, as `digest correct list --json` lists it."""
    return {
        "id": value.id,
        "verdict": value.verdict.value,
        "kind": value.kind.value,
        "words": [{"article": words.article_id, "text": words.text} for words in (value.one, value.other) if words],
        "note": value.note,
        "made": moment(value.made),
    }


def content_hash(source: Source) -> str:
    """Return the SHA-256 of the text held, in UTF-8, as `sha256sum` prints it."""
    return sha256(source.text.encode("utf8", "replace")).hexdigest()


def _stated(cell: object) -> Iterable[tuple[object, ...]]:
    """Yield start, end, text and normal form of each fact of a cell, or the one line that stands for none."""
    if isinstance(cell, Cell):
        yield ("", "", cell.value, "")
        return
    assert isinstance(cell, tuple)
    for found in cell:
        shape = fact(found)
        yield (found.start, found.end, " ".join(found.text.split()), text.dumps(shape["value"], ensure_ascii=False))


def _harmless(cells: Iterable[object]) -> list[object]:
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells]


def _source(value: Source) -> Json:
    return {
        "article": value.article_id,
        "outlet": value.outlet,
        "title": value.title,
        "url": value.url,
        "published": moment(value.published),
        "published_inferred": value.published_inferred,
        "agency": value.agency,
        "excerpt": value.excerpt,
        "cut": value.cut,
        "language": value.language,
        "revision": value.revision,
        "silent_edits": value.silent,
        "also": list(value.also),
        "evidence": {
            "asked": value.url if value.reached else None,
            "reached": value.reached or None,
            "fetched": moment(value.fetched),
            "sha256": content_hash(value),
        },
        "text": value.text,
    }


def _row(value: Row) -> Json:
    return {
        "kind": value.kind.value,
        "state": value.state.value,
        "words": value.words,
        "why": value.why,
        "origins": origins(value.origins),
        "importance": value.importance,
        "elsewhere": value.elsewhere,
        "corrected": value.corrected,
        "cells": [cell.value if isinstance(cell, Cell) else [fact(found) for found in cell] for cell in value.cells],
    }
