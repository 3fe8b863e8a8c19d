"""Search of titles and texts by plain words, which can never be read as FTS5 syntax."""

from ..model import Article
from .database import Database
from .fulltext import quoted
from .rows import ARTICLE, JOINED, to_article

_WORDS = 32
"""The most words looked for; FTS5 refuses very deep expressions."""
_PREFIX = 3
"""The shortest last word taken as a beginning: with fewer letters nearly every text has such a word."""


def search(db: Database, words: str, limit: int) -> tuple[Article, ...]:
    """Return the articles that hold every word, the last one perhaps only begun, latest stored first."""
    query = expression(words)
    if not query:
        return ()
    rows = db.execute(
        f"SELECT {ARTICLE} FROM {JOINED} WHERE a.id IN"
        " (SELECT rowid FROM contents_fts WHERE contents_fts MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY a.id DESC",
        (query, limit),
    )
    return tuple(map(to_article, rows))


def expression(words: str) -> str:
    """Return the FTS5 expression for plain words, each in quotes; "" if there is nothing to look for."""
    # NUL would end the expression early, and a lone surrogate cannot be bound at all
    plain = words.replace("\0", " ").encode("utf-8", "ignore").decode()
    kept = [word for word in plain.split() if any(c.isalnum() for c in word)][:_WORDS]
    if not kept:
        return ""
    found = " ".join(map(quoted, kept))
    return found + "*" if len(kept[-1]) >= _PREFIX and plain[-1:].isalnum() else found
