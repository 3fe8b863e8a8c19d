"""Decisions of the clusterer: membership, merges, ids that never mean another story."""

import pytest

from digest.desk import Desk
from digest.errors import StoreError
from digest.model import Decision
from digest.store import Store

from .sample import article, saved, told


def members(store: Store, story_id: int) -> list[int]:
    return sorted(held.id for held in store.articles(story=story_id))


def test_decisions_put_articles_into_stories_and_come_back_with_their_evidence(store: Store) -> None:
    saved(store, article("a"), article("b"))
    made = (Decision("new", 1, 1), Decision("join", 2, 1, score=0.5, terms=("ferry", "quai été"), days=0.25))
    store.record(made)
    assert members(store, 1) == [1, 2]
    assert store.decisions(1) == made


def test_a_merge_moves_the_articles_and_leaves_a_way_to_the_story(store: Store) -> None:
    told(store, 1, article("a"))
    told(store, 2, article("b"), article("c"))
    store.record([Decision("merge", 1, 2, gone=1, score=0.4)])
    assert members(store, 2) == members(store, 1) == [1, 2, 3]
    assert store.resolve(1) == store.resolve(2) == 2
    assert store.story(1) == store.story(2)
    assert [story.id for story in store.stories()] == [2]
    assert [decision.what for decision in store.decisions(1)] == ["new", "new", "join", "merge"]


def test_merges_after_merges_lead_to_the_last_story(store: Store) -> None:
    for story_id in (1, 2, 3, 4):
        told(store, story_id, article(str(story_id)))
    store.record([Decision("merge", 1, 2, gone=1), Decision("merge", 2, 3, gone=2)])
    store.record([Decision("merge", 1, 4, gone=3)])
    assert [store.resolve(story_id) for story_id in (1, 2, 3, 4)] == [4, 4, 4, 4]
    assert members(store, 1) == [1, 2, 3, 4]


def test_a_merge_into_a_story_that_has_gone_goes_where_it_leads(store: Store) -> None:
    for story_id in (1, 2, 3):
        told(store, story_id, article(str(story_id)))
    store.record([Decision("merge", 1, 1, gone=2), Decision("merge", 3, 2, gone=3), Decision("join", 2, 2)])
    assert members(store, 1) == [1, 2, 3]
    store.record([Decision("merge", 1, 2, gone=1)])
    assert store.resolve(1) == 1


def test_ids_of_stories_are_never_given_twice(store: Store) -> None:
    assert store.next_story_id() == 1
    told(store, 1, article("a"))
    told(store, 2, article("b"))
    store.record([Decision("merge", 2, 1, gone=2)])
    assert store.next_story_id() == 3
    told(store, 7, article("c"))
    assert store.next_story_id() == 8


def test_an_article_that_another_run_has_grouped_meanwhile_stops_the_whole_record(store: Store) -> None:
    told(store, 1, article("a"))
    saved(store, article("b"), article("c"))
    with pytest.raises(StoreError, match="run again"):
        store.record([Decision("join", 2, 1), Decision("new", 1, 1)])
    assert members(store, 1) == [1]
    assert len(store.decisions(1)) == 1
    assert len(store.ungrouped()) == 2


def test_a_new_story_whose_number_was_given_meanwhile_gets_the_next(store: Store) -> None:
    told(store, 1, article("a"), article("b"))
    saved(store, article("c"), article("d"), article("e"))
    desk = Desk(store)
    assert desk.by_hand.do(desk.by_hand.split(1, [2])) == 2
    decided_before = [
        Decision("new", 3, 2),
        Decision("join", 4, 2),
        Decision("new", 5, 3),
        Decision("merge", 5, 2, gone=3),
    ]
    store.record(decided_before)
    assert (members(store, 2), members(store, 3)) == ([2], [3, 4, 5])
    assert store.resolve(4) == 3


def test_a_decision_about_what_is_not_there_is_refused(store: Store) -> None:
    saved(store, article("a"))
    with pytest.raises(StoreError):
        store.record([Decision("join", 1, 5)])
    with pytest.raises(StoreError):
        store.record([Decision("new", 9, 1)])
    assert store.ungrouped()
