"""Accounts are compared by what is kept of them, and by nothing that no longer holds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digest.analysis.kept import decode, encode
from digest.analysis.sources import choose_sources
from digest.desk import Desk
from digest.desk.comparing import Comparer
from digest.model import FactKind, State
from digest.store import Store

from ..store.sample import ago, article, saved, told

FIRST = "The fire killed 14 people, police said.\nThe ferry Anneke burned for six hours off Holm."
SECOND = "Police said the fire killed 17 people.\nThe ferry Anneke was towed to Port Ansel."


@pytest.fixture
def store() -> Iterator[Store]:
    """One story of two full texts and an excerpt."""
    with Store() as opened:
        told(
            opened,
            1,
            article("a", outlet="Harbour Gazette", text=FIRST, published=ago(3)),
            article("b", outlet="Lighthouse Post", text=SECOND, published=ago(2)),
            article("c", outlet="Tide Times", text="Ferry fire off Holm: 14 dead.", published=ago(1), excerpt=True),
        )
        yield opened


def test_what_is_found_is_kept_at_the_first_comparison_and_used_at_the_second(store: Store) -> None:
    first = Desk(store).compare(1)
    assert store.facts.stamps([1, 2, 3]).keys() == {1, 2}, "an excerpt is read as fast as its facts are fetched"
    stamp, found = store.facts.held([1])[1]
    known = decode(found, FIRST)
    store.facts.keep({1: (stamp, encode(replace(known, facts=())))})
    assert Desk(store).compare(1) != first
    store.facts.keep({1: (stamp, found)})
    assert Desk(store).compare(1) == first
    assert {row.state for row in first.rows if row.kind is FactKind.QUANTITY} >= {State.DIFFER_VALUE}


def test_what_another_extractor_found_is_read_anew(store: Store) -> None:
    first = Desk(store).compare(1)
    kept = store.facts.held([1, 2])
    nothing = encode(replace(decode(kept[1][1], FIRST), facts=()))
    store.facts.keep({1: (f"older{kept[1][0]}", nothing)})
    assert Desk(store).compare(1) == first
    assert store.facts.held([1, 2]) == kept


def test_an_edited_text_is_read_anew(store: Store) -> None:
    assert Desk(store).compare(1).count("differ") == 1
    edited = article("a", outlet="Harbour Gazette", text=FIRST.replace("14", "17"), published=ago(3))
    saved(store, edited)
    assert Desk(store).compare(1).count("differ") == 0


def test_texts_are_read_ahead_up_to_a_bound(store: Store) -> None:
    sources = choose_sources(store.articles(story=1))
    comparer = Comparer(store)
    assert comparer.prepare(sources, (), most=1) == 1
    comparer.keep()
    assert len(store.facts.stamps([1, 2, 3])) == 1
    assert comparer.prepare(sources, (), most=9) == 1
    comparer.keep()
    assert Comparer(store).prepare(sources, (), most=9) == 0


def test_a_database_another_program_writes_to_can_be_compared_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path) as one, Store(path, wait=0.0) as other:
        told(one, 1, article("a", text=FIRST), article("b", outlet="Lighthouse Post", text=SECOND))
        with one.writing():
            found = Desk(other).compare(1)
        assert found.count("differ") == 1
        assert other.facts.stamps([1, 2]) == {}
