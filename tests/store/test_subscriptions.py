"""What the reader wants of feeds and outlets stays so, whatever their servers answer."""

from dataclasses import replace
from datetime import timedelta

from digest.model import Feed, FeedAnswer, FullText
from digest.store import Outlet, Store

from .sample import ago, article, feed, told


def test_a_feed_keeps_what_the_reader_wants_of_it(store: Store) -> None:
    wanted = replace(
        feed(store),
        name="The Gazette",
        tags=("sea", "local"),
        timeout=5.5,
        interval=timedelta(hours=2),
        paused=True,
        listed="https://harbour.example/feed.xml",
        full_text=FullText.NEVER,
    )
    store.subscriptions.change([wanted])
    assert store.feeds() == (wanted,)


def test_a_visit_that_began_before_a_change_does_not_undo_it(store: Store) -> None:
    before = feed(store)
    store.subscriptions.change([replace(before, paused=True, name="Ours")])
    store.save(FeedAnswer(replace(before, title="Theirs", answered=ago(0))))
    (after,) = store.feeds()
    assert (after.paused, after.name, after.title, after.answered) == (True, "Ours", "Theirs", ago(0))


def test_a_login_is_not_shown_with_its_feed() -> None:
    assert "secret" not in repr(Feed("https://harbour.example/f", login="ann:secret"))


def test_a_removed_feed_is_gone_but_not_its_articles_and_can_come_back(store: Store) -> None:
    here = feed(store)
    store.save(FeedAnswer(here, (article("1"),)), {"1": "aa"})
    store.subscriptions.remove([here.id])
    assert (store.feeds(), store.feed(here.url), store.counts().feeds) == ((), None, 0)
    assert len(store.articles()) == 1
    again = store.add_feed(Feed(here.url, name="Back"))
    assert (again.id, again.name) == (here.id, "Back")
    assert store.save(FeedAnswer(again, (article("1"),)), {"1": "aa"}).new == ()


def test_articles_are_counted_by_feed_and_time(store: Store) -> None:
    here, other = feed(store), feed(store, "lighthouse")
    store.save(FeedAnswer(here, (article("1", published=ago(2)), article("2", published=ago(400)))))
    store.save(FeedAnswer(other, (article("3", published=ago(3)),)))
    assert store.subscriptions.published(ago(24), ago(0)) == {here.id: 1, other.id: 1}


def test_a_renamed_outlet_keeps_its_name_for_what_comes_later(store: Store) -> None:
    here = feed(store)
    store.save(FeedAnswer(replace(here, outlet="Harbor"), (article("1", outlet="Harbor"),)))
    store.subscriptions.rename_outlet("Harbor", "Harbour Gazette")
    store.save(FeedAnswer(replace(here, outlet="Harbor"), (article("2", outlet="Harbor"),)))
    assert {found.outlet for found in store.articles()} == {"Harbour Gazette"}
    assert store.feeds()[0].outlet == "Harbour Gazette"
    assert store.subscriptions.outlets() == (Outlet("Harbour Gazette", 2, 1),)
    store.subscriptions.rename_outlet("Harbour Gazette", "Harbor")
    store.save(FeedAnswer(replace(here, outlet="Harbor"), (article("3", outlet="Harbor"),)))
    assert store.subscriptions.outlets() == (Outlet("Harbor", 3, 1),)


def test_two_outlets_made_one_count_as_one_in_their_stories(store: Store) -> None:
    told(store, 1, article("1", outlet="Wire"), article("2", outlet="Wire Online"), article("3", outlet="Post"))
    assert len(store.stories()[0].outlets) == 3
    assert store.subscriptions.rename_outlet("Wire Online", "Wire") == (1,)
    (after,) = store.stories(min_outlets=2)
    assert set(after.outlets) == {"Wire", "Post"}
    assert store.stories(min_outlets=3) == ()
