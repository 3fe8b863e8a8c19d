"""What the configuration file wants, carried over to the subscriptions."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from digest.config.settings import Config, FeedWish, Limits, Login
from digest.ingest.wanted import Carried, carry_over, to_ask
from digest.model import Feed, FeedAnswer, FullText
from digest.store import Store

FILE = Path("config.toml")
PAPER = FeedWish("https://paper.example/feed")


def config(*feeds: FeedWish, ingest: Limits | None = None) -> Config:
    return Config(path=FILE, feeds=feeds, ingest=ingest or Limits())


def test_a_feed_in_the_file_is_subscribed_to_with_its_options(store: Store) -> None:
    wish = replace(PAPER, title="The Paper", tags=("sea",), timeout=9.0, full_text=FullText.NEVER)
    assert carry_over(store, config(wish)) == Carried(added=(PAPER.url,))
    (feed,) = store.feeds()
    assert (feed.name, feed.tags, feed.timeout, feed.full_text) == ("The Paper", ("sea",), 9.0, FullText.NEVER)
    assert carry_over(store, config(wish)) == Carried()


def test_a_feed_taken_out_of_the_file_is_paused_and_put_back_resumed(store: Store) -> None:
    by_hand = store.add_feed(Feed("https://wire.example/feed"))
    carry_over(store, config(PAPER))
    assert carry_over(store, config()) == Carried(paused=(PAPER.url,))
    assert [feed.url for feed in to_ask(store, config())] == [by_hand.url]
    assert carry_over(store, config(PAPER)) == Carried(resumed=(PAPER.url,))
    assert len(to_ask(store, config(PAPER))) == 2


def test_a_file_that_got_lost_pauses_nothing(store: Store) -> None:
    carry_over(store, config(PAPER))
    assert carry_over(store, Config()) == Carried()
    assert len(to_ask(store, Config())) == 1


def test_what_was_paused_by_hand_stays_paused(store: Store) -> None:
    carry_over(store, config(PAPER))
    store.subscriptions.change([replace(store.feeds()[0], paused=True)])
    carry_over(store, config(PAPER))
    assert to_ask(store, config(PAPER)) == ()


def test_a_feed_that_moved_is_still_the_one_the_file_means(store: Store) -> None:
    carry_over(store, config(PAPER))
    store.save(FeedAnswer(replace(store.feeds()[0], url="https://paper.example/new")))
    assert carry_over(store, config(PAPER)) == Carried()
    assert [feed.url for feed in store.feeds()] == ["https://paper.example/new"]


def test_a_feed_removed_by_hand_and_still_in_the_file_comes_back(store: Store) -> None:
    carry_over(store, config(PAPER))
    store.subscriptions.remove([store.feeds()[0].id])
    assert carry_over(store, config(PAPER)) == Carried(added=(PAPER.url,))


def test_limits_hold_for_feeds_without_their_own_and_are_not_stored(store: Store) -> None:
    limits = Limits(timeout=7, interval=timedelta(hours=1))
    wanted = config(PAPER, FeedWish("https://wire.example/", timeout=3, interval=timedelta(hours=2)), ingest=limits)
    carry_over(store, wanted)
    paper, wire = to_ask(store, wanted)
    assert (paper.timeout, paper.interval) == (7, timedelta(hours=1))
    assert (wire.timeout, wire.interval) == (3, timedelta(hours=2))
    assert store.feeds()[0].timeout is None


def test_a_login_goes_with_its_feed_and_never_into_the_store(store: Store) -> None:
    wanted = config(replace(PAPER, login=Login("ann", "s3cret")))
    carry_over(store, wanted)
    assert to_ask(store, wanted)[0].login == "ann:s3cret"
    assert store.feeds()[0].login == ""
