"""What an article's edits changed, word by word."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from textual.content import Content

from ..model import Article, Revision
from ..text.changes import ChangeKind, changes
from .glyphs import Glyphs
from .highlight import QUIET
from .lines import moment, one_line, wrap
from .preview import heading
from .window import Page

_SIGNS = {ChangeKind.SAME: "{}", ChangeKind.GONE: "[-{}-]", ChangeKind.NEW: "{{+{}+}}"}
_STYLES = {ChangeKind.SAME: QUIET, ChangeKind.GONE: "strike $fact-differ", ChangeKind.NEW: "bold $fact-agree"}


def revisions_page(article: Article, earlier: Sequence[Revision], now: datetime, glyphs: Glyphs) -> Page:
    """Return for each edit when it was seen and what it changed, the latest first."""
    last = Revision(article.id, article.revision, article.title, article.text, article.version_seen or article.fetched)

    def page(width: int) -> list[list[Content]]:
        pairs = list(pairwise((*earlier, last)))[::-1]
        parts = [list(_edit(before, after, width, now, glyphs)) for before, after in pairs]
        return parts or [[Content("This article was not edited since it was taken in.")]]

    return page


def _edit(before: Revision, after: Revision, width: int, now: datetime, glyphs: Glyphs) -> Iterator[Content]:
    yield heading(f"Version {after.number}, seen {moment(after.seen, now)}", width, glyphs)
    if before.silent:
        words = "Edited silently: no note in the text says that it was changed."
        yield from wrap(Content.styled(words, "$fact-differ"), width)
    for old, new in ((before.title, after.title), (before.text, after.text)):
        for paragraph in changes(old, new):
            runs = [one_line(_SIGNS[run.kind].format(run.text)).stylize(_STYLES[run.kind]) for run in paragraph]
            yield from wrap(Content(" ").join(runs), width)
            yield Content("")
