"""What a run touched is tied into storylines, in the store, and nothing else is read."""

from dataclasses import replace
from datetime import timedelta

from digest.desk import Desk
from digest.ingest.grouping import group
from digest.ingest.settle import settle
from digest.model import Article, Decision
from digest.store import Store

from ..analysis.reports import START
from ..analysis.test_storyline import HARBOUR, OTHERS


def take_in(store: Store, number: int, days: float) -> int:
    """Take in a story of two articles and return its number."""
    words = {**HARBOUR, **OTHERS}[number]
    when = START + timedelta(days=days)
    articles = [
        Article(f"{number}-{n}", f"Outlet {number}{n}", *words, when, published=when, language="en") for n in range(2)
    ]
    one, other = (store.save_document(article).new[0] for article in articles)
    story = store.next_story_id()
    store.record([Decision("new", one, story), Decision("join", other, story)])
    group(store)
    return story


def filled(store: Store) -> list[int]:
    """Take in four unlike stories, then the three of a strike; return the ids of the three."""
    for number in OTHERS:
        take_in(store, number, number / 10)
    return [take_in(store, number, 4 * number) for number in HARBOUR]


def test_storylines_grow_from_run_to_run_under_one_number(store: Store) -> None:
    strike = filled(store)
    (storyline,) = store.storylines.all()
    assert storyline.stories == tuple(strike)
    assert "Port Ansel" in storyline.name
    assert (storyline.articles, storyline.unread) == (6, 6)
    assert (storyline.first_seen, storyline.last_seen) == (START + timedelta(days=4), START + timedelta(days=12))
    assert store.storylines.of(strike[0]) == store.storylines.one(storyline.id) == storyline
    assert store.storylines.one(99) is store.storylines.of(99) is None


def test_a_run_with_nothing_new_ties_nothing(store: Store) -> None:
    filled(store)
    assert store.storylines.loose() == {}
    assert group(store) == ()


def test_what_a_killed_run_left_untied_is_tied_by_the_next(store: Store) -> None:
    (first, *_) = filled(store)
    (storyline,) = store.storylines.all()
    store.storylines.tie({}, dict.fromkeys(storyline.stories, 0))
    store._db.execute("UPDATE stories SET loose = 1")
    assert group(store) == ()
    found = store.storylines.of(first)
    assert found is not None
    assert found.id == storyline.id + 1


def test_a_merged_story_is_in_its_storyline_once_and_an_undone_merge_in_it_again(store: Store) -> None:
    strike = filled(store)
    desk = Desk(store)
    desk.by_hand.do(desk.by_hand.merge(strike[:2]))
    settle(store)
    (storyline,) = store.storylines.all()
    assert storyline.stories == (strike[0], strike[2])
    store.undo.take_back()
    settle(store)
    (again,) = store.storylines.all()
    assert (again.id, again.stories) == (storyline.id, tuple(strike))


def test_a_story_whose_article_is_rewritten_leaves_its_storyline(store: Store) -> None:
    strike = filled(store)
    for held in store.articles(story=strike[0]):
        store.save_document(replace(held, title="Rain over Holm", text="It rained in Holm, said Ada Lund.", id=0))
    group(store)
    (storyline,) = store.storylines.all()
    assert storyline.stories == tuple(strike[1:])


def test_storylines_can_be_asked_for_by_time(store: Store) -> None:
    filled(store)
    assert len(store.storylines.all(START + timedelta(days=12))) == 1
    assert store.storylines.all(START + timedelta(days=13)) == ()
    assert store.storylines.all(limit=1) == store.storylines.all()
