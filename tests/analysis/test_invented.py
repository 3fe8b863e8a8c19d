"""No mark on the invented pairs is wrong, and most that a careful reader would set are there."""

import pytest

from .invented import judge, names

FOUND = {"quantity": 0.5, "quote": 0.8, "event": 0.45}
"""The least share of the marks to be found: a floor below today's figures, to notice when a rule is lost."""


@pytest.mark.parametrize("name", names())
def test_nothing_differs_agrees_or_is_tied_that_a_reader_would_not_say_so(name: str) -> None:
    assert [(row.state.value, *(fact.text for _, fact in row.stated)) for row in judge(name).wrong] == []


@pytest.mark.parametrize("kind", FOUND)
def test_most_of_what_two_accounts_share_is_found(kind: str) -> None:
    verdicts = [judge(name) for name in names()]
    found = sum(mark.kind == kind and mark.state != "any" for verdict in verdicts for mark in verdict.found)
    missed = sum(mark.kind == kind for verdict in verdicts for mark in verdict.missed)
    assert found / (found + missed) >= FOUND[kind]
