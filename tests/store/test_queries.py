"""What queries find among articles and stories."""

from collections.abc import Iterator
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import QueryError
from digest.model import Article, Decision, Feed, FeedAnswer, Origins, Reading
from digest.query import Node
from digest.query.read import read
from digest.query.terms import KEYS, Clock
from digest.store import FindOrder, Store
from digest.store import patterns as limits

from .sample import NOW, ago, article, saved, told

CLOCK = Clock(NOW, UTC)


def asked(query: str) -> Node:
    return read(query, CLOCK)


@pytest.fixture(scope="module")
def library() -> Iterator[Store]:
    """Story 1: articles 1 to 3, of three outlets; story 2: article 4; article 5 is in none."""
    with Store() as store:
        wire = store.add_feed(Feed("https://wire.example/feed.xml", title="Northern Wire", tags=("agency",)))
        ids = told(
            store,
            1,
            article("1", outlet="Harbour Gazette", title="Ferry burns", text="A fire on the ferry.", tags=("Sea",)),
            article("2", outlet="Isle Post", title="Fire at sea", text="The master said no.", authors=("Åsa Müller",)),
        )
        store.save(
            FeedAnswer(wire, (article("3", outlet="Northern Wire", title="Kestrel", text="Towed.", published=ago(50)),))
        )
        store.record([Decision("join", 3, 1)])
        told(store, 2, article("4", outlet="Isle Post", title="Rates", text="Ferry fares rise.", excerpt=True))
        store.save_document(article("5", outlet="Own", title="Ferry notes", text="Kestrel, 1.", language="de", url=""))
        story = store.story(1)
        assert story is not None
        store.keep_story(
            type(story)(1, "Ferry", ago(50), ago(1), origins=Origins(2, certain=True), differs=4),
        )
        store.mark([1], Reading.READ)
        store.star([4], True)
        assert ids == (1, 2)
        yield store


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("ferry", "145"),
        ("ferry fire", "1"),
        ("ferry -fire", "45"),
        ("-ferry", "23"),
        ("fire OR kestrel", "1235"),
        ("(fire OR kestrel) -ferry", "23"),
        ("fire OR is:starred", "124"),
        ("-(fire OR is:starred)", "35"),
        ("kes*", "35"),
        ('"on the ferry"', "1"),
        ("title:ferry", "15"),
        ("text:ferry -title:ferry", "4"),
        ("feed:northern", "3"),
        ("-feed:northern", "1245"),
        ("feed:wire.example", "3"),
        ("outlet:isle", "24"),
        ("outlet:OWN", "5"),
        ("outlet:nobody", ""),
        ("author:muller", "2"),
        ("author:asa", "2"),
        ("#sea", "1"),
        ("#agency", "3"),
        ("#nothing", ""),
        ("lang:DE", "5"),
        ("is:unread", "2345"),
        ("is:read", "1"),
        ("is:starred", "4"),
        ("is:summary", "4"),
        ("is:covered", "23"),
        ("newer:2d", "1245"),
        ("older:2d", "3"),
        ("story:1", "123"),
        ("-story:1", "45"),
        ("story:9", ""),
        ("-story:9", "12345"),
        ("sources:>=3", "123"),
        ("-sources:>=3", "45"),
        ("origins:2", "123"),
        ("differs:>4", ""),
        ("differs:4", "123"),
        ("/f[ei]r+[ey]/", "1245"),
        ("/^towed/ kestrel", "3"),
        ("-/kestrel/ -is:read", "24"),
        ("", "12345"),
        ("...", "12345"),
    ],
)
def test_articles_are_found(library: Store, query: str, ids: str) -> None:
    node = asked(query)
    assert "".join(sorted(str(a.id) for a in library.queries.articles(node))) == ids
    assert "".join(str(found.article.id) for found in library.queries.find(node)) == ids[::-1]
    assert sorted(str(f.article.id) for f in library.queries.find(node, FindOrder.BEST)) == list(ids)
    assert library.queries.count_articles(node) == len(ids)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("ferry", [1, 2]),
        ("ferry fire", [1]),
        ("ferry kestrel", [1]),  # in different articles of the story
        ("-kestrel", [2]),
        ("outlet:isle outlet:harbour", [1]),
        ("outlet:isle -outlet:harbour", [2]),
        ("is:unread", [1, 2]),
        ("is:read", []),
        ("is:starred", [2]),
        ("is:covered", [1]),
        ("sources:>1", [1]),
        ("-sources:>1", [2]),
        ("differs:>0", [1]),
        ("older:2d newer:2d", [1]),
        ("story:2 OR #sea", [1, 2]),
        ("", [1, 2]),
    ],
)
def test_a_story_fits_if_its_articles_taken_together_do(library: Store, query: str, ids: list[int]) -> None:
    node = asked(query)
    assert sorted(story.id for story in library.queries.stories(node)) == ids
    assert library.queries.count_stories(node) == len(ids)


