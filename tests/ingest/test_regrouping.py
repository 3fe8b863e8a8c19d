"""Everything grouped anew: numbers kept, decisions by hand kept, taken back like any act."""

from pathlib import Path

import pytest

from digest.desk import Desk
from digest.errors import StoreError
from digest.ingest.grouping import group
from digest.ingest.regrouping import put_in_place, regroup
from digest.model import Article, Decision
from digest.store import Store

from ..analysis.reports import START, newspaper
from .test_grouping import keep, members


def taken_in(store: Store) -> None:
    """Take in a newspaper of several events, all at once."""
    keep(store, (one for _, one in newspaper()))
    group(store)


@pytest.mark.parametrize("on_disk", [True, False], ids=["in a file", "in memory"])
def test_what_is_grouped_well_stays_as_it_is(tmp_path: Path, on_disk: bool) -> None:
    with Store(tmp_path / "digest.db" if on_disk else None) as store:
        taken_in(store)
        before = store.regrouping.places()
        found = regroup(store)
        assert (found.moved, found.new, found.gone) == (0, 0, {})
        put_in_place(store, found)
        assert store.regrouping.places() == before
        assert store.undo.acts() == ()
        assert {file.name for file in tmp_path.iterdir()} <= {"digest.db", "digest.db-wal", "digest.db-shm"}


def test_a_wrong_grouping_is_put_right_under_the_numbers_there_were_and_taken_back(store: Store) -> None:
    taken_in(store)
    right, places = members(store), store.regrouping.places()
    one, other, *_ = sorted(set(places.values()))
    torn = next(article for article, story in places.items() if story == other)
    late = store.next_story_id()
    store.record([Decision("merge", torn, one, gone=other), Decision("new", torn, late)])
    wrong = store.regrouping.places()
    put_in_place(store, regroup(store))
    assert members(store) == right
    assert store.resolve(one) == one
    assert store.resolve(other) is not None
    assert store.story(late) is not None
    assert store.undo.take_back() is not None
    assert store.regrouping.places() == wrong


def test_what_was_decided_by_hand_is_kept(store: Store) -> None:
    taken_in(store)
    desk = Desk(store)
    first, second, third, *_ = (story.id for story in store.stories(limit=None) if story.articles > 1)
    desk.by_hand.do(desk.by_hand.merge([first, second]))
    split = store.articles(story=third)[0].id
    desk.by_hand.do(desk.by_hand.split(third, [split]))
    before = store.regrouping.places()
    put_in_place(store, regroup(store))
    assert store.regrouping.places() == before
    assert desk.story(second).id == first
    assert any(decision.by_hand for decision in desk.why(first))


def test_each_step_is_on_record_anew(store: Store) -> None:
    taken_in(store)
    story = store.stories(limit=1)[0].id
    before = store.decisions(story)
    put_in_place(store, regroup(store))
    assert [(step.what, step.article_id) for step in store.decisions(story)] == [
        (step.what, step.article_id) for step in before
    ]


def test_where_another_run_has_grouped_meanwhile_nothing_is_changed(store: Store) -> None:
    taken_in(store)
    found = regroup(store)
    keep(store, [Article("late", "Isle Post", "A late one", "It came late.", START)])
    group(store)
    before = store.regrouping.places()
    with pytest.raises(StoreError, match="another run has grouped articles meanwhile"):
        put_in_place(store, found)
    assert store.regrouping.places() == before
