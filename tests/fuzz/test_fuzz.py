"""A little of `make fuzz` on every run, and what hypothesis thinks of."""

import random
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text import clean, clean_line
from digest.web.entries import link
from digest.web.markup import plain

from ..web.server import rss
from .holds import URL, check
from .mutate import MUTATIONS, Mutation, mutated
from .seeds import seeds

SEEDS = seeds(None)
MARKUP = st.text(st.sampled_from("<>&;/!-[]'\"=#x9ab \n\x1b\x9b\u202e\ud800é\u0301"), max_size=60) | st.text(
    max_size=60
)
ESCAPED = MARKUP.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))


@pytest.mark.parametrize("number", range(0, 400, 20))
def test_damaged_feeds_are_read_or_refused_in_words(number: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for each in range(number, number + 20):
            check(mutated(random.Random(each), SEEDS), each)


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_every_way_of_damage_damages(mutation: Mutation) -> None:
    chance = random.Random(1)
    assert any(mutation(SEEDS[0], chance, SEEDS) != SEEDS[0] for _ in range(5))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(body: bytes) -> None:
    check(body)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(MARKUP, ESCAPED, ESCAPED), max_size=4))
def test_any_text_between_the_tags_leaves_clean_entries(items: list[tuple[str, str, str]]) -> None:
    spelled = (
        f"<item><title>{title}</title><description>{text}</description><guid>{n}{name}</guid></item>"
        for n, (name, title, text) in enumerate(items)
    )
    check(rss(*spelled).encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(st.lists(ESCAPED.filter(lambda text: bool(clean_line(text))), min_size=1, max_size=5, unique=True))
def test_well_formed_entries_are_all_found(titles: list[str]) -> None:
    kept = [clean(title) for title in titles]
    found = check(rss(*(f"<item><title>{t}</title><guid>{n}</guid></item>" for n, t in enumerate(kept))).encode())
    assert found is not None
    assert len(found.entries) == len(titles)


@given(MARKUP)
def test_cleaning_is_done_once_and_for_all(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    clean(text).encode()


@given(MARKUP)
def test_no_markup_makes_text_that_is_not_clean(html: str) -> None:
    text = plain(html)
    assert text == clean(text) == text.strip()


@given(MARKUP)
def test_a_link_is_http_or_nothing(text: str) -> None:
    assert link(text, URL) == "" or link(text, URL).startswith(("http://", "https://"))
