"""Merges, splits and moves by hand: they stick, whatever a later grouping decides, and are taken back exactly."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.desk import Desk
from digest.errors import ActError, NotFoundError, StoreError
from digest.model import Constraints, Decision, Reading
from digest.store import Store

from .sample import ago, article, told

Stories = set[frozenset[int]]


@pytest.fixture
def desk(store: Store) -> Desk:
    """Three stories: 1 (a1, a2), 2 (a3, a4, a5), 3 (a6)."""
    return Desk(filled(store))


def filled(store: Store) -> Store:
    for number, size in ((1, 2), (2, 3), (3, 1)):
        told(store, number, *(article(f"{number}{n}", published=ago(50 - 9 * number + n)) for n in range(size)))
    return store


def stories(store: Store) -> Stories:
    """Return the stories as sets of articles."""
    return {
        frozenset(held.id for held in store.articles(story=story.id, limit=None)) for story in store.stories(limit=None)
    }


def members(desk: Desk, story_id: int) -> list[int]:
    return sorted(held.id for held in desk.articles(story_id))


def test_a_merge_goes_into_the_first_and_leaves_a_way_to_it(desk: Desk) -> None:
    assert desk.by_hand.do(desk.by_hand.merge([2, 1, 3])) == 2
    assert members(desk, 1) == members(desk, 3) == [1, 2, 3, 4, 5, 6]
    assert desk.story(1).id == desk.story(3).id == 2
    by_hand = [decision for decision in desk.why(2) if decision.by_hand]
    assert [(d.what, d.gone, d.story_id) for d in by_hand] == [("merge", 1, 2), ("merge", 3, 2)]


@pytest.mark.parametrize(("chosen", "kept", "went"), [((4,), [3, 5], [4]), ((3, 5), [3, 5], [4])], ids=["few", "most"])
def test_a_split_keeps_the_number_on_the_larger_part(
    desk: Desk, chosen: tuple[int, ...], kept: list[int], went: list[int]
) -> None:
    assert desk.by_hand.do(desk.by_hand.split(2, chosen)) == 4
    assert (members(desk, 2), members(desk, 4)) == (kept, went)


def test_of_equal_parts_the_older_keeps_the_number(desk: Desk) -> None:
    desk.by_hand.do(desk.by_hand.split(1, [2]))
    assert members(desk, 1) == [2]  # a2 was published an hour before a1


def test_a_moved_article_says_where_it_came_from(desk: Desk) -> None:
    desk.by_hand.do(desk.by_hand.move(3, 1))
    assert (members(desk, 1), members(desk, 2)) == ([1, 2, 3], [4, 5])
    assert desk.by_hand.decisions(3)[-1] == Decision("move", 3, 1, gone=2, by_hand=True)


def test_the_number_of_a_story_whose_last_article_was_moved_leads_on(desk: Desk) -> None:
    desk.by_hand.do(desk.by_hand.move(6, 1))
    assert desk.story(3).id == 1


def test_what_makes_no_sense_is_refused_with_the_reason(desk: Desk, store: Store) -> None:
    told(store, 9, article("de", language="de", text="Die Fähre fuhr."), name="hafen")
    german = store.story(9)
    assert german is not None
    store.keep_story(german)
    desk.by_hand.do(desk.by_hand.merge([1, 3]))
    refused: dict[str, Callable[[], object]] = {
        "1 is named twice": lambda: desk.by_hand.merge([1, 1]),
        r"named twice \(story 3 leads to it\)": lambda: desk.by_hand.merge([1, 3]),
        r"another language \(de\)": lambda: desk.by_hand.merge([1, 9]),
        r"another language \(en\) than story 9": lambda: desk.by_hand.move(1, 9),
        "all the articles of story 2": lambda: desk.by_hand.split(2, [3, 4, 5]),
        "a1 is in story 1, not in 2": lambda: desk.by_hand.split(2, [1]),
        "a6 is in story 1 already": lambda: desk.by_hand.move(6, 3),
    }
    before = stories(store)
    for words, act in refused.items():
        with pytest.raises(ActError, match=words):
            act()
    assert stories(store) == before


def test_a_plan_that_is_no_longer_true_is_not_carried_out(desk: Desk, store: Store) -> None:
    plan = desk.by_hand.merge([1, 2])
    told(store, 4, article("new"), name="lighthouse")
    store.record([Decision("merge", 1, 1, gone=4)])
    with pytest.raises(StoreError, match="story 1 has just been changed by another run"):
        desk.by_hand.do(plan)
    assert desk.story(2).id == 2


def test_what_was_put_together_stays_together_whatever_a_grouping_decides(desk: Desk, store: Store) -> None:
    desk.by_hand.do(desk.by_hand.merge([1, 3]))
    store.record([Decision("join", 6, 2), Decision("new", 2, store.next_story_id())])
    assert members(desk, 1) == [1, 2, 6]
    store.record([Decision("join", number, 2) for number in (1, 2, 6)])
    assert members(desk, 2) == [1, 2, 3, 4, 5, 6]


def test_what_was_taken_apart_stays_apart_whatever_a_grouping_decides(desk: Desk, store: Store) -> None:
    desk.by_hand.do(desk.by_hand.split(2, [4]))
    store.record([Decision("merge", 3, 2, gone=4), Decision("join", 4, 2), Decision("merge", 4, 1, gone=4)])
    assert members(desk, 2) == [3, 5]
    assert members(desk, 1) == [1, 2, 4]
    store.record([Decision("merge", 3, 1, gone=2)])
    assert members(desk, 2) == [3, 5]


def test_the_last_word_counts(desk: Desk, store: Store) -> None:
    desk.by_hand.do(desk.by_hand.split(2, [4]))
    desk.by_hand.do(desk.by_hand.move(4, 2))
    assert store.by_hand.constraints() == Constraints(must=frozenset({(3, 4), (3, 5)}))
    desk.by_hand.do(desk.by_hand.split(2, [3]))
    assert store.by_hand.constraints() == Constraints(must=frozenset({(4, 5)}), cannot=frozenset({(3, 4), (3, 5)}))


def test_an_undone_split_leaves_a_way_from_the_number_it_gave(desk: Desk, store: Store) -> None:
    desk.by_hand.do(desk.by_hand.split(2, [4]))
    assert store.undo.take_back() is not None
    assert members(desk, 2) == members(desk, 4) == [3, 4, 5]
    assert desk.by_hand.do(desk.by_hand.split(2, [4])) == 5


def test_an_undone_merge_keeps_what_came_since_where_it_went(desk: Desk, store: Store) -> None:
    desk.by_hand.do(desk.by_hand.merge([2, 3]))
    (late,) = told(store, 4, article("late"), name="lighthouse")
    store.record([Decision("join", late, 3), Decision("merge", late, 1, gone=2)])
    assert members(desk, 3) == [1, 2, 3, 4, 5, 6, 7]
    assert store.undo.take_back() is not None
    assert (members(desk, 3), members(desk, 2)) == ([6], [1, 2, 3, 4, 5, 7])
    assert store.by_hand.constraints() == Constraints()


def whole(store: Store) -> tuple[object, ...]:
    """Return what acts alter: membership, marks, and what was decided by hand."""
    marks = {(held.id, held.reading, held.starred) for held in store.articles(limit=None)}
    by_hand = [decision for n in range(1, 7) for decision in store.by_hand.decisions(n)]
    return stories(store), marks, store.by_hand.constraints(), by_hand


ARTICLE, STORY = st.integers(1, 6), st.integers(1, 9)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), st.lists(STORY, min_size=2, max_size=3)),
        st.tuples(st.just("split"), st.lists(ARTICLE, min_size=1, max_size=3)),
        st.tuples(st.just("move"), st.tuples(ARTICLE, STORY)),
        st.tuples(st.just("mark"), st.lists(ARTICLE)),
        st.tuples(st.just("star"), st.lists(ARTICLE)),
    ),
    max_size=12,
)


def act(desk: Desk, what: str, numbers: list[int]) -> None:
    """Do one act, unless it makes no sense."""
    by_hand = desk.by_hand
    with suppress(ActError, NotFoundError):
        if what == "merge":
            by_hand.do(by_hand.merge(numbers))
        elif what == "split":
            by_hand.do(by_hand.split(desk.article(numbers[0]).story_id or 0, numbers))
        elif what == "move":
            by_hand.do(by_hand.move(*numbers))
        elif what == "mark":
            desk.mark(numbers, Reading.READ)
        else:
            desk.star(numbers, not desk.article(1).starred)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_whatever_was_done_is_taken_back_exactly_and_no_number_is_given_twice(
    acts: list[tuple[str, list[int]]],
) -> None:
    with Store() as store:
        desk = Desk(filled(store))
        states = [whole(store)]
        for what, numbers in acts:
            known = len(store.undo.acts())
            act(desk, what, list(numbers))
            held(store)
            if len(store.undo.acts()) > known:
                states.append(whole(store))
        highest = store.next_story_id()
        for before in reversed(states[:-1]):
            back = store.undo.take_back()
            assert back is not None
            assert back.left == 0
            assert whole(store) == before
        assert store.undo.take_back() is None
        assert store.next_story_id() == highest


@settings(max_examples=40, deadline=None)
@given(ACTS, st.lists(st.tuples(st.booleans(), ARTICLE, STORY, STORY), max_size=8))
def test_no_grouping_undoes_what_was_decided_by_hand(
    acts: list[tuple[str, list[int]]], decided: list[tuple[bool, int, int, int]]
) -> None:
    with Store() as store:
        desk = Desk(filled(store))
        for what, numbers in acts:
            act(desk, what, list(numbers))
        kept = store.by_hand.constraints()
        for merges, number, story, gone in decided:
            if store.resolve(story) and store.resolve(gone):
                store.record([Decision("merge" if merges else "join", number, story, gone=gone if merges else None)])
                held(store)
        assert store.by_hand.constraints() == kept


def held(store: Store) -> None:
    """Assert that what was decided by hand is so."""
    where = {one.id: one.story_id for one in store.articles(limit=None)}
    found = store.by_hand.constraints()
    assert all(where[one] == where[other] for one, other in found.must)
    assert all(where[one] != where[other] for one, other in found.cannot)
