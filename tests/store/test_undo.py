"""What the reader did is taken back exactly, the latest first, also by another run."""

from pathlib import Path

import pytest

from digest.model import Article, Decision, Reading
from digest.store import Store, recording

from .sample import article, saved, told


def state(store: Store) -> list[tuple[int, int | None, Reading, bool, str]]:
    """Return what acts may alter of all articles."""
    held: tuple[Article, ...] = store.articles(limit=None)
    return sorted((one.id, one.story_id, one.reading, one.starred, one.outlet) for one in held)


def test_marks_and_stars_are_taken_back_one_by_one(store: Store) -> None:
    told(store, 1, article("a"), article("b"), article("c"))
    states = [state(store)]
    for act in (
        lambda: store.mark([1], Reading.READ),
        lambda: store.mark_stories([1], Reading.READ),
        lambda: store.star([2, 3], True),
        lambda: store.star([3], False),
        lambda: store.mark([1, 2, 3], Reading.UNREAD),
    ):
        act()
        states.append(state(store))
    assert [act.words for act in store.undo.acts()] == [
        "marked 3 articles unread",
        "took the star off a3",
        "starred 2 articles",
        "marked 2 articles read",
        "marked a1 read",
    ]
    assert [act.kind for act in store.undo.acts(limit=2)] == ["mark", "star"]
    for before in reversed(states[:-1]):
        back = store.undo.take_back()
        assert back is not None
        assert back.left == 0
        assert state(store) == before
    assert store.undo.take_back() is None
    story = store.story(1)
    assert story is not None
    assert (story.unread, story.starred) == (3, 0)


def test_what_alters_nothing_is_no_act(store: Store) -> None:
    told(store, 1, article("a"))
    store.mark([1], Reading.UNREAD)
    store.mark([99], Reading.READ)
    store.star([1], False)
    assert store.undo.acts() == ()


def test_opening_an_article_marks_it_without_being_an_act(store: Store) -> None:
    told(store, 1, article("a"))
    store.mark([1], Reading.READ, undoable=False)
    assert store.undo.acts() == ()
    assert store.articles()[0].reading is Reading.READ


def test_what_has_changed_since_is_left_alone_and_counted(store: Store) -> None:
    told(store, 1, article("a"), article("b"))
    store.mark([1, 2], Reading.READ)
    store.mark([1], Reading.UNREAD, undoable=False)
    back = store.undo.take_back()
    assert back is not None
    assert (back.restored, back.left) == (1, 1)
    assert {one.reading for one in store.articles()} == {Reading.UNREAD}


def test_acts_outlast_the_run_that_made_them(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path) as store:
        told(store, 1, article("a"))
        store.star([1], True)
    with Store(path) as store:
        assert store.undo.take_back() is not None
    with Store(path) as store:
        assert state(store)[0][3] is False
        assert store.undo.acts() == ()


def test_only_the_latest_act_is_taken_back(store: Store) -> None:
    told(store, 1, article("a"))
    store.star([1], True)
    (shown,) = store.undo.acts()
    store.mark([1], Reading.READ)
    assert store.undo.take_back(expected=shown.id) is None
    assert len(store.undo.acts()) == 2
    latest = store.undo.acts()[0]
    assert store.undo.take_back(expected=latest.id) is not None


def test_a_renamed_outlet_gets_its_name_back_and_those_that_were_one_are_two_again(store: Store) -> None:
    told(store, 1, article("a", outlet="Tide Times"), article("b", outlet="Pier Observer"))
    before = state(store)
    assert store.subscriptions.rename_outlet("Tide Times", "Pier Observer") == (1,)
    merged = store.story(1)
    assert merged is not None
    store.keep_story(merged)
    assert store.undo.take_back() is not None
    assert state(store) == before
    assert store.stale_stories() == (1,)
    saved(store, article("c", outlet="Tide Times"))
    assert state(store)[-1][4] == "Tide Times"


def test_no_more_acts_are_kept_than_the_latest_thousand(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert recording.MOST_ACTS == 1_000
    monkeypatch.setattr(recording, "MOST_ACTS", 3)
    told(store, 1, article("a"))
    for starred in (True, False, True, False, True):
        store.star([1], starred)
    assert [act.id for act in store.undo.acts()] == [5, 4, 3]


def test_the_clusterers_decisions_are_no_acts(store: Store) -> None:
    told(store, 1, article("a"))
    told(store, 2, article("b"))
    store.record([Decision("merge", 2, 1, gone=2)])
    assert store.undo.acts() == ()