def test_articles_that_were_edited_are_found_and_those_where_no_note_says_so(store: Store) -> None:
    told(store, 1, article("1"), article("2"), article("3"))
    noted = article("2", text="The ferry 2 left late.\nThis article was updated to add that it was late.")
    saved(store, article("1", text="The ferry sank."), noted)
    assert sorted(a.id for a in store.queries.articles(asked("is:edited"))) == [1, 2]
    assert [a.id for a in store.queries.articles(asked("is:silent"))] == [1]
    assert [a.id for a in store.queries.articles(asked("-is:edited"))] == [3]


def test_what_came_later_does_not_make_a_past_story_fit(library: Store) -> None:
    assert [story.id for story in library.queries.stories(asked("kestrel"), until=ago(30))] == [1]
    assert library.queries.stories(asked("fire"), until=ago(30)) == ()


def test_the_best_match_has_the_word_in_its_title(library: Store) -> None:
    best = library.queries.find(asked("ferry"), FindOrder.BEST)
    assert best[-1].article.id == 4
    assert [f.article.id for f in library.queries.find(asked("ferry"), limit=2)] == [5, 4]


def test_a_snippet_marks_the_words_looked_for(library: Store) -> None:
    (found,) = library.queries.find(asked("fares"))
    assert found.snippet == (("Ferry ", False), ("fares", True), (" rise.", False))
    (found,) = library.queries.find(asked("is:starred"))
    assert found.snippet == ()


def test_a_pattern_that_never_ends_is_given_up(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_SECONDS", 0.05)
    with Store() as store:
        store.save_document(article("1", text="a" * 5_000 + "!"))
        with pytest.raises(QueryError, match="simpler pattern"):
            store.queries.articles(asked("/(a|aa)+$/"))
        assert len(store.queries.articles(asked("/a+!/"))) == 1


ODD = st.text(alphabet="\"'*^:+-(){}[]~\\/,.#<>=\0\ud800 aÉ\n") | st.lists(
    st.sampled_from(["OR", "AND", "NOT", "-", "(", ")", "ferry", "#sea", "NEAR(a b)", *(f"{key}:1" for key in KEYS)])
).map(" ".join)


@given(st.text() | ODD)
def test_any_query_that_can_be_read_can_be_looked_for(library: Store, text: str) -> None:
    try:
        node = asked(text)
    except QueryError:
        return
    number = library.queries.count_articles(node)
    assert len(library.queries.find(node)) == len(library.queries.articles(node)) == number
    assert len(library.queries.stories(node)) == library.queries.count_stories(node)


def test_the_stories_of_a_period_are_ranked_as_they_stood_at_its_end() -> None:
    def article_of(outlet: str, hours: float) -> Article:
        return article(f"{outlet}{hours}", outlet=outlet, url="", published=ago(hours))

    with Store() as store:
        told(store, 1, *(article_of(outlet, 30) for outlet in "ab"), *(article_of(outlet, 5) for outlet in "cdefgh"))
        told(store, 2, *(article_of(outlet, 31) for outlet in "abc"), name="other")
        told(store, 3, article_of("a", 90), article_of("b", 5), name="third")
        everything = asked("")
        assert store.queries.told_between(everything, ago(48), ago(24)) == (2, 1)
        assert store.queries.told_between(everything, ago(48), ago(24), min_outlets=3) == (2,)
        assert store.queries.told_between(everything, ago(48), ago(0)) == (1, 3, 2)
        assert store.queries.told_between(asked("outlet:c"), ago(48), ago(24)) == (2,)
        assert store.queries.told_between(everything, ago(24), ago(48)) == ()
