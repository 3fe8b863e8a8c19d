"""What was decided by hand holds, whatever the words of the articles say."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.analysis.stories.cluster import Clusterer
from digest.analysis.stories.ties import Ties
from digest.model import Constraints

from .reports import CHESS, EVENTS, FERRY, article

PAIRS = tuple(combinations(range(1, 11), 2))


def pairs(*found: tuple[int, int]) -> frozenset[tuple[int, int]]:
    return frozenset(found)


def test_tied_reaches_over_others_and_apart_holds_for_all_that_are_tied() -> None:
    ties = Ties(Constraints(pairs((1, 2), (3, 2), (7, 8)), pairs((3, 9))))
    assert ties.tied(1) == {1, 2, 3}
    assert ties.tied(5) == {5}
    assert ties.parted([1], [4, 9])
    assert not ties.parted([7], [1, 2, 9])


def test_where_both_are_asked_of_a_pair_it_stays_together() -> None:
    ties = Ties(Constraints(pairs((1, 2), (2, 3)), pairs((1, 3))))
    assert not ties.parted([1], [3])


def test_articles_tied_by_hand_are_one_story_whatever_they_tell() -> None:
    clusterer = Clusterer(constraints=Constraints(must=pairs((1, 2))))
    clusterer.add(article(1, FERRY[0]))
    (step,) = clusterer.add(article(2, CHESS[0]))
    assert (step.what, step.story_id, step.score) == ("join", 1, 1.0)


def test_articles_kept_apart_by_hand_are_two_stories_even_as_copies() -> None:
    clusterer = Clusterer(constraints=Constraints(cannot=pairs((1, 2))))
    for number in (1, 2):
        clusterer.add(article(number, FERRY[0]))
    assert clusterer.story_of(1) != clusterer.story_of(2)


@settings(max_examples=60, deadline=None)
@given(
    st.permutations([(event, report) for event in range(5) for report in (0, 1)]),
    st.frozensets(st.sampled_from(PAIRS), max_size=4),
    st.frozensets(st.sampled_from(PAIRS), max_size=6),
)
def test_no_order_of_arrival_breaks_what_was_decided_by_hand(
    told: list[tuple[int, int]], must: frozenset[tuple[int, int]], cannot: frozenset[tuple[int, int]]
) -> None:
    constraints = Constraints(must, cannot)
    clusterer, ties = Clusterer(constraints=constraints), Ties(constraints)
    for number, (event, report) in enumerate(told, start=1):
        clusterer.add(article(number, EVENTS[event][report], hours=number))
    for a, b in must:
        assert clusterer.story_of(a) == clusterer.story_of(b)
    for a, b in cannot:
        assert clusterer.story_of(a) != clusterer.story_of(b) or b in ties.tied(a)
