"""The invented corpora of the benchmarks are what they are said to be, and searched and exported as meant."""

from digest.store import Store

from .bench import export, search
from .bench.corpus import articles, vocabulary


def test_a_corpus_is_the_same_each_time_and_its_words_are_as_unequal_as_real_ones() -> None:
    made = list(articles(50, words_each=100))
    assert made == list(articles(50, words_each=100))
    frequent, rare = vocabulary()[0], vocabulary()[5_000]
    assert sum(frequent in article.text.lower().split() for article in made) > 40
    assert sum(rare in article.text.lower().split() for article in made) < 5


def test_every_kind_of_search_that_is_timed_finds_something() -> None:
    with Store() as store:
        search.fill(store, 60)
        for look, _ in search.SEARCHES.values():
            for asked in search.queries().values():
                assert any(look(store, query) for query in asked)


def test_the_day_that_is_exported_has_stories_of_several_outlets() -> None:
    with Store() as store:
        export.fill(store, 60)
        assert store.counts().articles == 60
        assert max(len(story.outlets) for story in store.stories()) > 3
