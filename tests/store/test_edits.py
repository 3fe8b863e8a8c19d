"""Edits: each version that an article had is kept, and an edit that no note owns up to is counted as silent."""

from digest.store import Store

from .sample import NOW, ago, article, saved

TEXT = "Six people were hurt in the fire.\n\nNo firefighter was hurt, the fire service said."
LATER = "Eleven people were hurt in the fire."
NOTE = "Correction: an earlier version gave the number of hurt as six."


def edited(store: Store, text: str, **changed: object) -> int:
    """Save an article, then what it became; return how many silent edits that makes."""
    before = {name: changed.pop(name) for name in ("excerpt",) if name in changed}
    saved(store, article("1", text=TEXT, fetched=ago(5), updated=ago(6), **before))
    (number,) = saved(store, article("1", text=text, **{"updated": ago(1), **before, **changed}))
    held = store.article(number)
    assert held is not None
    return held.silent


def test_words_that_change_without_a_note_are_a_silent_edit(store: Store) -> None:
    assert edited(store, LATER) == 1
    (earlier,) = store.revisions(1)
    assert (earlier.number, earlier.text, earlier.seen) == (1, TEXT, ago(5))
    assert (earlier.updated, earlier.silent) == (ago(6), True)
    now = store.article(1)
    assert now is not None
    assert (now.revision, now.updated, now.version_seen) == (2, ago(1), NOW)


def test_an_edit_with_a_note_is_none(store: Store) -> None:
    assert edited(store, f"{LATER}\n\n{NOTE}") == 0
    assert not store.revisions(1)[0].silent


def test_a_note_that_stood_there_before_owns_up_to_nothing_new(store: Store) -> None:
    assert edited(store, f"{LATER}\n\n{NOTE}") == 0
    saved(store, article("1", text=f"Twelve people were hurt in the fire.\n\n{NOTE}"))
    now = store.article(1)
    assert now is not None
    assert (now.revision, now.silent) == (3, 1)
    assert [earlier.silent for earlier in store.revisions(1)] == [False, True]


def test_what_is_only_set_otherwise_says_nothing_new(store: Store) -> None:
    assert edited(store, TEXT.replace("\n\n", "\n").replace("No ", "  No ")) == 0


def test_a_new_headline_is_an_edit_but_not_of_the_text(store: Store) -> None:
    assert edited(store, TEXT, title="Fire: six hurt") == 0
    assert len(store.revisions(1)) == 1


def test_of_a_summary_it_cannot_be_told(store: Store) -> None:
    assert edited(store, LATER, excerpt=True) == 0


def test_the_readers_own_files_are_nobodys_silent_edits(store: Store) -> None:
    store.save_document(article("1", text=TEXT))
    store.save_document(article("1", text=LATER))
    assert [held.silent for held in store.articles()] == [0]


def test_a_version_that_comes_back_counts_once(store: Store) -> None:
    for text in (TEXT, LATER, TEXT, LATER, TEXT):
        saved(store, article("1", text=text))
    (held,) = store.articles()
    assert (held.revision, held.silent) == (2, 1)
