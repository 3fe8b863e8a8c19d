"""Stories grouped anew keep their numbers where they hold most of what they held."""

from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.stories.renumber import renumber, respect
from digest.model import Constraints

PLACES = st.dictionaries(st.integers(1, 12), st.integers(1, 6), max_size=12)


def test_the_larger_part_keeps_the_number_and_the_other_is_new() -> None:
    found = renumber({1: 5, 2: 5, 3: 5}, {1: 80, 2: 80, 3: 81})
    assert found.stories == {80: 5, 81: 0}
    assert found.gone == {}


def test_of_two_made_one_the_larger_keeps_its_number_and_the_other_leads_to_it() -> None:
    found = renumber({1: 5, 2: 6, 3: 6}, {1: 80, 2: 80, 3: 80})
    assert found.stories == {80: 6}
    assert found.gone == {5: 80}


def test_of_equal_claims_the_older_story_counts() -> None:
    assert renumber({1: 6, 2: 5}, {1: 80, 2: 80}).stories == {80: 5}


@given(PLACES, PLACES)
def test_no_number_is_given_twice_and_every_old_one_leads_somewhere(
    before: dict[int, int], after: dict[int, int]
) -> None:
    found = renumber(before, after)
    given_ = [story for story in found.stories.values() if story]
    assert len(given_) == len(set(given_))
    assert set(found.stories) == set(after.values())
    met = {before[article] for article in after if article in before}
    assert met == {*given_, *found.gone}
    assert set(found.gone.values()) <= set(after.values())


@given(PLACES)
def test_what_is_grouped_as_before_keeps_all_its_numbers(before: dict[int, int]) -> None:
    found = renumber(before, {article: story + 100 for article, story in before.items()})
    assert {group - 100: story for group, story in found.stories.items()} == {s: s for s in before.values()}


def test_tied_articles_go_where_most_of_them_are_and_parted_ones_leave() -> None:
    must, cannot = frozenset({(1, 2), (1, 3)}), frozenset({(2, 9)})
    assert respect({1: 7, 2: 8, 3: 8, 4: 7}, Constraints(must)) == {1: 8, 2: 8, 3: 8, 4: 7}
    places = respect({1: 7, 2: 8, 3: 8, 9: 8}, Constraints(must, cannot))
    assert places[1] == places[2] == places[3] != places[9]


@given(PLACES, st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=6))
def test_parted_articles_are_never_left_together(places: dict[int, int], pairs: set[tuple[int, int]]) -> None:
    cannot = frozenset((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
    found = respect(places, Constraints(cannot=cannot))
    assert found.keys() == places.keys()
    assert all(found[one] != found[other] for one, other in cannot if one in found and other in found)
