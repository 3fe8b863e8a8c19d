"""A query's tree as one condition of SQL over articles or over stories, every value of it bound."""

from collections.abc import Iterable
from datetime import datetime

from ..query import All, Counted, Either, Mark, Marked, Node, Not, Pattern
from .database import Database
from .fulltext import split
from .leaves import Condition, Leaves, counted, matching
from .patterns import Patterns
from .rows import time_text

_EVERYTHING = Condition("1")
_OF_STORIES = {
    Mark.UNREAD: "s.unread_count > 0",
    Mark.READ: "s.unread_count = 0",
    Mark.STARRED: "s.starred_count > 0",
}
"""What a story's row itself says of its articles."""


class Conditions:
    """Translates trees for one database and one query."""

    def __init__(self, db: Database) -> None:
        self._patterns = Patterns(db)
        self._leaves = Leaves(db, self._patterns)
        self.check = self._patterns.check
        """To be called when the rows have been read: QueryError if they are not all there are."""

    def of_articles(self, node: Node) -> Condition:
        """Return what must hold of the article `a`; its words are looked for in as few searches as can be."""
        fts, rest = split(node)
        if fts:
            return _joined("AND", (matching(fts), *([self.of_articles(rest)] if rest != All(()) else [])))
        match node:
            case All(parts):
                return _joined("AND", map(self.of_articles, _slow_last(parts)))
            case Either(parts):
                return _joined("OR", map(self.of_articles, _slow_last(parts)))
            case Not(part):
                return _negated(self.of_articles(part))
            case _:
                return self._leaves.condition(node)

    def of_stories(self, node: Node, until: datetime | None = None) -> Condition:
        """Return what must hold of the story `s`: each condition of at least one of its articles, a `Not` of none.

        With `until` only the articles before it are asked, but for marks and figures, which are the story's own.
        """
        match node:
            case All(parts):
                return _joined("AND", (self.of_stories(part, until) for part in _slow_last(parts)))
            case Either(parts):
                return _joined("OR", (self.of_stories(part, until) for part in _slow_last(parts)))
            case Not(part):
                return _negated(self.of_stories(part, until))
            case Counted():
                return counted(node, "s.")
            case Marked(mark) if mark in _OF_STORIES:
                return Condition(_OF_STORIES[mark])
            case _:
                leaf = self._leaves.condition(node)
                early, bound = (" AND a.counts_at < ?", (time_text(until),)) if until else ("", ())
                among = f"SELECT a.story_id FROM articles a WHERE a.story_id IS NOT NULL AND {leaf.sql}{early}"
                return Condition(f"s.id IN ({among})", (*leaf.values, *bound))


def _slow_last(parts: tuple[Node, ...]) -> list[Node]:
    """Return the parts with the patterns, each of which reads whole texts, behind the others."""
    return sorted(parts, key=lambda part: isinstance(part, Pattern))


def _joined(word: str, conditions: Iterable[Condition]) -> Condition:
    found = tuple(conditions)
    if not found:
        return _EVERYTHING
    sql = f" {word} ".join(condition.sql for condition in found)
    return Condition(f"({sql})", tuple(value for condition in found for value in condition.values))


def _negated(condition: Condition) -> Condition:
    return Condition(f"NOT ({condition.sql})", condition.values)
