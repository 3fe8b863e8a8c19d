"""What is new goes into stories, in the store."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from digest.analysis.stories.cluster import VERSION, Clusterer
from digest.ingest.grouping import group
from digest.model import Article, Reading
from digest.store import Store

from ..analysis.reports import CHESS, FERRY, LIBRARY, SHIPYARD_DE, START, article, newspaper


def keep(store: Store, told: Iterable[Article]) -> tuple[int, ...]:
    """Save articles as documents and return their ids."""
    return tuple(number for one in told for number in store.save_document(replace(one, id=0)).new)


def members(store: Store) -> set[frozenset[str]]:
    """Return the stories as sets of the articles' keys."""
    return {
        frozenset(one.key for one in store.articles(story=story.id, limit=None)) for story in store.stories(limit=None)
    }


def test_new_articles_become_stories_with_their_rows_worked_out(store: Store) -> None:
    keep(store, [article(1, FERRY[0]), article(2, FERRY[1], hours=3), article(3, CHESS[0])])
    group(store)
    chess, ferry = sorted(store.stories(), key=lambda story: story.articles)
    assert (chess.articles, ferry.articles) == (1, 2)
    assert ferry.title in {FERRY[0][0], FERRY[1][0]}
    assert ferry.title_why
    assert ferry.lead
    assert ferry.language == "en"
    assert ferry.outlets == ("Outlet 1", "Outlet 2")
    assert (ferry.origins.count, ferry.origins.certain) == (2, True)
    assert (ferry.first_seen, ferry.last_seen) == (START, START + timedelta(hours=3))


def test_where_nothing_is_new_nothing_is_done(store: Store) -> None:
    assert group(store) == ()
    keep(store, [article(1, FERRY[0])])
    assert len(group(store)) == 1
    assert group(store) == ()


def test_a_later_run_adds_to_the_stories_of_the_earlier_one(store: Store) -> None:
    told = newspaper()
    for _, one in told:
        keep(store, [one])
        group(store)
    one_by_one = members(store)
    with Store() as other:
        keep(other, (one for _, one in told))
        group(other)
        assert members(other) == one_by_one
    assert len(one_by_one) == len({event for event, _ in told})


def test_ids_of_stories_go_on_from_run_to_run(store: Store) -> None:
    keep(store, [article(1, FERRY[0]), article(2, LIBRARY[0])])
    group(store)
    keep(store, [article(3, CHESS[0])])
    (step,) = group(store)
    assert (step.what, step.story_id) == ("new", 3)


def test_the_reasons_are_on_record(store: Store) -> None:
    keep(store, [article(1, FERRY[0]), article(2, FERRY[1])])
    group(store)
    new, join = store.decisions(1)
    assert (new.what, join.what) == ("new", "join")
    assert "Tilda Wren" in join.terms


def test_an_old_article_does_not_draw_the_years_between_into_the_run(store: Store) -> None:
    keep(store, [article(1, CHESS[0], hours=-24 * 365), article(2, FERRY[0])])
    group(store)
    keep(store, [article(3, CHESS[1], hours=-24 * 366), article(4, FERRY[1])])
    assert [step.what for step in group(store)] == ["join", "join"]
    assert members(store) == {frozenset("13"), frozenset("24")}


def test_the_first_and_the_last_year_of_the_calendar_are_dates_too(store: Store) -> None:
    first, last = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
    keep(store, [replace(article(1, FERRY[0]), published=first), replace(article(2, CHESS[0]), published=last)])
    assert len(group(store)) == 2


def test_an_edited_article_stays_and_its_story_follows(store: Store) -> None:
    (number,) = keep(store, [article(1, FERRY[0])])
    group(store)
    saved = store.save_document(replace(article(1, ("Ferry Anneke is free again, tugs leave Holm", FERRY[0][1]))))
    assert saved.changed == (number,)
    assert group(store) == ()
    assert store.stories()[0].title == "Ferry Anneke is free again, tugs leave Holm"


def test_what_a_run_that_was_killed_left_undone_is_done_by_the_next(store: Store) -> None:
    keep(store, [article(1, FERRY[0]), article(2, FERRY[1], hours=3)])
    decisions = Clusterer(next_id=store.next_story_id())
    store.record([step for one in store.ungrouped() for step in decisions.add(one)])
    (before,) = store.stories()
    assert (before.title_why, before.lead) == ("", "")
    assert group(store) == ()
    (after,) = store.stories()
    assert after.title_why
    assert after.lead
    assert store.stale_stories() == ()


def test_grouping_leaves_the_readers_marks_alone(store: Store) -> None:
    numbers = keep(store, [article(1, FERRY[0])])
    group(store)
    store.mark(numbers, Reading.READ)
    keep(store, [article(2, FERRY[1])])
    group(store)
    assert store.stories()[0].unread == 1


def test_a_story_knows_its_language(store: Store) -> None:
    keep(store, [article(1, SHIPYARD_DE[0]), article(2, SHIPYARD_DE[1]), article(3, FERRY[0])])
    group(store)
    assert sorted((story.language, story.articles) for story in store.stories()) == [("de", 2), ("en", 1)]


def test_an_article_whose_text_has_changed_is_weighed_anew_by_the_next_run(store: Store) -> None:
    (first,) = keep(store, [article(1, FERRY[0])])
    group(store)
    keep(store, [article(1, CHESS[0])])
    assert store.terms.waiting() == (first,)
    keep(store, [article(2, CHESS[1], hours=1)])
    group(store)
    held = store.article(first)
    assert held is not None
    assert [one.story_id for one in store.articles(limit=None)] == [held.story_id] * 2
    assert store.terms.waiting() == ()


def test_an_article_that_is_given_another_date_is_near_those_of_its_new_time(store: Store) -> None:
    (first,) = keep(store, [article(1, FERRY[0], hours=24 * 60)])
    group(store)
    keep(store, [article(1, FERRY[0])])
    assert store.terms.waiting() == (first,)
    keep(store, [article(2, FERRY[1], hours=1)])
    assert [step.what for step in group(store)] == ["join"]


def test_a_run_recalls_what_is_near_and_not_the_whole_time(store: Store) -> None:
    told = newspaper()
    keep(store, (one for _, one in told))
    group(store)
    ferry = {one.id for one in store.articles(limit=None) if "Anneke" in one.text}
    keys = [("buoy", 1.0), ("wren", 0.5)]
    day = START.date().toordinal() - date(1970, 1, 1).toordinal()
    assert set(store.terms.near("en", keys, (day - 1, day + 2), 30)) == ferry
    assert store.terms.near("en", keys, (day + 30, day + 60), 30) == ()
    assert len(store.terms.near("en", keys, (day - 1, day + 2), 2)) == 2
    assert {one.article_id for one in store.terms.weighed(VERSION, ferry, 12)} == ferry
    assert store.terms.weighed(VERSION + 1, ferry, 12) == ()
    counts, articles = store.terms.seen("en", ["buoy", "zeppelin"])
    assert (counts, articles) == ({"buoy": len(ferry)}, len(told))
