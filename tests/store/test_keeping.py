"""The reader's tags, and what is forgotten for good."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from digest.model import Decision, Feed, FeedAnswer, Reading
from digest.query.read import read
from digest.query.terms import Clock
from digest.store import Store, TagUse

from .sample import NOW, ago, article, feed, saved, told

CLOCK = Clock(NOW, UTC)


def fitting(store: Store, query: str) -> list[int]:
    return sorted(found.id for found in store.queries.articles(read(query, CLOCK)))


def forget(store: Store, query: str) -> int:
    return sum(store.forgetting.forget(store.forgetting.would(read(query, CLOCK)).articles))


def test_a_tag_is_one_whatever_its_capitals_and_is_taken_back(store: Store) -> None:
    told(store, 1, article("1"), article("2"))
    assert store.tags.add("Café", articles=[1]) == 1
    assert store.tags.add("cafe", articles=[1, 2], stories=[1]) == 2
    assert store.tags.all() == (TagUse("Café", articles=2, stories=1),)
    assert [act.words for act in store.undo.acts()] == ["tagged 3 articles and stories #Café", "tagged a1 #Café"]
    assert store.tags.remove("CAFE", articles=[2]) == 1
    store.undo.take_back()
    assert store.tags.of_article(2) == ("Café",)
    store.undo.take_back()
    assert (store.tags.of_article(1), store.tags.of_article(2), store.tags.of_story(1)) == (("Café",), (), ())
    store.undo.take_back()
    assert store.tags.all() == ()


def test_what_belongs_to_a_tagged_story_has_its_tag_also_after_a_merge(store: Store) -> None:
    told(store, 1, article("1"))
    told(store, 2, article("2"))
    told(store, 3, article("3"))
    store.tags.add("court", articles=[3], stories=[2])
    assert fitting(store, "#court") == [2, 3]
    assert fitting(store, "-#Court") == [1]
    store.record([Decision("merge", 2, 1, gone=2)])
    assert fitting(store, "#court") == [1, 2, 3]
    assert {story.id for story in store.queries.stories(read("#court", CLOCK))} == {1, 3}
    assert store.tags.of_story(1) == ("court",)
    store.tags.remove("court", stories=[1])
    assert fitting(store, "#court") == [3]


@pytest.fixture
def old(store: Store) -> Store:
    """Six articles of one old story: read, unread, starred and tagged ones; the last is new."""
    dates = [ago(999)] * 5 + [ago(1)]
    told(store, 1, *(article(str(n), published=date) for n, date in enumerate(dates, start=1)))
    store.mark([1, 2, 4, 5, 6], Reading.READ)
    store.star([4], True)
    store.tags.add("keep", articles=[5])
    return store


def test_unread_starred_and_tagged_articles_are_never_forgotten(old: Store) -> None:
    would = old.forgetting.would(read("older:30d", CLOCK))
    assert (would.articles, would.kept) == ((1, 2), 3)
    assert forget(old, "older:30d") == 2
    assert fitting(old, "") == [3, 4, 5, 6]
    old.tags.add("keep", stories=[1])
    assert forget(old, "") == 0


def test_what_was_marked_in_the_meantime_stays(old: Store) -> None:
    chosen = old.forgetting.would(read("older:30d", CLOCK)).articles
    old.mark([2], Reading.UNREAD)
    assert sum(old.forgetting.forget(chosen)) == 1
    assert fitting(old, "older:30d") == [2, 3, 4, 5]


def test_everything_kept_of_a_forgotten_article_goes_and_its_story_is_counted_anew(old: Store) -> None:
    saved(old, article("1", published=ago(999), text="Edited."))
    forget(old, "older:30d")
    assert old.article(1) is None
    assert old.search("edited") == ()
    assert old.revisions(1) == ()
    story = old.story(1)
    assert story is not None
    assert story.articles == 4
    assert old.stale_stories() == (1,)
    forget(old, "")
    old.mark([3, 4, 5, 6], Reading.READ)
    old.star([4], False)
    old.tags.remove("keep", articles=[5])
    forget(old, "")
    assert old.stories() == ()


def test_no_feed_brings_a_forgotten_article_back(old: Store) -> None:
    forget(old, "older:30d")
    again = saved(old, article("1", title="Edited", published=ago(999)), article("7"))
    assert again == (0, 7)
    other = feed(old, "other")
    old.save(FeedAnswer(other, (article("x", url="https://harbour.example/news/2"),)))
    assert fitting(old, "") == [3, 4, 5, 6, 7]
    assert old.entry_hashes(1) == {}
    (document,) = old.save_document(article("1", url="https://harbour.example/news/1")).new
    assert document == 8


def test_a_removed_feed_that_is_subscribed_again_brings_nothing_back(old: Store) -> None:
    forget(old, "older:30d")
    known = feed(old)
    old.subscriptions.remove([known.id])
    returned = old.add_feed(Feed(known.url))
    old.save(FeedAnswer(replace(returned, outlet="Harbour"), (article("1"),)))
    assert old.article(1) is None


def test_the_file_is_written_anew_once_a_quarter_of_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path) as store:
        saved(store, *(article(str(n), text=f"The ferry {n} left. " * 200) for n in range(100)))
        assert not store.forgetting.vacuum()
        store.mark(range(1, 101), Reading.READ)
        assert forget(store, "") == 100
        assert store.forgetting.vacuum()
        store.check()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
