"""What a stored article becomes when the same article comes in again: pure, so that each rule can be tested alone."""

from dataclasses import replace

from ..model import Article


def merged(held: Article, incoming: Article) -> Article:
    """Return `held` as it stands after `incoming`; equal to `held` if nothing is to be written.

    The reader's marks, the story, the first fetch and the identity stay. An excerpt never takes the place of a full
    text. What another feed says of the same page counts only where it brings the full text to an excerpt.
    """
    fuller = held.excerpt and not incoming.excerpt
    if held.feed_id != incoming.feed_id:
        return _with_text(held, incoming) if fuller else held
    if incoming.excerpt and not held.excerpt:
        held = replace(held, page_due=incoming.page_due, page_tries=incoming.page_tries)
        same_kind = incoming.title_from is held.title_from
        return replace(held, title=incoming.title) if same_kind else held
    known = replace(
        incoming,
        id=held.id,
        key=held.key,
        fetched=held.fetched,
        revision=held.revision,
        silent=held.silent,
        version_seen=held.version_seen,
        reading=held.reading,
        read_revision=held.read_revision,
        starred=held.starred,
        story_id=held.story_id,
    )
    if _keeps_date(held, incoming):
        return replace(known, published=held.published, published_from=held.published_from)
    return known


def is_edit(held: Article, now: Article) -> bool:
    """Tell whether the outlet changed title or text, rather than that we now hold the whole of it."""
    return (held.title, held.text) != (now.title, now.text) and not (held.excerpt and not now.excerpt)


def is_silent(held: Article, now: Article) -> bool:
    """Tell whether an edit changed what the text says while no new note in it owns up to that.

    Of an excerpt it cannot be told, for the note may stand in what we do not hold; and the reader's own files are
    nobody's news.
    """
    if held.excerpt or now.excerpt or held.feed_id is None:
        return False
    from ..text import change_notes  # most of what reads the store need not wait for it

    return _words(held) != _words(now) and change_notes(now.title, now.text) <= change_notes(held.title, held.text)


def _words(article: Article) -> list[str]:
    from ..text import body, tokens

    return [token.text for token in tokens(body(article.text))]


def _with_text(held: Article, incoming: Article) -> Article:
    return replace(
        held,
        text=incoming.text,
        excerpt=False,
        excerpt_why="",
        page_due=None,
        page_tries=0,
        reached=incoming.reached,
        language=held.language or incoming.language,
        authors=held.authors or incoming.authors,
        agency=incoming.agency or held.agency,
        place=incoming.place or held.place,
    )


def _keeps_date(held: Article, incoming: Article) -> bool:
    """A feed may move an entry's date at each edit: the first one is when it was published."""
    if held.published is None:
        return False
    if incoming.published is None:
        return True
    return held.feed_id is not None and held.published_from is incoming.published_from
