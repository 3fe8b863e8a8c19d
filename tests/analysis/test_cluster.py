"""Articles into stories."""

import random
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.analysis.stories.cluster import Clusterer
from digest.analysis.stories.profile import DAY, Profile, packed, unpacked
from digest.analysis.stories.terms import terms
from digest.model import Article

from . import reports
from .reports import CHESS, EVENTS, FERRY, LIBRARY, QUAKE_NORTH, QUAKE_SOUTH, SHIPYARD_DE, article, newspaper

Grouping = set[frozenset[int]]


def grouped(articles: Iterable[Article]) -> Grouping:
    """Return the stories as sets of article ids."""
    clusterer, ids = Clusterer(), []
    for one in articles:
        clusterer.add(one)
        ids.append(one.id)
    stories: dict[int, set[int]] = {}
    for number in ids:
        stories.setdefault(clusterer.story_of(number), set()).add(number)
    return {frozenset(members) for members in stories.values()}


def expected(told: Iterable[tuple[int, Article]]) -> Grouping:
    events: dict[int, set[int]] = {}
    for event, one in told:
        events.setdefault(event, set()).add(one.id)
    return {frozenset(members) for members in events.values()}


def test_reports_of_one_event_are_one_story_and_other_events_are_others() -> None:
    told = newspaper()
    assert grouped(one for _, one in told) == expected(told)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_within_two_days_does_not_matter(seed: int) -> None:
    told = newspaper()
    random.Random(seed).shuffle(told)
    assert grouped(one for _, one in told) == expected(told)


def test_two_reports_join_in_an_empty_database_and_strangers_do_not() -> None:
    assert len(grouped([article(1, FERRY[0]), article(2, FERRY[1])])) == 1
    for other in (LIBRARY, CHESS, QUAKE_NORTH):
        assert len(grouped([article(1, FERRY[0]), article(2, other[0])])) == 2


def test_two_earthquakes_in_two_places_are_two_stories() -> None:
    told = newspaper((QUAKE_NORTH, QUAKE_SOUTH))
    assert grouped(one for _, one in told) == expected(told)


def test_new_names_of_people_and_places_change_nothing() -> None:
    names = {
        "Holm": "Rask",
        "Tilda Wren": "Bodil Ask",
        "Brandhaven": "Zell",
        "Ostwick": "Tarn",
        "Jona Feld": "Ruy Alba",
    }
    told = []
    for event, one in newspaper():
        title, text = one.title, one.text
        for old, new in names.items():
            title, text = title.replace(old, new), text.replace(old, new)
        told.append((event, replace(one, title=title, text=text)))
    assert grouped(one for _, one in told) == expected(told)


def test_articles_without_a_headline_still_meet() -> None:
    told = [
        article(i, (report[1].split(". ")[0], report[1]), headline=False) for i, report in enumerate(FERRY, start=1)
    ]
    assert len(grouped(told)) == 1


def test_bare_headlines_that_share_a_rare_word_are_not_of_one_story() -> None:
    told = [one for _, one in newspaper()]
    headlines = (
        "Brandhaven airline opens a regional route to Kestrel",
        "Regional dialects of Ostrin are dying out, study finds",
        "Lord Mayor tells firms to come clean on wages",
        "Port of Skerry leads the way in clean engines",
        "Bakery chain closes six shops before the fast",
        "Bomb threat closes the crossing at Lethmar",
    )
    bare = [article(900 + i, (headline, ""), hours=40 + i) for i, headline in enumerate(headlines)]
    found = grouped([*told, *bare])
    assert {frozenset({one.id}) for one in bare} <= found


def test_bare_headlines_that_share_names_and_words_are_of_one_story() -> None:
    told = [one for _, one in newspaper()]
    one = article(900, ("Tamsin Orrell quits as mayor of Kestrel over harbour loans", ""), hours=40)
    other = article(901, ("Kestrel mayor Tamsin Orrell quits after loans for the harbour", ""), hours=42)
    assert frozenset({900, 901}) in grouped([*told, one, other])


def test_articles_without_a_date_are_as_near_as_their_words() -> None:
    assert len(grouped([article(1, FERRY[0]), article(2, FERRY[1], hours=24 * 300, dated=False)])) == 1


