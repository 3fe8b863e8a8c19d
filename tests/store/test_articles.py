"""Lists of articles, and the reader's marks on them."""

import pytest

from digest.model import Article, Decision, Reading
from digest.store import Store

from .sample import NOW, ago, article, saved, told


def keys(articles: tuple[Article, ...]) -> str:
    return "".join(held.key for held in articles)


@pytest.fixture
def full(store: Store) -> Store:
    """Four articles an hour apart, a the oldest; b and c are one story; d is another outlet's."""
    for n, key in enumerate("abc"):
        saved(store, article(key, published=ago(4 - n)))
    saved(store, article("d", published=ago(1), outlet="Lighthouse Post"))
    store.record([Decision("new", 2, 1), Decision("join", 3, 1)])
    return store


def test_the_newest_come_first(full: Store) -> None:
    assert keys(full.articles()) == "dcba"


def test_a_list_can_be_paged(full: Store) -> None:
    assert keys(full.articles(limit=2)) == "dc"
    assert keys(full.articles(limit=2, offset=2)) == "ba"
    assert keys(full.articles(limit=None, offset=1)) == "cba"


def test_articles_of_one_time_are_told_apart_by_their_order_of_arrival(store: Store) -> None:
    saved(store, article("1"), article("2"), article("3"))
    assert keys(store.articles()) == "321"


def test_a_list_can_be_narrowed(full: Store) -> None:
    full.mark([2, 4], Reading.READ)
    full.star([1, 2], starred=True)
    assert keys(full.articles(outlet="Lighthouse Post")) == "d"
    assert keys(full.articles(since=ago(3), until=ago(1))) == "cb"
    assert keys(full.articles(unread=True)) == "ca"
    assert keys(full.articles(starred=True)) == "ba"
    assert keys(full.articles(starred=True, unread=True, until=ago(3))) == "a"
    assert keys(full.articles(story=1)) == "cb"
    assert full.articles(story=99) == ()


def test_articles_without_a_story_come_oldest_first(full: Store) -> None:
    assert keys(full.ungrouped()) == "ad"


def test_reading_and_stars_are_counted(full: Store) -> None:
    full.mark([2], Reading.READ)
    full.star([3], starred=True)
    counts = full.counts()
    assert (counts.articles, counts.unread, counts.starred, counts.stories) == (4, 3, 1, 1)
    assert (full.stories()[0].unread, full.stories()[0].starred) == (1, 1)
    full.mark([2], Reading.UNREAD)
    full.star([3], starred=False)
    assert (full.counts().unread, full.counts().starred) == (4, 0)
    assert (full.stories()[0].unread, full.stories()[0].starred) == (2, 0)


def test_marking_many_marks_them_all(store: Store) -> None:
    ids = told(store, 1, *(article(str(n)) for n in range(1500)))
    store.mark((number for number in ids), Reading.READ)
    assert store.counts().unread == 0


def test_marking_what_is_not_there_does_nothing(store: Store) -> None:
    store.mark([1, 10**30], Reading.READ)
    store.star([], starred=True)
    assert store.counts().articles == 0


def test_times_of_other_zones_sort_by_the_moment(store: Store) -> None:
    saved(store, article("1", published=NOW.astimezone().replace(microsecond=1)), article("2", published=NOW))
    assert keys(store.articles()) == "12"


def test_whole_stories_are_marked_at_once_and_what_changed_is_told(store: Store) -> None:
    first = told(store, 1, article("1"), article("2"))
    second = told(store, 2, article("3"))
    other = told(store, 3, article("4"))
    store.mark(first[:1], Reading.READ)
    assert store.mark_stories([1, 2], Reading.READ) == (*first[1:], *second)
    assert [a.id for a in store.articles(unread=True)] == list(other)
    story = store.story(1)
    assert story is not None
    assert story.unread == 0


def test_a_count_is_that_of_the_list_and_the_last_number_is_known(full: Store) -> None:
    assert full.count_articles() == len(full.articles(limit=None))
    assert full.count_articles(unread=True, outlet="nobody") == 0
    assert full.last_numbers()[1] == max(a.id for a in full.articles(limit=None))
