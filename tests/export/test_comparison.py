"""A comparison as a table, and the evidence for each account."""

import csv
import hashlib
import io
import json
from dataclasses import replace

from digest.export.comparison import COLUMNS, comparison, comparison_csv
from digest.export.markdown import comparison_markdown
from digest.model import Cell, Comparison

from .samples import at, ferry


def table(value: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(comparison_csv(value), newline="")))


def test_the_table_has_a_line_for_each_account_of_each_row() -> None:
    value = ferry()
    lines = table(value)
    assert list(lines[0]) == COLUMNS
    assert len(lines) == sum(1 if isinstance(cell, Cell) else len(cell) for row in value.rows for cell in row.cells)
    texts = {str(source.article_id): source.text for source in value.sources}
    stated = [line for line in lines if line["start"]]
    assert stated
    for line in stated:
        words = texts[line["article"]][int(line["start"]) : int(line["end"])]
        assert line["text"] == " ".join(words.split())
        assert json.loads(line["value"])
    assert {line["text"] for line in lines if not line["start"]} == {"absent", "unknown"}


def test_no_cell_of_the_table_is_a_formula() -> None:
    value = ferry()
    sources = tuple(replace(source, outlet="=HYPERLINK(1)", url="@SUM(1)") for source in value.sources)
    for line in table(replace(value, sources=sources)):
        assert (line["outlet"], line["url"]) == ("'=HYPERLINK(1)", "'@SUM(1)")


def test_the_evidence_is_what_was_asked_and_reached_when_and_what_the_text_was() -> None:
    value = ferry()
    first, *rest = value.sources
    first = replace(first, url="https://a.example/1", reached="https://a.example/2", fetched=at(28, 9))
    shape = comparison(replace(value, sources=(first, *rest)), 7, "Ferry fire")
    sources = shape["sources"]
    assert isinstance(sources, list)
    assert sources[0]["evidence"] == {
        "asked": "https://a.example/1",
        "reached": "https://a.example/2",
        "fetched": "2020-08-28T09:00:00Z",
        "sha256": hashlib.sha256(first.text.encode()).hexdigest(),
    }
    assert sources[1]["evidence"]["asked"] is None, "its text came with the feed"
    document = comparison_markdown(replace(value, sources=(first, *rest)), "Ferry fire")
    assert "(<https://a.example/2>) taken in Fri 28 Aug 2020 09:00 UTC, SHA-256 " in document
