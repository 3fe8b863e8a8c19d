"""What was found in each article's text, kept so that it need not be read again to be compared."""

from collections.abc import Iterable, Mapping

from .rows import listed
from .ways import Ways


class Facts:
    """Findings by article, each with the stamp of what they hang on; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def held(self, article_ids: Iterable[int]) -> dict[int, tuple[str, bytes]]:
        """Return the stamp and the findings kept for each of these articles that has any."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT article_id, stamp, found FROM article_facts"
                " WHERE article_id IN (SELECT value FROM json_each(?))",
                (listed(article_ids),),
            )
            return {number: (stamp, found) for number, stamp, found in rows}

    def stamps(self, article_ids: Iterable[int]) -> dict[int, str]:
        """Return the stamp alone of what is kept for each of these articles."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT article_id, stamp FROM article_facts WHERE article_id IN (SELECT value FROM json_each(?))",
                (listed(article_ids),),
            )
            return dict(rows.fetchall())

    def keep(self, found: Mapping[int, tuple[str, bytes]], *, wait: float | None = None) -> None:
        """Keep findings under their stamps; another writer is waited for as long as the store says, or `wait`."""
        with self._ways.writing(wait) as db:
            for number, (stamp, content) in found.items():
                db.execute(
                    "INSERT INTO article_facts (article_id, stamp, found) SELECT id, ?, ? FROM articles WHERE id = ?"
                    " ON CONFLICT (article_id) DO UPDATE SET stamp = excluded.stamp, found = excluded.found",
                    (stamp, content, number),
                )
