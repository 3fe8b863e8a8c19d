"""What the grouping knows of each article, kept so that a later run need not read its text again."""

import json
from collections.abc import Iterable
from datetime import datetime

from .database import Database
from .rows import time_text, to_time
from .values import Weighed


def weighed(db: Database, version: int, since: datetime, until: datetime) -> tuple[Weighed, ...]:
    """Return the articles of that time that belong to a story, oldest first, both ends included.

    Terms kept by another version of the grouping, or of a text that has changed since, are left out (None).
    """
    rows = db.execute(
        "SELECT a.id, a.story_id, a.counts_at, a.published IS NOT NULL, t.language, t.weights FROM articles a"
        " LEFT JOIN article_terms t ON t.article_id = a.id AND t.version = ?"
        " WHERE a.counts_at >= ? AND a.counts_at <= ? AND a.story_id IS NOT NULL ORDER BY a.counts_at, a.id",
        (version, time_text(since), time_text(until)),
    )
    return tuple(
        Weighed(
            number, language or "", None if weights is None else json.loads(weights), story, to_time(when), dated == 1
        )
        for number, story, when, dated, language, weights in rows
    )


def keep(db: Database, version: int, found: Iterable[Weighed]) -> None:
    """Keep the terms of these articles. Call inside a transaction."""
    for one in found:
        db.execute(
            "INSERT INTO article_terms (article_id, version, language, weights) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, language = excluded.language,"
            " weights = excluded.weights",
            (one.article_id, version, one.language, json.dumps(one.weights, ensure_ascii=False, separators=(",", ":"))),
        )
