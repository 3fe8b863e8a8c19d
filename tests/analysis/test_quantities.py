"""Amounts: intervals, units, roles, and what is no amount at all."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.amounts.quantities import quantities
from digest.analysis.prose import read
from digest.model import Quantity


def only(text: str) -> tuple[str, Quantity]:
    (fact,) = quantities(read(text))
    assert isinstance(fact.value, Quantity)
    return fact.text, fact.value


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("14 passengers", 14, 14),
        ("fourteen passengers", 14, 14),
        ("up to 20 passengers", 0, 20),
        ("at least three passengers", 3, math.inf),
        ("almost 7,000 passengers", 6300, 7000),
        ("about 180 passengers", 162, 198),
        ("hundreds of passengers", 100, 999),
        ("not a single passenger", 0, 0),
        ("twenty-one passengers", 21, 21),
        ("two thousand passengers", 2000, 2000),
    ],
)
def test_a_bounding_word_makes_an_interval(words: str, low: float, high: float) -> None:
    text, value = only(f"The fire injured {words} on the ferry.")
    assert (value.low, value.high) == pytest.approx((low, high))
    assert (value.unit, value.role) == ("person", "injure")
    assert text == words


@pytest.mark.parametrize(
    ("sentence", "unit", "role"),
    [
        ("The owner paid $4.2 million for it.", "USD", ""),
        ("The owner paid €250,000 for it.", "EUR", ""),
        ("The measure won 80 percent of votes.", "%", ""),
        ("The slick was 58km long.", "km", ""),
        ("A magnitude-6.1 quake woke the island.", "magnitude", ""),
        ("Police arrested 45 at the march.", "person", "detain"),
        ("At least 50 were injured.", "person", "injure"),
        ("The mayor, Ana Petrel, 43, agreed.", "year", "age"),
        ("She bought four warehouses.", "warehouse", ""),
    ],
)
def test_units_and_roles_are_found(sentence: str, unit: str, role: str) -> None:
    _, value = only(sentence)
    assert (value.unit, value.role) == (unit, role)


@pytest.mark.parametrize(
    "sentence",
    [
        "The vote is on September 3 at 10:30.",
        "It began in 2015 and ended on 9 August 2020.",
        "The ferry left at 3 p.m. as usual.",
        "The Boeing 737 landed safely.",
        "One of the owners agreed.",
        "The two sides met again.",
        "Call 555-0147 or come by.",
        "A 911 dispatcher took the call.",
        "It came two weeks after the election.",
    ],
)
def test_parts_of_dates_clock_times_models_and_idioms_are_no_amounts(sentence: str) -> None:
    found = quantities(read(sentence))
    assert not [fact for fact in found if isinstance(fact.value, Quantity) and fact.value.unit != "record"]


def test_every_span_is_verbatim_and_in_reading_order() -> None:
    text = "“Almost 40” were hurt.\n\nThe 3-year-old ferry carried 212 people, $2m of fish and 12 cars."
    found = quantities(read(text))
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]
    assert [f.start for f in found] == sorted(f.start for f in found)


@given(st.text(alphabet="0123456789,.-% $about people killed\n", max_size=300))
def test_no_text_of_numbers_breaks_it(text: str) -> None:
    for fact in quantities(read(text)):
        assert text[fact.start : fact.end] == fact.text


def test_a_megabyte_of_numbers_takes_seconds_not_minutes() -> None:
    began = time.process_time()
    quantities(read("12 of 34 men, 5,678 women; " * 40_000))
    assert time.process_time() - began < 60
