"""Lists of stories: their order, their narrowing, and the figures each carries."""

from dataclasses import replace

import pytest

from digest.errors import StoreError
from digest.model import Decision, Origins, Reading, Story, StorySort
from digest.query import All
from digest.store import Store

from .sample import NOW, ago, article, told

OUTLETS = "Harbour Gazette|Lighthouse Post|Tide Times|Pier Observer".split("|")


def covered(store: Store, story_id: int, outlets: int, hours: float, name: str = "harbour") -> tuple[int, ...]:
    """Store a story that so many outlets told so many hours ago; return its articles' ids."""
    told_by = [article(f"{story_id}-{n}", outlet=OUTLETS[n], published=ago(hours)) for n in range(outlets)]
    return told(store, story_id, *told_by, name=name)


def ids(stories: tuple[Story, ...]) -> list[int]:
    return [story.id for story in stories]


def test_a_story_carries_what_its_articles_come_to(store: Store) -> None:
    told(
        store,
        1,
        article("a", title="Ferry late", published=ago(3), outlet="Tide Times"),
        article("b", published=ago(5), outlet="Lighthouse Post"),
        article("c", published=ago(1), outlet="Tide Times"),
    )
    assert store.story(1) == Story(
        id=1,
        title="Ferry late",
        first_seen=ago(5),
        last_seen=ago(1),
        language="en",
        articles=3,
        outlets=("Lighthouse Post", "Tide Times"),
        differs=None,
        unread=3,
        times=(ago(5), ago(3), ago(1)),
    )
    assert store.stories() == (store.story(1),)


def test_what_was_worked_out_about_a_story_is_kept(store: Store) -> None:
    covered(store, 1, outlets=2, hours=1)
    known = store.story(1)
    assert known is not None
    better = replace(known, title="Ferries late", title_why="names", lead="They left.", language="de", differs=3)
    better = replace(better, origins=Origins(1, certain=False))
    store.keep_story(better)
    assert store.story(1) == better


def test_times_given_for_a_story_give_way_to_its_articles(store: Store) -> None:
    covered(store, 1, outlets=1, hours=2)
    store.keep_story(Story(id=1, title="Ferries", first_seen=ago(90), last_seen=NOW))
    kept = store.story(1)
    assert kept is not None
    assert (kept.first_seen, kept.last_seen) == (ago(2), ago(2))


def test_many_outlets_come_first_and_a_day_outweighs_twice_the_outlets(store: Store) -> None:
    covered(store, 1, outlets=1, hours=1)
    covered(store, 2, outlets=2, hours=1)
    covered(store, 3, outlets=4, hours=26)
    covered(store, 4, outlets=4, hours=72)
    assert ids(store.stories()) == [2, 3, 1, 4]
    assert ids(store.stories(now=NOW)) == [2, 3, 1, 4]
    assert ids(store.stories(now=ago(-1000))) == [2, 3, 1, 4]


def test_a_date_ahead_of_now_does_not_lead_the_list(store: Store) -> None:
    covered(store, 1, outlets=1, hours=-47)
    covered(store, 2, outlets=2, hours=1)
    assert ids(store.stories()) == [1, 2]
    assert ids(store.stories(now=NOW)) == [2, 1]


def test_a_storys_time_is_of_the_dates_its_articles_state_and_else_of_their_fetch(store: Store) -> None:
    told(store, 1, article("1", published=ago(900)), article("2", published=None))
    told(store, 2, article("3", published=None, fetched=ago(3)), name="coast")
    times = [(story.first_seen, story.last_seen) for number in (1, 2) if (story := store.story(number))]
    assert times == [(ago(900), ago(900)), (ago(3), ago(3))]
    assert ids(store.stories(since=ago(24))) == [2]
    assert store.queries.told_between(All(()), ago(24), ago(-1)) == (2,)
    assert store.queries.told_between(All(()), ago(901), ago(899)) == (1,)


