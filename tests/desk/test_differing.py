"""What differs in a story is open until somebody looks, then kept until its articles change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from digest.desk import Desk
from digest.ingest.storyrows import refresh_rows
from digest.model import Decision, StorySort
from digest.query.figures import asks_about
from digest.query.nodes import All, Counted, Either, Figure, Not, Words
from digest.store import Store

from ..store.sample import ago, article, told

FIRE = "The fire killed {} people, police said.\nThe ferry Anneke burned for six hours off Holm."


@pytest.fixture
def store() -> Iterator[Store]:
    """Three stories: one that differs, a better covered one that does not, and one of a single outlet."""
    with Store() as opened:
        for story, tolls in ((1, (14, 17)), (2, (3, 3, 3)), (3, (5,))):
            told(
                opened,
                story,
                *(
                    article(f"{story}.{n}", outlet=f"Outlet {n}", text=FIRE.format(toll), published=ago(n))
                    for n, toll in enumerate(tolls)
                ),
                name=f"feed{story}",
            )
        refresh_rows(opened)
        yield opened


def differs(store: Store) -> dict[int, int | None]:
    return {story.id: story.differs for story in store.stories()}


def test_an_ingest_leaves_it_open_where_several_outlets_tell(store: Store) -> None:
    assert differs(store) == {1: None, 2: None, 3: 0}


def test_whoever_looks_has_it_worked_out_and_kept(store: Store) -> None:
    desk = Desk(store)
    assert [(story.id, story.differs) for story in desk.settled([desk.story(1), desk.story(3)])] == [(1, 1), (3, 0)]
    assert differs(store) == {1: 1, 2: None, 3: 0}
    assert store.differences.of([1, 2, 3]) == {1: ("quantity: 14 to 14 person / 17 to 17 person",), 3: ()}


def test_before_sorting_by_it_the_most_covered_are_worked_out_up_to_a_bound(store: Store) -> None:
    desk = Desk(store)
    assert desk.settle(1) == 1
    assert differs(store) == {1: None, 2: 0, 3: 0}
    assert desk.settle(1) == 0
    assert [story.id for story in desk.stories(sort=StorySort.DIFFERS)] == [1, 2, 3]
    assert desk.settle(1) == 0


def test_only_stories_that_are_wanted_are_worked_out(store: Store) -> None:
    assert Desk(store).settle(9, min_outlets=3) == 0
    assert differs(store) == {1: None, 2: 0, 3: 0}


def merge_a_late_article(store: Store) -> None:
    told(store, 4, article("late", outlet="Tide Times", text=FIRE.format(19)), name="late")
    store.record([Decision("merge", 7, 1, gone=4)])
    refresh_rows(store)


def test_it_is_open_again_when_an_article_comes(store: Store) -> None:
    Desk(store).settle(9)
    assert differs(store)[1] == 1
    merge_a_late_article(store)
    assert differs(store)[1] is None


def test_an_answer_that_comes_after_a_change_is_not_kept(store: Store) -> None:
    (asked,) = store.differences.open([1])
    merge_a_late_article(store)
    store.differences.keep([(asked, ("quantity: 14 / 17",))])
    assert store.differences.of([1]) == {}


def test_what_other_rules_worked_out_is_worked_out_anew(store: Store) -> None:
    desk = Desk(store)
    desk.settle(9)
    store.keep_story(replace(desk.story(1), differs=0))
    assert differs(store)[1] == 0
    assert [story.differs for story in desk.settled([desk.story(1)])] == [0]
    assert not store.differences.by("the rules of an older digest")
    assert [story.differs for story in desk.settled([desk.story(1)])] == [1]
    assert differs(store)[1] == 1


def test_a_query_tells_whether_it_asks_about_what_differs() -> None:
    asked = Counted(Figure.DIFFERS, ">", 0)
    assert asks_about(All((Words("fire"), Either((Not(asked), Words("ferry"))))), Figure.DIFFERS)
    assert not asks_about(All((Words("fire"), Counted(Figure.SOURCES, ">", 1))), Figure.DIFFERS)
