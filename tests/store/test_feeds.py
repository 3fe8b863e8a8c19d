"""Feeds, their entries' hashes, and runs."""

from dataclasses import replace

from digest.model import Feed, FeedAnswer, FullText, Outcome, OutcomeStatus
from digest.store import Run, Store

from .sample import NOW, ago, article, feed


def test_a_feed_added_twice_is_one_feed(store: Store) -> None:
    first = store.add_feed(Feed("https://harbour.example/feed.xml", outlet="Harbour"))
    again = store.add_feed(Feed("https://harbour.example/feed.xml", outlet="Other"))
    assert first == again
    assert first.id == 1
    assert store.feeds() == (first,)


def test_a_feed_comes_back_as_it_was_saved(store: Store) -> None:
    full = Feed(
        url="https://harbour.example/feed.xml",
        title="Harbour News",
        site="https://harbour.example/",
        outlet="Harbour",
        full_text=FullText.NEVER,
        etag='"1"',
        last_modified="Sat, 29 Aug 2020 06:00:00 GMT",
        body_hash="ab",
        checked=NOW,
        next_check=ago(-1),
        failures=2,
        error="timed out",
    )
    store.save(FeedAnswer(full))
    assert store.feed(full.url) == replace(full, id=1)
    assert store.feed("https://unknown.example/") is None


def test_a_feed_that_moved_is_stored_under_its_new_address(store: Store) -> None:
    moved = replace(feed(store), url="https://harbour.example/new.xml")
    store.save(FeedAnswer(moved))
    assert store.feeds() == (moved,)


def test_a_feed_that_moved_to_an_address_we_have_keeps_its_own(store: Store) -> None:
    old, other = feed(store), feed(store, "lighthouse")
    store.save(FeedAnswer(replace(old, url=other.url, title="Harbour News")))
    assert store.feeds() == (replace(old, title="Harbour News"), other)


def test_hashes_come_back_for_the_entries_they_were_saved_with(store: Store) -> None:
    here, other = feed(store), feed(store, "lighthouse")
    store.save(FeedAnswer(here, (article("1"), article("2"))), {"1": "aa", "3": "cc"})
    assert store.entry_hashes(here.id) == {"1": "aa", "3": "cc"}
    assert store.entry_hashes(other.id) == {}


def test_a_hash_saved_again_replaces_the_one_before(store: Store) -> None:
    here = feed(store)
    store.save(FeedAnswer(here, (article("1"),)), {"1": "aa"})
    store.save(FeedAnswer(here), {"1": "bb"})
    assert store.entry_hashes(here.id) == {"1": "bb"}
    assert store.save(FeedAnswer(here, (article("1"),))).new == ()


def test_a_run_is_kept_in_numbers(store: Store) -> None:
    assert store.last_run() is None
    outcomes = [
        Outcome("a", OutcomeStatus.OK, new=3, changed=1),
        Outcome("b", OutcomeStatus.OK, new=2),
        Outcome("c", OutcomeStatus.UNCHANGED),
        Outcome("d", OutcomeStatus.FAILED, error="timed out"),
    ]
    store.record_run(ago(2), ago(1.9), [])
    store.record_run(ago(1), NOW, outcomes)
    assert store.last_run() == Run(ago(1), NOW, feeds=4, ok=2, unchanged=1, failed=1, new=5, changed=1)
    assert store.counts().last_ingest == NOW


def test_without_a_run_the_last_check_of_a_feed_is_the_last_ingest(store: Store) -> None:
    assert store.counts().last_ingest is None
    store.save(FeedAnswer(replace(feed(store), checked=ago(3))))
    assert store.counts().last_ingest == ago(3)


def test_failed_feeds_are_counted(store: Store) -> None:
    store.save(FeedAnswer(replace(feed(store), failures=1, error="timed out")))
    feed(store, "lighthouse")
    assert (store.counts().feeds, store.counts().failed_feeds) == (2, 1)
