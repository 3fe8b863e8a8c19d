"""Saving: an article is one row whatever way it comes in, and its earlier versions are kept."""

from dataclasses import replace

import pytest

from digest.errors import StoreError
from digest.model import FeedAnswer, Provenance, Reading
from digest.store import Saved, Store

from .sample import NOW, ago, article, feed, saved, told


def test_an_article_comes_back_as_it_was_saved(store: Store) -> None:
    full = article(
        "1",
        title='Ferry [/] "leaves"',
        published=ago(1.000001),
        published_from=Provenance.PAGE,
        title_from=Provenance.LEAD,
        outlet_from=Provenance.OPTION,
        authors=("A. Sailor", "B. Stoker"),
        agency="Wire",
        place="Minsk",
        excerpt=True,
        excerpt_why="paywall",
        tags=("sea", "été"),
        updated=ago(0.5),
    )
    (number,) = saved(store, full)
    assert store.article(number) == replace(full, id=number, feed_id=1, version_seen=NOW)


def test_an_article_without_a_date_counts_under_its_fetch(store: Store) -> None:
    saved(store, article("1", published=None, published_from=Provenance.FETCHED, fetched=ago(2)))
    assert [held.when for held in store.articles(since=ago(3), until=NOW)] == [ago(2)]


def test_a_time_without_a_zone_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="aware"):
        saved(store, article("1", published=NOW.replace(tzinfo=None)))
    assert store.counts().articles == 0


def test_saving_the_same_answer_again_changes_nothing(store: Store) -> None:
    answer = FeedAnswer(feed(store), (article("1"), article("2")))
    assert store.save(answer) == Saved(new=(1, 2), ids=(1, 2))
    before = store.articles()
    assert store.save(answer) == Saved(ids=(1, 2))
    assert store.articles() == before


def test_a_key_given_twice_in_one_answer_is_its_first(store: Store) -> None:
    for _ in range(2):
        saved(store, article("1", text="The newer."), article("1", text="The older."))
    (held,) = store.articles()
    assert (held.text, held.revision) == ("The newer.", 1)


def test_the_same_key_in_two_feeds_is_two_articles(store: Store) -> None:
    saved(store, article("1", url="https://harbour.example/a"))
    saved(store, article("1", url="https://lighthouse.example/b"), name="lighthouse")
    assert store.counts().articles == 2


def test_an_edit_keeps_the_earlier_version_and_the_readers_marks(store: Store) -> None:
    (number,) = saved(store, article("1", fetched=ago(3)))
    store.mark([number], Reading.READ)
    store.star([number], starred=True)
    answer = FeedAnswer(feed(store), (article("1", text="The ferry left late.", fetched=NOW),))
    assert store.save(answer) == Saved(changed=(number,), ids=(number,))
    held = store.article(number)
    assert held is not None
    assert (held.text, held.revision, held.reading, held.starred) == ("The ferry left late.", 2, Reading.READ, True)
    (earlier,) = store.revisions(number)
    assert (earlier.number, earlier.text, earlier.seen) == (1, article("1").text, ago(3))


def test_each_version_knows_when_it_was_first_seen(store: Store) -> None:
    for hours, text in ((3, "One."), (2, "Two."), (1, "Three.")):
        saved(store, article("1", text=text, fetched=ago(hours)))
    assert [(r.number, r.text, r.seen) for r in store.revisions(1)] == [(1, "One.", ago(3)), (2, "Two.", ago(2))]


def test_entries_that_flip_between_two_versions_stay_one_and_do_not_grow(store: Store) -> None:
    for text in ("One.", "Two.") * 4:
        saved(store, article("1", text=text))
    (held,) = store.articles()
    assert (held.text, held.revision) == ("Two.", 2)
    assert [earlier.text for earlier in store.revisions(held.id)] == ["One."]


def test_a_full_text_that_follows_an_excerpt_is_a_change_but_no_revision(store: Store) -> None:
    saved(store, article("1", text="The ferry", excerpt=True))
    answer = FeedAnswer(feed(store), (article("1"),))
    assert store.save(answer).changed == (1,)
    held = store.article(1)
    assert held is not None
    assert (held.revision, held.excerpt, store.revisions(1)) == (1, False, ())


def test_one_page_in_two_feeds_is_one_article(store: Store) -> None:
    (number,) = saved(store, article("1"))
    other = article("x", url="http://harbour.example/news/1?utm_source=other#top", title="Ferry!")
    for _ in range(2):
        assert saved(store, other, name="lighthouse") == (number,)
    assert store.articles() == (store.article(number),)
    assert store.entry_hashes(feed(store, "lighthouse").id) == {}


def test_a_link_that_all_entries_of_a_feed_share_names_no_article(store: Store) -> None:
    link = "https://harbour.example/live"
    assert len(saved(store, *(article(str(n), url=link) for n in range(5)))) == 5
    saved(store, *(article(str(n), url=link, title=f"Buoy {n}") for n in range(5)), name="lighthouse")
    assert store.counts().articles == 10


def test_a_link_that_one_feed_gives_day_after_day_is_an_article_each_day(store: Store) -> None:
    for day in range(3):
        saved(store, article(f"day-{day}", url="https://harbour.example/tides", published=ago(24 * day)))
    assert store.counts().articles == 3


def test_a_feed_that_changes_its_keys_does_not_double_its_articles(store: Store) -> None:
    assert saved(store, article("http-1", title="Ferry", url="https://harbour.example/1")) == (1,)
    assert saved(store, article("https-1", title="Ferry", url="https://harbour.example/1")) == (1,)


def test_a_document_imported_again_is_the_same_article(store: Store) -> None:
    document = article("/home/reader/ferry.txt", url="")
    assert store.save_document(document) == Saved(new=(1,), ids=(1,))
    assert store.save_document(document) == Saved(ids=(1,))
    assert store.save_document(replace(document, text="Edited.")).changed == (1,)
    assert store.counts().articles == 1


def test_a_saved_page_of_an_article_held_as_an_excerpt_fills_it(store: Store) -> None:
    saved(store, article("1", text="The ferry", excerpt=True, excerpt_why="paywall"))
    page = article("/home/reader/ferry.html", url="https://harbour.example/news/1")
    assert store.save_document(page) == Saved(changed=(1,), ids=(1,))
    held = store.article(1)
    assert held is not None
    assert (held.text, held.excerpt) == (page.text, False)


def test_a_change_of_outlet_reaches_the_story(store: Store) -> None:
    told(store, 1, article("1"))
    saved(store, article("1", outlet="Harbour Times"))
    assert store.stories()[0].outlets == ("Harbour Times",)


def test_an_answer_that_cannot_be_stored_whole_is_not_stored_at_all(store: Store) -> None:
    with pytest.raises(StoreError, match="cannot be stored"):
        saved(store, article("1"), article("2", text="half a pair: \ud800"))
    assert store.counts().articles == 0
    assert saved(store, article("3")) == (1,)


def test_an_unknown_article_is_none(store: Store) -> None:
    assert [store.article(number) for number in (0, -1, 1, 2**63, 10**30)] == [None] * 5
    assert store.revisions(10**30) == ()
