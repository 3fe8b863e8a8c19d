"""What becomes of a stored article when it comes in again."""

from dataclasses import replace

from digest.model import Article, Provenance, Reading
from digest.store.versions import is_edit, merged

from .sample import NOW, ago, article

HELD = replace(
    article("1", feed_id=1), id=7, revision=2, reading=Reading.READ, starred=True, story_id=3, fetched=ago(5)
)
EXCERPT = replace(HELD, text="The ferry left.", excerpt=True, excerpt_why="paywall")


def again(**changed: object) -> Article:
    """Return the article as its feed gives it another time."""
    return replace(article("1", feed_id=1), **changed)  # type: ignore[arg-type]


def test_the_same_again_changes_nothing() -> None:
    assert merged(HELD, again()) == HELD


def test_an_edited_text_is_taken_and_the_readers_marks_stay() -> None:
    now = merged(HELD, again(text="The ferry left late."))
    assert now == replace(HELD, text="The ferry left late.")
    assert is_edit(HELD, now)


def test_an_excerpt_never_takes_the_place_of_the_full_text() -> None:
    now = merged(HELD, again(text="The ferry", excerpt=True, title="Ferry leaves"))
    assert now == replace(HELD, title="Ferry leaves")


def test_a_feeds_title_does_not_replace_the_pages_when_the_page_was_not_to_be_had() -> None:
    held = replace(HELD, title_from=Provenance.PAGE)
    assert merged(held, again(text="The ferry", excerpt=True, title="Ferry")) == held


def test_the_full_text_takes_the_place_of_the_excerpt_and_is_no_edit() -> None:
    now = merged(EXCERPT, again())
    assert (now.text, now.excerpt, now.excerpt_why) == (HELD.text, False, "")
    assert not is_edit(EXCERPT, now)


def test_another_feeds_version_of_the_page_changes_nothing() -> None:
    assert merged(HELD, again(feed_id=2, key="other", outlet="Other", text="Other words.")) == HELD


def test_another_feed_may_bring_the_full_text_of_an_excerpt() -> None:
    now = merged(EXCERPT, again(feed_id=2, key="other", outlet="Other", title="Other", authors=("A. Sailor",)))
    assert now == replace(EXCERPT, text=HELD.text, excerpt=False, excerpt_why="", authors=("A. Sailor",))


def test_a_feed_that_moves_its_dates_at_each_edit_does_not_move_the_publication() -> None:
    assert merged(HELD, again(published=NOW)).published == ago(1)
    assert merged(HELD, again(published=None, published_from=Provenance.FETCHED)).published == ago(1)


def test_a_better_source_for_the_date_is_believed() -> None:
    now = merged(HELD, again(published=ago(2), published_from=Provenance.PAGE))
    assert (now.published, now.published_from) == (ago(2), Provenance.PAGE)


def test_a_document_imported_again_with_another_date_takes_it() -> None:
    held = replace(HELD, feed_id=None)
    assert merged(held, again(feed_id=None, published=ago(9))).published == ago(9)
