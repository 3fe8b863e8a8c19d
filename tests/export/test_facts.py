"""The facts of one article in words and as data."""

import pytest

from digest.export.facts import norm
from digest.model import Attribution, Event, Grain, Label, Moment, Quantity, Quote, Value

INFINITE = float("inf")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(17, 17, "person", "die"), "17 person, die"),
        (Quantity(3, INFINITE, "person"), "at least 3 person"),
        (Quantity(0, 20, "person", bound="up to"), "at most 20 person"),
        (Quantity(6300, 7000, "person"), "6,300 to 7,000 person"),
        (Moment("2020-08-28", Grain.DAY, inferred=True), "2020-08-28? (day)"),
        (Moment("", Grain.LOOSE), "no day that can be told (loose)"),
        (Quote("Tilda Wren", via="Belta"), "said by Tilda Wren, via Belta"),
        (Quote(), "speaker not resolved"),
        (Event("agree", 2, "agree", ("eu",), negated=True), "not agree (agree, step 2): eu"),
        (Attribution(("Belta", "Lukashenko"), "claimed"), 'according to Lukashenko by way of Belta ("claimed")'),
        (Label("Anna Tarn", "mayor"), "Anna Tarn: mayor"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_fact_comes_to_is_said_in_words(value: Value, words: str) -> None:
    assert norm(value) == words
