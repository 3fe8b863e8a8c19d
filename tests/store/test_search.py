"""Search by plain words."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.store import Store
from digest.store.search import expression

from .sample import article, saved


@pytest.fixture(scope="module")
def library() -> Iterator[Store]:
    with Store() as store:
        saved(
            store,
            article("1", title="Ferry runs again", text="The harbour master said the ferry is safe."),
            article("2", title="Été à Brême", text="Tides were high."),
            article("3", title="NOT a drill", text="The lighthouse OR the pier? An e-mail told."),
            article("4", title="Minsk talks", text="Переговоры шли в Минске. EU officials came."),
        )
        yield store


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ferry", "1"),
        ("FERRY harbour", "1"),
        ("ferry lighthouse", ""),
        ("harb", "1"),
        ("harb ferry", ""),
        ("harb ", ""),
        ("the", "31"),
        ("th", ""),
        ("ete breme", "2"),
        ("NOT", "3"),
        ("lighthouse OR", "3"),
        ("e-mail", "3"),
        ('"harbour master"', "1"),
        ("минске", "4"),
        ("eu", "4"),
        ("title:ferry", ""),
        ("ferry -safe", "1"),
        ("...", ""),
        ("", ""),
    ],
)
def test_all_words_must_be_there_and_the_last_may_be_begun(library: Store, words: str, keys: str) -> None:
    assert "".join(found.key for found in library.search(words)) == keys


def test_the_latest_stored_come_first_up_to_the_limit(library: Store) -> None:
    assert [found.key for found in library.search("the", limit=1)] == ["3"]


@given(st.text() | st.text(alphabet="\"'*^:+-(){}[]~\\,.\0\ud800 aÉ\n"))
def test_no_text_is_a_syntax_error(library: Store, words: str) -> None:
    assert isinstance(library.search(words), tuple)


@pytest.mark.parametrize("words", ["ferry " * 5000, "a" * 100_000, "AND OR NOT NEAR(a b, 5)", 'fer"ry', "ferry*"])
def test_long_and_odd_words_are_only_words(library: Store, words: str) -> None:
    assert isinstance(library.search(words), tuple)


@given(st.text())
def test_an_article_is_found_by_any_word_of_its_title(title: str) -> None:
    with Store() as store:
        saved(store, article("1", title=title.replace("\0", "").encode("utf-8", "ignore").decode(), text=""))
        words = [word for word in title.split() if word.isascii() and word.isalnum()]
        assert all(store.search(word) for word in words)


def test_an_edit_is_found_by_its_new_words_only(store: Store) -> None:
    saved(store, article("1", title="Barge sails"))
    saved(store, article("1", title="Steamer sails"))
    assert store.search("steamer sails")
    assert not store.search("barge")


def test_every_word_is_quoted() -> None:
    assert expression('say "no" AND (yes') == '"say" """no""" "AND" "(yes"*'
