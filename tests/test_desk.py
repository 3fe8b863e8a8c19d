"""What the command line and the screens ask for, over a real store."""

from collections.abc import Iterator

import pytest

from digest.analysis.picking import Elsewhere
from digest.desk import Desk
from digest.errors import NotFoundError
from digest.model import Decision, Reading, State
from digest.store import Store

from .store.sample import NOW, ago, article, told

FIRST = (
    "The ferry carried 20 passengers on Friday, the harbour master said.\nNobody was hurt in the storm that followed."
)
SECOND = "Storm winds met the evening ferry with 30 passengers on board.\nPolice closed the pier until Sunday morning."


@pytest.fixture
def store() -> Iterator[Store]:
    """One story of two outlets."""
    with Store() as opened:
        told(
            opened,
            1,
            article("b", outlet="Lighthouse Post", text=SECOND, published=ago(1)),
            article("a", outlet="Harbour Gazette", text=FIRST, published=ago(2)),
        )
        yield opened


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_storys_articles_come_oldest_first(desk: Desk) -> None:
    assert [held.key for held in desk.articles(1)] == ["a", "b"]


def test_a_merged_story_is_found_under_its_old_number(desk: Desk, store: Store) -> None:
    told(store, 2, article("c"), name="lighthouse")
    store.record([Decision("merge", 3, 1, gone=2)])
    assert desk.story(2) == desk.story(1)
    assert len(desk.articles(2)) == 3
    assert desk.why(2) == desk.why(1) == store.decisions(1)


def test_what_is_not_there_is_named_with_the_command_that_lists_what_is(desk: Desk) -> None:
    for ask in (desk.story, desk.articles, desk.compare, desk.why):
        with pytest.raises(
            NotFoundError, match=r"no story 99 \(the numbers go from 1 to 1\); `digest stories` lists them"
        ):
            ask(99)
    for find in (desk.article, desk.revisions):
        with pytest.raises(
            NotFoundError, match=r"no article 99 \(the numbers go from a1 to a2\); `digest articles` lists them"
        ):
            find(99)


def test_a_comparison_has_one_column_an_outlet(desk: Desk) -> None:
    comparison = desk.compare(1)
    assert {source.outlet for source in comparison.sources} == {"Harbour Gazette", "Lighthouse Post"}
    assert State.ONLY in {row.state for row in comparison.rows}


def test_named_outlets_are_compared_in_their_order(desk: Desk) -> None:
    comparison = desk.compare(1, ["lighthouse post", "Harbour Gazette"])
    assert [source.outlet for source in comparison.sources] == ["Lighthouse Post", "Harbour Gazette"]


def test_an_outlet_without_an_article_is_answered_with_those_that_have_one(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match=r"Tide Times.*Harbour Gazette, Lighthouse Post"):
        desk.compare(1, ["Tide Times"])


def test_marks_and_stars_show_in_the_counts(desk: Desk) -> None:
    desk.mark([1, 2], Reading.READ)
    desk.star([1], starred=True)
    assert (desk.counts().unread, desk.counts().starred) == (0, 1)
    assert desk.stories(unread=True) == ()
    assert desk.stories(starred=True, now=NOW) == (desk.story(1),)
    assert desk.count_stories(starred=True) == 1


def test_articles_are_searched_and_opened(desk: Desk) -> None:
    (found,) = desk.search("harbour mas", now=NOW)
    assert desk.article(found.id) == found
    assert desk.revisions(found.id) == ()


def test_where_not_all_fit_those_that_differ_are_shown_and_the_rest_is_known(store: Store) -> None:
    texts = {
        "Harbour Gazette": "Fourteen people were killed in the fire, police said.\nThe ferry burned for six hours.",
        "Lighthouse Post": "Police said 14 people were killed in the fire.\nMayor Anna Tarn has closed the quay.",
        "Tide Times": "Seventeen people were killed in the fire, police said.\nA storm slowed the rescue boats.",
    }
    told(store, 7, *(article(name, outlet=name, text=text) for name, text in texts.items()), name="kestrel")
    desk = Desk(store)
    assert desk.compare(7, limit=3).count("differ") == 1
    two = desk.compare(7, limit=2)
    assert "Tide Times" in {source.outlet for source in two.sources}
    assert two.count("differ") == 1
    agreed = desk.compare(7, ["Harbour Gazette", "Lighthouse Post"])
    assert desk.elsewhere(7, agreed) == Elsewhere(1, ("Tide Times",))
    assert desk.elsewhere(7, two) == Elsewhere()
