"""Findings kept and taken back are those that were found; the stamp tells when they would be others."""

from dataclasses import fields, replace
from datetime import date

import pytest

from digest.analysis.dates import Anchor
from digest.analysis.findings import Findings, find
from digest.analysis.kept import decode, encode, stamp
from digest.analysis.version import extractor, rules
from digest.model import FactKind

from .accounts import account

TEXT = (
    "HOLM — At least 14 people were killed when the ferry Anneke burned on Friday, police said.\n"
    "“We have closed the pier,” Harbour Master Tilda Wren told the Gazette. She refused to name the owner.\n"
    "In 1994 a fire killed 612 people there. The port agreed on Tuesday to pay $2 million."
)


def told(found: Findings) -> tuple[object, ...]:
    return tuple(getattr(found, field.name) for field in fields(found))


def test_what_is_kept_comes_back_as_it_was() -> None:
    source = account(TEXT)
    found = find(source, None)
    assert {fact.kind for fact in found.facts} >= set(FactKind) - {FactKind.LABEL}
    assert told(decode(encode(found), source.text)) == told(found)


@pytest.mark.parametrize("text", ["", "No facts here at all", "\U0001f600 “14 \u05e9\u05dc\u05d5\u05dd”\n" * 50])
def test_any_text_can_be_kept(text: str) -> None:
    found = find(account(text), None)
    assert told(decode(encode(found), text)) == told(found)


def test_the_stamp_changes_with_whatever_may_change_the_findings() -> None:
    source = account(TEXT)
    day = Anchor(date(2020, 8, 28), inferred=True)
    undated = replace(source, published=None)
    stamps = [
        stamp(source, None),
        stamp(replace(source, text=TEXT + " More."), None),
        stamp(replace(source, language="de"), None),
        stamp(undated, None),
        stamp(undated, day),
        stamp(undated, Anchor(date(2020, 8, 29), inferred=True)),
    ]
    assert len(set(stamps)) == len(stamps)
    assert all(one.startswith(extractor()) for one in stamps)


def test_the_stamp_is_the_same_for_whatever_changes_nothing() -> None:
    source = account(TEXT)
    assert stamp(source, Anchor(date(2020, 8, 28), inferred=True)) == stamp(source, None)
    assert stamp(replace(source, title="Another", outlet="Another"), None) == stamp(source, None)


def test_what_finds_facts_and_what_compares_them_have_names_of_their_own() -> None:
    assert extractor() != rules()
