"""The shapes programs read: complete, documented, valid."""

import json
from dataclasses import fields, replace
from pathlib import Path

from digest.export import json as shapes
from digest.export.comparison import comparison as comparison_shape
from digest.model import Decision, Feed, Outcome, OutcomeStatus, Quantity, Revision

from .samples import at, chapter, fact, ferry

DOCUMENT = Path(__file__).parents[2] / "docs" / "json.md"


def test_every_field_is_documented() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    shown = [
        shapes.story(chapter().story),
        shapes.article(chapter().articles[0], text=True),
        shapes.feed(Feed("https://paper.example/feed")),
        shapes.outcome(Outcome("https://paper.example/feed", OutcomeStatus.OK)),
        shapes.decision(Decision("new", 1, 1), chapter().articles),
        shapes.revision(Revision(1, 1, "T", "x", at(28, 1))),
        comparison_shape(ferry(), 7, "Ferry fire"),
    ]
    missing = {key for shape in shown for key in shape if f"`{key}`" not in document}
    assert not missing


def test_spans_in_a_comparison_lead_back_to_the_words() -> None:
    shape = json.loads(shapes.dumps(comparison_shape(ferry(), 7, "Ferry fire")))
    checked = 0
    for row in shape["rows"]:
        for source, cell in zip(shape["sources"], row["cells"], strict=True):
            for found in cell if isinstance(cell, list) else ():
                assert source["text"][found["start"] : found["end"]] == found["text"]
                checked += 1
    assert checked == 9


def test_an_open_end_is_null_because_json_has_no_infinity() -> None:
    comparison = ferry()
    open_ended = fact(comparison.sources[0].text, "14 people", Quantity(14, float("inf"), "person"))
    row = replace(comparison.rows[0], cells=((open_ended,), *comparison.rows[0].cells[1:]))
    shape = json.loads(shapes.dumps(comparison_shape(replace(comparison, rows=(row,)), 7, "F")))
    assert shape["rows"][0]["cells"][0][0]["value"]["high"] is None


def test_a_story_leaves_no_field_of_the_model_out_but_the_times_of_its_articles() -> None:
    story = chapter().story
    assert {field.name for field in fields(story)} - set(shapes.story(story)) == {"times"}
