"""Which pages that did not come are asked for again, and when: pure, so that the manners can be tested alone."""

from datetime import datetime

from ..errors import FeedError
from ..model import Article, Entry, Provenance
from ..web.answer import AnswerError, UnreachableError
from .timetable import after_refusal

TRIES = 5
"""A page that did not come so often in a row is let be."""
MOST = 50
"""Pages asked for again for one feed in one run."""
_REQUEST_TIMEOUT, _TOO_EARLY, _TOO_MANY = 408, 425, 429


class NotAskedError(FeedError):
    """The page was not asked for, so that nobody had to wait for it or was asked too much."""


def due_again(error: FeedError, tries: int, now: datetime) -> datetime | None:
    """Return from when on a page that failed for the `tries`-th time is asked for again; None if it is let be.

    Only what may pass is tried again: no answer, a server in trouble or one that asked to slow down, a page that we
    did not ask for. The waiting doubles from an hour on, and is never shorter than the server asked for.
    """
    status, retry = (error.status, error.retry_after) if isinstance(error, AnswerError) else (0, "")
    passing = isinstance(error, UnreachableError | NotAskedError) or (
        status >= 500 or status in (_REQUEST_TIMEOUT, _TOO_EARLY, _TOO_MANY)
    )
    return after_refusal(retry, tries, now) if passing and tries < TRIES else None


def why_missing(error: FeedError, tries: int, due: datetime | None) -> str:
    """Return why the page is not there and what becomes of it, in words."""
    if due is not None:
        return f"{error.reason}; asked again later"
    return error.reason if tries < TRIES else f"{error.reason}; given up after {tries} times"


def entry_of(article: Article) -> Entry:
    """Return the entry that an article was made of, as far as it is needed to ask for the page again."""
    return Entry(
        key=article.key,
        title=article.title if article.title_from is Provenance.FEED else "",
        url=article.url,
        summary=article.text,
        published=article.published if article.published_from is Provenance.FEED else None,
        updated=article.updated,
        authors=article.authors,
        language=article.language,
        tags=article.tags,
    )
