"""Names of outlets, feeds, authors and tags as a query's words find them: capitals and accents do not matter."""

import unicodedata
from collections.abc import Iterable

from .database import Database


def folded(text: str) -> str:
    """Return `text` without capitals and accents, as the full-text index reads words."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def meant(names: Iterable[str], wanted: str) -> tuple[str, ...]:
    """Return the names that are `wanted`, else those that have it as a part."""
    listed, part = tuple(names), folded(wanted)
    return tuple(n for n in listed if folded(n) == part) or tuple(n for n in listed if part in folded(n))


def outlet_names(db: Database) -> tuple[str, ...]:
    """Return every outlet that has articles, stepping through their index from name to name."""
    rows = db.execute(
        "WITH RECURSIVE named (outlet) AS (SELECT min(outlet) FROM articles UNION ALL"
        " SELECT (SELECT min(outlet) FROM articles WHERE outlet > named.outlet) FROM named WHERE outlet IS NOT NULL)"
        " SELECT outlet FROM named WHERE outlet IS NOT NULL"
    )
    return tuple(row[0] for row in rows)
