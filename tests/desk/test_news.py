"""A story since it was last read, and over time, with the versions the database holds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from digest.desk.news import over_time, since_read
from digest.model import Reading
from digest.store import Store

from ..store.sample import NOW, ago, article, saved, told

FIRE = "The fire killed {} people on Thursday, police said.\nThe ferry Anneke burned for six hours off Holm."
FIRST = article("a", outlet="Harbour Gazette", text=FIRE.format(14), published=ago(5), fetched=ago(5))


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        told(opened, 1, FIRST)
        yield opened


def edit(store: Store, toll: int, hours: float) -> None:
    saved(store, replace(FIRST, text=FIRE.format(toll), fetched=ago(hours)))


def changes(store: Store) -> list[tuple[int, str]]:
    found = since_read(store, store.articles(story=1))
    return [(one.version.article_id, change.now.fact.text) for one in found.news for change in one.changed]


def test_nothing_is_known_of_a_story_that_was_never_read(store: Store) -> None:
    assert since_read(store, store.articles(story=1)).read == ()


def test_an_edit_is_news_until_it_is_read(store: Store) -> None:
    store.mark([1], Reading.READ)
    assert changes(store) == []
    edit(store, 17, hours=3)
    assert changes(store) == [(1, "17 people")]
    edit(store, 19, hours=2)
    assert changes(store) == [(1, "19 people")]
    assert store.mark_stories([1], Reading.READ) == (1,)
    assert changes(store) == []
    assert store.mark_stories([1], Reading.READ) == ()


def test_an_article_that_is_unread_is_held_against_those_that_were_read(store: Store) -> None:
    store.mark([1], Reading.READ)
    late = article("b", outlet="Lighthouse Post", text=FIRE.format(21), published=ago(1), fetched=NOW)
    (number,) = saved(store, late, name="post")
    store.record([replace(store.decisions(1)[0], what="join", article_id=number)])
    assert changes(store) == [(number, "21 people")]
    store.mark([number], Reading.READ)
    assert changes(store) == []


def test_each_version_is_held_against_those_before_it(store: Store) -> None:
    edit(store, 17, hours=3)
    edit(store, 19, hours=2)
    found = over_time(store, store.articles(story=1))
    assert [(one.version.revision, one.first) for one in found] == [(1, True), (2, False), (3, False)]
    told_then = [[(c.now.fact.text, c.before[0].fact.text) for c in one.changed] for one in found]
    assert told_then == [[], [("17 people", "14 people")], [("19 people", "17 people")]]
