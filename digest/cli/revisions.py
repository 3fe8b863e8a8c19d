"""An article's earlier versions as lines: when each was seen, and what the next one changed in it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from ..export import phrases
from ..export.look import Look
from ..model import Article, Revision
from ..text import ChangeKind, changes

_SIGNS = {ChangeKind.SAME: "{}", ChangeKind.GONE: "[-{}-]", ChangeKind.NEW: "{{+{}+}}"}


def revision_lines(article: Article, earlier: Sequence[Revision], look: Look) -> Iterator[str]:
    """Yield for each version but the first what changed, the words that went in [-…-], those that came in {+…+}."""
    seen = article.version_seen or article.fetched
    now = Revision(article.id, article.revision, article.title, article.text, seen, article.updated)
    for before, after in pairwise((*earlier, now)):
        yield ""
        yield look.bold(f"VERSION {after.number}, SEEN {phrases.when(after.seen).upper()} UTC")
        yield from look.paragraph(f"After version {before.number}, seen {phrases.when(before.seen)} UTC.")
        yield from look.paragraph(_how(before, after))
        if before.title != after.title:
            yield from _changed(before.title, after.title, "Title: ", look)
        yield from _changed(before.text, after.text, "", look)


def _how(before: Revision, after: Revision) -> str:
    said = "Silently: no note in the text says that it was changed. " if before.silent else ""
    return said + _stated(before.updated, after.updated)


def _stated(before: datetime | None, after: datetime | None) -> str:
    if after is None:
        return "The outlet does not say when it last changed the article."
    if before == after:
        return f"The outlet still gives {phrases.when(after)} UTC as the time of its last change."
    return f"The outlet gives {phrases.when(after)} UTC as the time of its last change."


def _changed(before: str, after: str, name: str, look: Look) -> Iterator[str]:
    for runs in changes(before, after):
        yield ""
        yield from look.paragraph(name + " ".join(_SIGNS[run.kind].format(run.text) for run in runs))
