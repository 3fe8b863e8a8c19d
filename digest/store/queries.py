"""Articles and stories by query: listed, counted, and found with the words around what was looked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Unpack

from ..model import Article, Story, StoryFilter, StoryPage
from ..query import All, Node
from . import articles, coverage, stories
from .conditions import Conditions
from .database import Database
from .fulltext import split
from .rows import ARTICLE, JOINED, listed, time_text, to_article, to_time
from .values import Found
from .ways import Ways

_OPEN, _CLOSE = "\x02", "\x03"
"""Around words found; no stored text holds them."""
_AROUND = 24
"""The most words of a snippet; FTS5 allows 64."""


class FindOrder(StrEnum):
    """The orders of what was found."""

    NEWEST = "newest"
    """The latest stored first: the quickest."""
    BEST = "best"
    """By BM25, a word in the title counting as four in the text; of very many, among the latest 25,000."""


_ORDERS = {
    FindOrder.NEWEST: ("", "contents_fts.rowid DESC"),
    FindOrder.BEST: ("AND contents_fts.rank MATCH 'bm25(4.0, 1.0)' ", "contents_fts.rank"),
}
_MOST_RANKED = 25_000
"""A word that every article has would take a tenth of a second to rank in a hundred thousand, for nobody's good."""


class Queries:
    """What a query finds; every method is one transaction.

    Each raises QueryError if a pattern of the query takes too long.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def find(self, query: Node, order: FindOrder = FindOrder.NEWEST, limit: int = 50) -> tuple[Found, ...]:
        """Return the articles that fit, each with the words around what was looked for."""
        with self._reading() as (db, conditions):
            rows = list(_found(db, conditions, query, order, limit))
            full = _articles(db, [number for number, _ in rows])
            return tuple(Found(full[number], _pieces(snippet)) for number, snippet in rows)

    def latest(self, query: Node, limit: int = 50) -> tuple[Article, ...]:
        """Return what `find` does in its quickest order, without the words around: for a search as it is typed."""
        with self._reading() as (db, conditions):
            ids = [number for number, _ in _found(db, conditions, query, FindOrder.NEWEST, limit, snippets=False)]
            full = _articles(db, ids)
            return tuple(full[number] for number in ids)

    def articles(self, query: Node, limit: int | None = 50) -> tuple[Article, ...]:
        """Return the articles that fit, the latest published first."""
        with self._reading() as (db, conditions):
            return articles.list_articles(db, fitting=conditions.of_articles(query), limit=limit)

    def count_articles(self, query: Node) -> int:
        """Return how many articles fit."""
        with self._reading() as (db, conditions):
            return articles.count_articles(db, fitting=conditions.of_articles(query))

    def stories(self, query: Node, **wanted: Unpack[StoryPage]) -> tuple[Story, ...]:
        """Return a page of the stories that fit, as `Store.stories` does; `until` bounds what of them is looked at."""
        with self._reading() as (db, conditions):
            fitting = conditions.of_stories(query, wanted.get("until"))
            return stories.list_stories(db, fitting=fitting, **wanted)

    def count_stories(self, query: Node, **wanted: Unpack[StoryFilter]) -> int:
        """Return how many stories `stories` would list without a limit."""
        with self._reading() as (db, conditions):
            fitting = conditions.of_stories(query, wanted.get("until"))
            return stories.count_stories(db, fitting=fitting, **wanted)

    def told_between(self, query: Node, since: datetime, until: datetime, min_outlets: int = 1) -> tuple[int, ...]:
        """Return the stories that fit and were told from `since` to before `until`, the most covered first.

        An article without a date counts under its fetch only where no article of its story states one.
        They are looked at, and ranked by outlets and recency, as they stood at `until`: a past day's order stays.
        """
        with self._reading() as (db, conditions):
            fitting = conditions.of_stories(query, until)
            end = time_text(until)
            rows = db.execute(
                f"SELECT a.story_id, count(DISTINCT a.outlet), {coverage.LAST}, count(a.published) FROM articles a"
                " JOIN stories s ON s.id = a.story_id WHERE a.counts_at < ? AND a.story_id IN"
                " (SELECT story_id FROM articles WHERE counts_at >= ? AND counts_at < ? AND story_id IS NOT NULL)"
                f" AND {fitting.sql} GROUP BY a.story_id HAVING count(DISTINCT a.outlet) >= ?"
                f" AND {coverage.LAST} >= ?",
                (end, time_text(since), end, *fitting.values, min_outlets, time_text(since)),
            )
            ranked = [
                (coverage.coverage(outlets, to_time(last), dated=dated > 0), number)
                for number, outlets, last, dated in rows
            ]
            return tuple(number for _, number in sorted(ranked, reverse=True))

    @contextmanager
    def _reading(self) -> Iterator[tuple[Database, Conditions]]:
        with self._ways.reading() as db:
            conditions = Conditions(db)
            yield db, conditions
            conditions.check()


def _found(
    db: Database, conditions: Conditions, query: Node, order: FindOrder, limit: int, snippets: bool = True
) -> Iterator[tuple[int, str]]:
    """Yield the ids of articles that fit, with a snippet in which the words found are enclosed.

    FTS5 walks its own index in the order wanted, and what must hold besides is asked of each article it comes to: so
    the first page of a frequent word costs no more than that of a rare one.
    """
    fts, rest = split(query)
    if not fts:
        fitting = conditions.of_articles(query)
        sql = f"SELECT a.id, '' FROM articles a WHERE {fitting.sql} ORDER BY a.id DESC LIMIT ?"
        return db.execute(sql, (*fitting.values, limit))
    also, sorting = _ORDERS[order]
    oldest = _oldest_ranked(db, fts) if order is FindOrder.BEST else 0
    fitting = conditions.of_articles(rest)
    joined = "" if rest == All(()) else "CROSS JOIN articles a ON a.id = contents_fts.rowid "
    around = f"snippet(contents_fts, -1, '{_OPEN}', '{_CLOSE}', '…', {_AROUND})" if snippets else "''"
    sql = (
        f"SELECT contents_fts.rowid, {around} FROM contents_fts {joined}"
        f"WHERE contents_fts MATCH ? {also}AND contents_fts.rowid >= ? AND {fitting.sql} ORDER BY {sorting} LIMIT ?"
    )
    return db.execute(sql, (fts, oldest, *fitting.values, limit))


def _oldest_ranked(db: Database, fts: str) -> int:
    """Return the id of the oldest article worth ranking; 0 where all are."""
    row = db.execute(
        "SELECT rowid FROM contents_fts WHERE contents_fts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (fts, _MOST_RANKED),
    ).fetchone()
    return int(row[0]) if row else 0


def _articles(db: Database, ids: list[int]) -> dict[int, Article]:
    found = db.execute(f"SELECT {ARTICLE} FROM {JOINED} WHERE a.id IN (SELECT value FROM json_each(?))", (listed(ids),))
    return {article.id: article for article in map(to_article, found)}


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Return a snippet as pieces; True marks what was looked for."""
    pieces: list[tuple[str, bool]] = []
    for part in " ".join(snippet.split()).split(_OPEN):
        found, closed, rest = part.rpartition(_CLOSE)
        pieces += [(found.replace(_CLOSE, ""), True)] if closed else []
        pieces += [(rest, False)] if rest else []
    return tuple(pieces)
