"""The single conditions of a query as SQL over the article `a`; each is true or false, never NULL, unless said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..query import Counted, Dated, Figure, Key, Mark, Marked, Named, Numbered, Pattern, Words
from .database import Database
from .fulltext import expression
from .names import folded, meant, outlet_names
from .patterns import Patterns
from .rows import MOST, Row, listed, time_text, words
from .tags import spellings


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL and the values bound in it."""

    sql: str
    values: tuple[Any, ...] = ()


Leaf = Words | Pattern | Named | Marked | Dated | Numbered | Counted

_MARKS = {
    Mark.UNREAD: "a.reading = 'unread'",
    Mark.READ: "a.reading = 'read'",
    Mark.STARRED: "a.starred = 1",
    Mark.SUMMARY: "a.excerpt = 1",
    Mark.EDITED: "a.revision > 1",
    Mark.SILENT: "a.silent > 0",
    Mark.COVERED: "(a.reading = 'unread' AND EXISTS"
    " (SELECT 1 FROM articles o WHERE o.story_id = a.story_id AND o.reading = 'read'))",
}
_COLUMNS = {Figure.SOURCES: "outlet_count", Figure.ORIGINS: "origins", Figure.DIFFERS: "differs"}


class Leaves:
    """Translates single conditions for one database and one query."""

    def __init__(self, db: Database, patterns: Patterns) -> None:
        self._db = db
        self._patterns = patterns

    def condition(self, node: Leaf) -> Condition:
        """Return what must hold of the article `a`."""
        match node:
            case Words():
                return matching(expression(node))
            case Pattern(pattern):
                return Condition(self._patterns.add(pattern), (pattern,))
            case Named(key, name):
                return self._named(key, name)
            case Marked(mark):
                return Condition(_MARKS[mark])
            case Dated(moment, newer):
                return Condition(f"a.counts_at {'>=' if newer else '<'} ?", (time_text(moment),))
            case Numbered(number, storyline=True):
                among = "(SELECT id FROM stories WHERE storyline = ?)"
                return Condition(f"(a.story_id IS NOT NULL AND a.story_id IN {among})", (min(number, MOST),))
            case Numbered(story):
                # IS, and a number no story has: an article without a story is in none
                now = "coalesce((SELECT coalesce(merged_into, id) FROM stories WHERE id = ?), -1)"
                return Condition(f"a.story_id IS {now}", (min(story, MOST),))
            case Counted():
                of_story = counted(node, "")
                among = f"(SELECT {of_story.sql} FROM stories WHERE id = a.story_id)"
                return Condition(f"(a.story_id IS NOT NULL AND {among})", of_story.values)

    def _named(self, key: Key, name: str) -> Condition:
        match key:
            case Key.OUTLET:
                return _among("a.outlet", meant(outlet_names(self._db), name))
            case Key.FEED:
                return self._of_feeds(lambda feed: any(folded(name) in folded(part) for part in feed[1:4]))
            case Key.LANGUAGE:
                return Condition("a.language = ?", (name.lower(),))
            case Key.AUTHOR:
                self._db.create_function("folded", 1, folded, deterministic=True)
                held = "EXISTS (SELECT 1 FROM json_each(a.authors) n WHERE instr(folded(n.value), ?))"
                return Condition(f"(a.authors <> '[]' AND {held})", (folded(name),))
            case Key.TAG:
                return self._tagged(name)

    def _tagged(self, name: str) -> Condition:
        """Return the condition of a tag: the outlet's on the article, or the reader's on it, its story or its feed."""
        outlets = "(a.tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(a.tags) t WHERE t.value = ? COLLATE NOCASE))"
        own = listed(spellings(self._db, name))
        among = "tag IN (SELECT value FROM json_each(?))"
        articles = f"a.id IN (SELECT article_id FROM article_tags WHERE {among})"
        leads = (
            f"(SELECT coalesce(s.merged_into, s.id) FROM story_tags JOIN stories s ON s.id = story_id WHERE {among})"
        )
        feeds = self._of_feeds(lambda feed: folded(name) in map(folded, words(feed[4])))
        stories = f"(a.story_id IS NOT NULL AND a.story_id IN {leads})"
        return Condition(f"({outlets} OR {articles} OR {stories} OR {feeds.sql})", (name, own, own, *feeds.values))

    def _of_feeds(self, fits: Callable[[Row], bool]) -> Condition:
        """Return the condition of an article that came by a feed that fits, perhaps by others too."""
        rows = self._db.execute("SELECT id, name, title, url, tags FROM feeds")
        found = listed([row[0] for row in rows if fits(row)])
        entries = "SELECT article_id FROM entries WHERE feed_id IN (SELECT value FROM json_each(?))"
        return Condition(f"a.id IN ({entries} AND article_id IS NOT NULL)", (found,))


def matching(fts: str) -> Condition:
    """Return the condition of an article that an FTS5 expression finds."""
    return Condition("a.id IN (SELECT rowid FROM contents_fts WHERE contents_fts MATCH ?)", (fts,))


def counted(node: Counted, prefix: str) -> Condition:
    """Return the condition of a story's figure, NULL where that is not worked out; `prefix` goes before its column."""
    return Condition(f"{prefix}{_COLUMNS[node.figure]} {node.sign} ?", (node.number,))


def _among(column: str, values: Iterable[str]) -> Condition:
    return Condition(f"{column} IN (SELECT value FROM json_each(?))", (listed(values),))
