"""How much there is of everything."""

from .database import Database
from .rows import maybe_time
from .values import Counts


def counts(db: Database) -> Counts:
    """Count by indexes alone."""
    *numbers, last = db.execute(
        """SELECT
            (SELECT count(*) FROM articles),
            (SELECT count(*) FROM stories WHERE merged_into IS NULL AND article_count > 0),
            (SELECT count(*) FROM articles WHERE reading = 'unread'),
            (SELECT count(*) FROM articles WHERE starred = 1),
            (SELECT count(*) FROM feeds WHERE removed = 0),
            (SELECT count(*) FROM feeds WHERE removed = 0 AND (failures > 0 OR error <> '')),
            coalesce((SELECT finished FROM runs ORDER BY id DESC LIMIT 1), (SELECT max(checked) FROM feeds))"""
    ).fetchone()
    articles, stories, unread, starred, feeds, failed = numbers
    return Counts(articles, stories, unread, starred, feeds, failed, maybe_time(last))
