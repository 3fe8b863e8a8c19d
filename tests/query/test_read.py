"""A query is read as people mean it, or refused with the place at which it goes wrong."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import QueryError
from digest.query import (
    All,
    Counted,
    Dated,
    Either,
    Field,
    Figure,
    Key,
    Mark,
    Marked,
    Named,
    Node,
    Not,
    Numbered,
    Pattern,
    Words,
)
from digest.query.explain import explain
from digest.query.read import LONGEST, MOST_DEPTH, MOST_TERMS, read
from digest.query.terms import KEYS, Clock

NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
CLOCK = Clock(NOW, ZoneInfo("Europe/Berlin"))
A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("ferry", Words("ferry")),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b c", Either((A, All((B, C))))),
        ("(a OR b) c", All((Either((A, B)), C))),
        ("((a) (b c))", All((A, B, C))),
        ("a -b", All((A, Not(B)))),
        ("a NOT b", All((A, Not(B)))),
        ("-(a OR b)", Not(Either((A, B)))),
        ("--a", Not(Not(A))),
        ('"two words"', Words("two words")),
        ("“two words”", Words("two words")),
        ("sancti*", Words("sancti", begun=True)),
        ("title:a", Words("a", Field.TITLE)),
        ('TITLE:"a b"', Words("a b", Field.TITLE)),
        ("text:a*", Words("a", Field.TEXT, begun=True)),
        ("feed:north", Named(Key.FEED, "north")),
        ('outlet:"Harbour Post"', Named(Key.OUTLET, "Harbour Post")),
        ("author:müller", Named(Key.AUTHOR, "müller")),
        ("#local", Named(Key.TAG, "local")),
        ('tag:"local news"', Named(Key.TAG, "local news")),
        ("lang:en", Named(Key.LANGUAGE, "en")),
        ("is:unread", Marked(Mark.UNREAD)),
        ("is:Covered", Marked(Mark.COVERED)),
        ("story:12", Numbered(12)),
        ("storyline:4", Numbered(4, storyline=True)),
        ("sources:>=3", Counted(Figure.SOURCES, ">=", 3)),
        ("origins:2", Counted(Figure.ORIGINS, "=", 2)),
        ("differs:>0", Counted(Figure.DIFFERS, ">", 0)),
        (r"/fer+y \/ x/", Pattern(r"fer+y \/ x")),
        ("newer:24h", Dated(NOW - timedelta(days=1), newer=True)),
        ('older:"2 days"', Dated(NOW - timedelta(days=2), newer=False)),
        ('older:"6 months"', Dated(NOW - timedelta(days=180), newer=False)),
        ("newer:2020-08-28", Dated(datetime(2020, 8, 27, 22, tzinfo=UTC), newer=True)),
        ("older:2020-08-28T10:00Z", Dated(datetime(2020, 8, 28, 10, tzinfo=UTC), newer=False)),
        ("newer:yesterday", Dated(datetime(2020, 8, 27, 22, tzinfo=UTC), newer=True)),
        ("older:9999years", Dated(datetime.min.replace(tzinfo=UTC), newer=False)),
        ("", All(())),
        ("… - ... -—", All(())),
        ("a – b", All((A, B))),
    ],
)
def test_a_query_is_read(query: str, node: Node) -> None:
    assert read(query, CLOCK) == node


@pytest.mark.parametrize("word", ["e-mail", "https://paper.example/a", "Belarus:", "and/or", "AT&T", "12:30", "ORder"])
def test_what_looks_like_an_operator_inside_a_word_is_part_of_it(word: str) -> None:
    assert read(word, CLOCK) == Words(word)


def test_the_last_word_may_be_only_begun_while_it_is_typed() -> None:
    assert read("harbour mas", CLOCK, typing=True) == All((Words("harbour"), Words("mas", begun=True)))
    for done in ("harbour mas ", '"harbour mas"', "mas (ha)"):
        assert read(done, CLOCK, typing=True) == read(done, CLOCK)
    assert read("ma", CLOCK, typing=True) == Words("ma")


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("ferry outlat:x", "outlat:", "did you mean outlet:?"),
        ("qqq:x", "qqq:", "there are title, text, feed"),
        ("is:unraed", "unraed", "did you mean is:unread?"),
        ("a is:blue", "blue", "starred"),
        ("newer:soon", "soon", "2020-08-28"),
        ("newer:2020-02-30", "2020-02-30", "is no time"),
        ("sources:many", "many", "sources:>=3"),
        ("story:x", "x", "story:12"),
        ("title: ferry", "title:", "right after the colon"),
        ('say "ferry', '"', "no partner"),
        ('title:"ferry', '"', "no partner"),
        ("a /etc", "/etc", "does not end"),
        ("x /a(/", "/a(/", "no regular expression: missing )"),
        ("a ) b", ")", "closes nothing"),
        ("()", ")", "nothing stands between"),
        ("(a OR b", "", "ends too early"),
        ("a OR", "", "ends too early"),
        ("a NOT", "", "ends too early"),
    ],
)
def test_a_wrong_query_names_the_place_and_what_to_do(query: str, place: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(query, CLOCK)
    error = caught.value
    assert query[error.start : error.end] == place
    assert words in str(error)
    assert str(error).startswith(f"query, character {error.start + 1}: ")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("a" * (LONGEST + 1), "longer"),
        ("(a OR b -c) " * (MOST_TERMS // 2), "at once"),
        ("-" * MOST_DEPTH + "a", "deep"),
    ],
)
def test_a_query_too_large_to_be_looked_for_is_refused(query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        read(query, CLOCK)


ODD = st.text(alphabet="\"'“”*^:+-(){}[]~\\/,.#<>=\0\ud800 aÉ\n") | st.lists(
    st.sampled_from(["OR", "AND", "NOT", "-", "(", ")", '"', "/", "x", "#t", "is:", "newer:", "2d", ":", *KEYS, "a*"])
).map(" ".join)


@given(st.text() | ODD)
def test_any_text_is_a_query_or_a_pointed_error(text: str) -> None:
    for typing in (False, True):
        assert outcome(text, typing)


def outcome(text: str, typing: bool) -> bool:
    """Read and explain the query, or tell whether the error's place is in it."""
    try:
        return bool(list(explain(read(text, CLOCK, typing=typing))))
    except QueryError as error:
        return 0 <= error.start <= len(text)


def test_a_query_is_explained_condition_by_condition() -> None:
    assert list(explain(read('ferry -(title:"a b" OR is:covered) sources:>=3', CLOCK))) == [
        "all of:",
        "  the word “ferry” in the title or the text",
        "  not:",
        "    at least one of:",
        "      the words “a b” in the title",
        "      not read, but another article of its story was",
        "  at least 3 outlets tell its story",
    ]