def test_the_same_words_weeks_later_are_another_story() -> None:
    assert len(grouped([article(1, FERRY[0]), article(2, FERRY[1], hours=24 * 14)])) == 2


def test_the_time_an_article_was_fetched_does_not_matter_where_it_has_a_date() -> None:
    told = newspaper()
    late = [replace(one, fetched=one.fetched + timedelta(days=400 * event)) for event, one in told]
    assert grouped(late) == expected(told)


def test_stories_never_cross_languages() -> None:
    told = newspaper((FERRY, SHIPYARD_DE))
    assert grouped(one for _, one in told) == expected(told)
    same_words = "Brandhaven Anneke Holm Wren " * 10
    english = article(1, ("The ferry Anneke", f"It was the ferry that had been there for a day. {same_words}"))
    german = article(2, ("Die Fähre Anneke", f"Es war die Fähre, die dort seit einem Tag nicht mehr war. {same_words}"))
    assert len(grouped([english, german])) == 2


def test_five_hundred_identical_articles_are_one_story() -> None:
    assert len(grouped(article(i, FERRY[0], hours=i / 60) for i in range(1, 501))) == 1


@pytest.mark.parametrize(
    "told", [("", ""), ("", "..."), ("Ferry", ""), ("", "READ MORE: everything"), ("🌊", "🌊" * 50)], ids=repr
)
def test_an_article_with_nothing_to_go_by_is_a_story_of_its_own(told: tuple[str, str]) -> None:
    assert len(grouped([article(1, FERRY[0]), article(2, told), article(3, FERRY[1])])) == 2


def test_a_text_of_a_megabyte_is_read_as_far_as_needed() -> None:
    long = (FERRY[0][0], FERRY[0][1] + "\n" + "Another word about the weather on the coast. " * 25_000)
    begun = time.process_time()
    assert len(grouped([article(1, long), article(2, FERRY[1])])) == 1
    assert time.process_time() - begun < 1.0


def test_the_same_article_added_again_stays_where_it_is() -> None:
    clusterer = Clusterer()
    clusterer.add(article(1, FERRY[0]))
    assert clusterer.add(article(1, FERRY[0])) == ()
    assert clusterer.story_of(1) == 1


def test_a_decision_says_what_ties_the_article_to_the_story_and_how_far_apart_they_are() -> None:
    clusterer = Clusterer()
    (first,) = clusterer.add(article(1, FERRY[0]))
    (second,) = clusterer.add(article(2, FERRY[1], hours=36))
    assert (first.what, first.story_id, first.terms) == ("new", 1, ())
    assert (second.what, second.story_id, second.days) == ("join", 1, 1.5)
    assert {"Tilda Wren", "Anneke", "Brandhaven", "Holm"} <= set(second.terms)
    assert 0 < second.score <= 1


class Told:
    """Likeness as a test tells it; two articles it does not speak of are strangers."""

    def __init__(self, likeness: dict[tuple[int, int], float]) -> None:
        self._likeness = likeness

    def __call__(self, a: Profile, b: Profile) -> float:
        return self._likeness.get((min(a.article_id, b.article_id), max(a.article_id, b.article_id)), 0.0)


def test_an_article_that_bridges_two_stories_makes_them_one_under_the_larger_ones_id() -> None:
    clusterer = Clusterer(alike=Told({(1, 2): 0.28, (1, 3): 0.97, (2, 3): 0.98}))
    decisions = [step for number in (1, 2, 3) for step in clusterer.add(article(number, FERRY[0]))]
    assert [(step.what, step.story_id, step.gone) for step in decisions] == [
        ("new", 1, None),
        ("new", 2, None),
        ("join", 2, None),
        ("merge", 2, 1),
    ]
    assert {clusterer.story_of(number) for number in (1, 2, 3)} == {2}
    assert clusterer.resolve(1) == 2


