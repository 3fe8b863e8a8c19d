"""What was found in a text is kept until the text changes."""

from dataclasses import replace

from digest.store import Store

from .sample import article, saved


def test_findings_are_kept_by_article_and_replaced_by_newer_ones(store: Store) -> None:
    one, other, third = saved(store, article("a"), article("b"), article("c"))
    store.facts.keep({one: ("v1", b"found"), other: ("v1", b"more")})
    store.facts.keep({one: ("v2", b"found anew")})
    assert store.facts.held([one, other, third]) == {one: ("v2", b"found anew"), other: ("v1", b"more")}
    assert store.facts.stamps([one, third]) == {one: "v2"}


def test_what_was_found_in_a_text_goes_with_it(store: Store) -> None:
    one, other = saved(store, article("a"), article("b"))
    store.facts.keep({one: ("v1", b"found"), other: ("v1", b"found")})
    changed = replace(article("a"), text="The ferry a left the quay an hour late.")
    saved(store, changed, replace(article("b"), authors=("Tilda Wren",)))
    assert store.facts.held([one, other]) == {other: ("v1", b"found")}


def test_findings_of_an_article_that_is_not_there_are_not_kept(store: Store) -> None:
    store.facts.keep({99: ("v1", b"found")})
    assert store.facts.held([99]) == {}
