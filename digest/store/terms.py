"""What the grouping knows of the articles, kept so that a run reads no more of it than is near its new ones.

Terms are kept as numbers: two that share one (of four billion) count as one, which the pair model never sees, because
it reads the profiles.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from .database import Database
from .rows import listed, to_time
from .values import Weighed
from .ways import Ways

_FINE = 10_000
"""Weights are kept in this part of 1."""
_WIDEST = 2_000
"""A term that so many articles hold is not looked up while there are rarer ones."""
_FEWEST = 8
_AT_ONCE = 500


class Terms:
    """Profiles, which articles hold which strong terms, and how many hold any; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def waiting(self) -> tuple[int, ...]:
        """Return articles of stories that must be read again because they changed, some hundreds at a time."""
        with self._ways.reading() as db:
            rows = db.execute("SELECT article_id FROM unweighed ORDER BY article_id LIMIT ?", (_AT_ONCE,))
            return tuple(row[0] for row in rows)

    def seen(self, language: str, terms: Iterable[str]) -> tuple[Mapping[str, int], int]:
        """Return how many articles of a language hold each of the terms, and how many there are."""
        numbers = {_number(language, term): term for term in terms}
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT term, seen FROM term_counts WHERE term IN (SELECT value FROM json_each(?))",
                (listed([*numbers, _number(language)]),),
            ).fetchall()
        found = dict(rows)
        articles = found.pop(_number(language), 0)
        return {numbers[number]: count for number, count in found.items()}, articles

    def near(
        self, language: str, keys: Sequence[tuple[str, float]], days: tuple[int, int], most: int
    ) -> tuple[int, ...]:
        """Return the articles of those days (since 1970, both included) that share most weight with these terms."""
        weights = {_number(language, term): weight for term, weight in keys}
        with self._ways.reading() as db:
            counts = db.execute(
                "SELECT k.value, coalesce(c.seen, 0) FROM json_each(?) k LEFT JOIN term_counts c ON c.term = k.value",
                (listed(weights),),
            ).fetchall()
            counts.sort(key=lambda row: row[1])
            rare = [number for i, (number, seen) in enumerate(counts) if i < _FEWEST or seen <= _WIDEST]
            rows = db.execute(
                "SELECT p.article_id, sum(p.weight * json_extract(k.value, '$[1]')) AS shared FROM json_each(?) k"
                " CROSS JOIN postings p ON p.term = json_extract(k.value, '$[0]') AND p.day BETWEEN ? AND ?"
                " GROUP BY p.article_id ORDER BY shared DESC, p.article_id DESC LIMIT ?",
                (json.dumps([(number, weights[number]) for number in rare]), *days, most),
            )
            return tuple(row[0] for row in rows)

    def weighed(self, version: int, article_ids: Iterable[int], members: int) -> tuple[Weighed, ...]:
        """Return these articles and the latest `members` of each of their stories, oldest first, as they were kept."""
        wanted = set(article_ids)
        with self._ways.reading() as db:
            stories = db.execute(
                "SELECT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND story_id IS NOT NULL",
                (listed(wanted),),
            ).fetchall()
            for story in set(stories):
                latest = "SELECT id FROM articles WHERE story_id = ? ORDER BY counts_at DESC, id DESC LIMIT ?"
                wanted.update(row[0] for row in db.execute(latest, (*story, members)))
            rows = db.execute(
                "SELECT a.id, a.story_id, a.counts_at, a.published IS NOT NULL, t.language, t.weights FROM articles a"
                " JOIN article_terms t ON t.article_id = a.id"
                " WHERE a.id IN (SELECT value FROM json_each(?)) AND t.version = ? AND a.story_id IS NOT NULL",
                (listed(wanted), version),
            ).fetchall()
        rows.sort(key=lambda row: (row[2], row[0]))
        return tuple(
            Weighed(number, language, profile, to_time(when), dated == 1, story)
            for number, story, when, dated, language, profile in rows
        )


def keep(db: Database, version: int, found: Iterable[Weighed]) -> None:
    """Keep what was read of these articles' texts. Call inside a transaction."""
    counts: Counter[int] = Counter()
    for one in found:
        held = db.execute("SELECT 1 FROM article_terms WHERE article_id = ?", (one.article_id,)).fetchone()
        db.execute(
            "INSERT INTO article_terms (article_id, version, language, weights) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, language = excluded.language,"
            " weights = excluded.weights",
            (one.article_id, version, one.language, one.profile),
        )
        day = one.when.date().toordinal() - _FIRST_DAY
        db.executemany(
            "INSERT OR REPLACE INTO postings (term, day, article_id, weight) VALUES (?, ?, ?, ?)",
            [(_number(one.language, term), day, one.article_id, round(_FINE * weight)) for term, weight in one.keys],
        )
        db.execute("DELETE FROM unweighed WHERE article_id = ?", (one.article_id,))
        if not held:
            counts.update(_number(one.language, term) for term in one.terms)
            counts[_number(one.language)] += 1
    db.executemany(
        "INSERT INTO term_counts (term, seen) VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET seen = seen + excluded.seen",
        sorted(counts.items()),
    )


_FIRST_DAY = 719_163
"""1 January 1970 as Python counts days."""


def _number(language: str, term: str = "") -> int:
    return crc32(f"{language} {term}".encode())