def test_a_second_look_moves_an_article_that_came_to_the_wrong_story() -> None:
    likeness = {(1, 2): 0.4, (2, 3): 0.98, (1, 3): 0.25, (3, 4): 0.95, (2, 4): 0.95, (1, 4): 0.05}
    clusterer = Clusterer(alike=Told(likeness))
    decisions = [step for number in (1, 2, 3, 4) for step in clusterer.add(article(number, FERRY[0]))]
    assert clusterer.story_of(2) == clusterer.story_of(3) == clusterer.story_of(4) != clusterer.story_of(1)
    assert clusterer.story_of(2) == 1, "the larger part keeps the id"
    assert [step.story_id for step in decisions if step.article_id == 1] == [1, clusterer.story_of(1)]


def test_restoring_goes_on_where_the_last_run_stopped() -> None:
    told = [one for _, one in newspaper()]
    whole = Clusterer()
    for one in told:
        whole.add(one)
    second = Clusterer(next_id=50)
    for one in told[:7]:
        second.restore(one, whole.story_of(one.id))
    assert second.log == []
    for one in told[7:]:
        for step in second.add(one):
            assert step.what == "join" or step.story_id >= 50
    same = {frozenset(a.id for a in told if second.story_of(a.id) == second.story_of(b.id)) for b in told}
    assert same == expected(newspaper())


def test_ids_given_after_restoring_are_above_every_restored_one() -> None:
    clusterer = Clusterer()
    clusterer.restore(article(1, FERRY[0]), 77)
    assert clusterer.add(article(2, CHESS[0]))[0].story_id == 78


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 1), st.integers(0, 2_000)), max_size=25))
def test_every_article_is_in_one_story_whose_id_was_given_once(told: list[tuple[int, int, int]]) -> None:
    clusterer = Clusterer()
    for number, (event, report, hours) in enumerate(told, start=1):
        clusterer.add(article(number, EVENTS[event][report], hours=hours))
    new = [step.story_id for step in clusterer.log if step.what == "new"]
    gone = [step.gone for step in clusterer.log if step.what == "merge"]
    assert len(set(new)) == len(new)
    assert len(set(gone)) == len(gone)
    for number in range(1, len(told) + 1):
        assert clusterer.story_of(number) in set(new) - set(gone)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=8))
def test_any_text_is_grouped_without_complaint_and_the_same_each_time(texts: list[str]) -> None:
    told = [article(i, (text[:30], text)) for i, text in enumerate(texts, start=1)]
    assert grouped(told) == grouped(told)


def test_the_reports_are_invented_and_differ() -> None:
    assert len({text for event in reports.EVENTS for _, text in event}) == sum(map(len, reports.EVENTS))


def test_recalling_what_was_weighed_goes_on_as_if_there_had_been_no_pause() -> None:
    told = [one for _, one in newspaper()]
    whole, first = Clusterer(), Clusterer()
    for one in told[:7]:
        whole.add(one)
        first.add(one)
    second = Clusterer()
    for one in told[:7]:
        second.recall(first.profiles[one.id], first.story_of(one.id))
    found = [terms(one).weights for one in told[:7]]
    second.know("en", Counter(term for weights in found for term in weights), len(found))
    assert [second.add(one) for one in told[7:]] == [whole.add(one) for one in told[7:]]


def test_a_profile_read_back_is_the_one_that_was_written() -> None:
    clusterer = Clusterer()
    for one in (article(1, FERRY[0]), article(2, ("", "")), article(3, SHIPYARD_DE[0], dated=False)):
        clusterer.add(one)
        profile = clusterer.profiles[one.id]
        when = one.when.timestamp() / DAY
        assert unpacked(packed(profile), one.id, profile.language, when, one.published is not None) == profile


def test_a_feed_that_repeats_yesterday_opens_no_stories() -> None:
    told = [one for _, one in newspaper()]
    again = [replace(one, id=one.id + 100, published=one.when + timedelta(days=1)) for one in told]
    stories = grouped([*told, *again])
    assert len(stories) == len({event for event, _ in newspaper()})


def test_clocks_that_jump_make_no_chain_of_strangers() -> None:
    told = [
        replace(one, published=one.when + timedelta(days=(-1) ** one.id * 400 * (one.id % 3))) for _, one in newspaper()
    ]
    events = {one.id: event for event, one in newspaper()}
    assert all(len({events[number] for number in story}) == 1 for story in grouped(told))
