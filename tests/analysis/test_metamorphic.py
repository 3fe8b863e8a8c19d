"""Marks follow the facts: other names, days or numbers in the invented pairs change what hangs on them and no more."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from digest.analysis.comparison.compare import compare
from digest.model import FactKind, Source

from .invented import Mark, load, names

RENAMED = {
    "quake": {
        "Tarvessa": "Bramholt",
        "Orlane": "Quenby",
        "Luvane": "Marrowby",
        "Sotte": "Dennick",
        "Brennholt": "Ostrava",
    },
    "court": {"Quellmar": "Lindhaven", "Varga": "Merrow", "Haase": "Tillman", "Dietz": "Corrigan"},
    "strike": {"Hallvik": "Norrby", "Nordlast": "Seahaul", "Tolk": "Winder", "Brandt": "Lossow"},
    "resignation": {"Hjelm": "Tarrow", "Aalto": "Benning", "Lauritz": "Corvin", "Petrik": "Mallow", "Strand": "Fenner"},
}
SAME = [(name, mark) for name in names() for mark in load(name)[1] if mark.kind == "quantity" and mark.state == "agree"]


def marks(sources: tuple[Source, Source]) -> Counter[tuple[str, str]]:
    """Count the marks by kind and what they say."""
    return Counter((row.kind.value, row.state.family) for row in compare(sources).rows)


def renamed(source: Source, table: Mapping[str, str]) -> Source:
    text = source.text
    for name, other in table.items():
        text = text.replace(name, other)
    return replace(source, text=text)


@pytest.mark.parametrize("name", RENAMED)
def test_other_names_change_no_mark(name: str) -> None:
    one, other = load(name)[0]
    assert marks((renamed(one, RENAMED[name]), renamed(other, RENAMED[name]))) == marks((one, other))


@pytest.mark.parametrize("name", names())
def test_other_outlets_change_no_mark(name: str) -> None:
    one, other = load(name)[0]
    assert marks((replace(one, outlet="Q"), replace(other, outlet="R"))) == marks((one, other))


@pytest.mark.parametrize("name", names())
def test_the_order_of_the_accounts_changes_no_row_of_two(name: str) -> None:
    one, other = load(name)[0]
    both = [{fact.text for _, fact in row.stated} for row in compare((one, other)).rows if len(row.present) == 2]
    turned = [{fact.text for _, fact in row.stated} for row in compare((other, one)).rows if len(row.present) == 2]
    assert sorted(map(sorted, both)) == sorted(map(sorted, turned))


def test_a_week_later_the_weekdays_agree_as_before() -> None:
    one, other = (replace(s, published=s.published + timedelta(days=7)) for s in load("quake")[0] if s.published)
    assert marks((one, other)) == marks(load("quake")[0])


@pytest.mark.parametrize(("name", "mark"), SAME, ids=lambda value: value if isinstance(value, str) else None)
def test_another_number_agrees_no_more(name: str, mark: Mark) -> None:
    (one, other), _, _ = load(name)
    start, end = mark.spans[1]
    number = other.text[start:end]
    if not (digits := "".join(c for c in number if c.isdigit())) or digits not in one.text.replace(",", ""):
        return  # written out, or another form of the number on the other side
    first = next(i for i, c in enumerate(number) if c.isdigit())
    another = number[:first] + str(int(number[first]) % 9 + 1) + number[first + 1 :]
    changed = replace(other, text=other.text[:start] + another + other.text[end:])
    for row in compare((one, changed)).rows:
        facts = dict(row.stated)
        if (
            row.kind is FactKind.QUANTITY
            and 1 in facts
            and facts[1].start < start + len(another)
            and start < facts[1].end
        ):
            assert row.state.value != "agree_reworded" or 0 not in facts