def test_what_one_outlet_tells_without_a_date_comes_last_by_coverage_alone(store: Store) -> None:
    told(store, 1, article("1", published=None))
    told(store, 2, article("2", published=None), article("3", published=None, outlet="Coast FM"))
    covered(store, 3, outlets=1, hours=9000)
    assert ids(store.stories()) == [2, 3, 1]
    assert store.queries.told_between(All(()), ago(9001), ago(-1)) == (2, 3, 1)
    assert ids(store.stories(sort=StorySort.NEWEST)) == [2, 1, 3]


def test_the_other_orders(store: Store) -> None:
    for story_id, hours, differs in ((1, 5, 0), (2, 3, 2), (3, 4, 7)):
        covered(store, story_id, outlets=1, hours=hours)
        known = store.story(story_id)
        assert known is not None
        store.keep_story(replace(known, differs=differs))
    assert ids(store.stories(sort=StorySort.NEWEST)) == [2, 3, 1]
    assert ids(store.stories(sort=StorySort.DIFFERS)) == [3, 2, 1]


def test_stories_alike_come_latest_first_so_that_the_order_is_always_the_same(store: Store) -> None:
    for story_id in (1, 2, 3):
        covered(store, story_id, outlets=1, hours=1)
    assert all(ids(store.stories(sort=sort)) == [3, 2, 1] for sort in StorySort)


def test_a_list_of_stories_can_be_narrowed_and_counted(store: Store) -> None:
    first = covered(store, 1, outlets=3, hours=5)
    covered(store, 2, outlets=2, hours=3)
    covered(store, 3, outlets=1, hours=1)
    store.mark(first, Reading.READ)
    store.star(first[:1], starred=True)
    narrowed = {
        "min_outlets": ({"min_outlets": 2}, [2, 1]),
        "since": ({"since": ago(3)}, [3, 2]),
        "until": ({"until": ago(1)}, [2, 1]),
        "unread": ({"unread": True}, [3, 2]),
        "starred": ({"starred": True}, [1]),
        "all": ({"min_outlets": 2, "unread": True}, [2]),
    }
    for given, expected in narrowed.values():
        assert ids(store.stories(sort=StorySort.NEWEST, **given)) == expected  # type: ignore[arg-type]
        assert store.count_stories(**given) == len(expected)  # type: ignore[arg-type]


def test_a_list_of_stories_can_be_paged(store: Store) -> None:
    for story_id in range(1, 8):
        covered(store, story_id, outlets=1, hours=story_id)
    pages = [ids(store.stories(limit=3, offset=offset)) for offset in (0, 3, 6, 9)]
    assert pages == [[1, 2, 3], [4, 5, 6], [7], []]
    assert ids(store.stories(limit=None)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_story_that_lost_its_last_article_is_not_listed(store: Store) -> None:
    (moved,) = covered(store, 1, outlets=1, hours=1)
    covered(store, 2, outlets=1, hours=2)
    store.record([Decision("join", moved, 2)])
    assert ids(store.stories()) == [2]
    assert store.counts().stories == 1
    left = store.story(1)
    assert left is not None
    assert (left.articles, left.outlets, left.times) == (0, (), ())


@pytest.mark.parametrize("unknown", [0, -1, 5, 2**63, 10**30])
def test_an_unknown_story_is_none(store: Store, unknown: int) -> None:
    assert store.story(unknown) is None
    assert store.resolve(unknown) is None
    assert store.decisions(unknown) == ()


def test_a_number_that_is_too_large_is_one_line_for_the_user(store: Store) -> None:
    with pytest.raises(StoreError, match="too large"):
        store.stories(limit=10**30)


def test_an_article_without_a_date_is_not_among_a_storys_times(store: Store) -> None:
    told(store, 1, article("1", published=ago(5)), article("2", published=None))
    story = store.story(1)
    assert story is not None
    assert story.times == (ago(5),)
    assert story.articles == 2
