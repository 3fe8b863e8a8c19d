"""The reader's own tags on articles and on stories; those an outlet gives stand with its articles."""

from collections.abc import Sequence

from .database import Database
from .names import folded
from .recording import Recorder, recording
from .rows import listed
from .values import TagUse
from .ways import Ways

_AMONG = "IN (SELECT value FROM json_each(?))"


class Tags:
    """Every method is one transaction. Capitals and accents make no other tag: the first spelling stays."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def add(self, tag: str, articles: Sequence[int] = (), stories: Sequence[int] = ()) -> int:
        """Tag these articles and stories; return for how many that is new."""
        with self._ways.writing() as db:
            name = next(iter(spellings(db, tag)), tag)
            with recording(db, "tag", f"tagged {_told(articles, stories)} #{name}") as act:
                _watch(act, articles, stories)
                sql = "INSERT OR IGNORE INTO article_tags (tag, article_id) VALUES (?, ?)"
                new = sum(db.execute(sql, (name, number)).rowcount for number in articles)
                sql = "INSERT OR IGNORE INTO story_tags (tag, story_id) VALUES (?, ?)"
                return new + sum(db.execute(sql, (name, number)).rowcount for number in stories)

    def remove(self, tag: str, articles: Sequence[int] = (), stories: Sequence[int] = ()) -> int:
        """Take the tag off these articles and stories; return from how many."""
        with self._ways.writing() as db:
            names, gone = listed(spellings(db, tag)), 0
            with recording(db, "tag", f"took the tag #{tag} off {_told(articles, stories)}") as act:
                _watch(act, articles, stories)
                for table, column, numbers in (
                    ("article_tags", "article_id", articles),
                    ("story_tags", "story_id", _with_merged(db, stories)),
                ):
                    where = f"tag {_AMONG} AND {column} {_AMONG}"
                    gone += db.execute(f"DELETE FROM {table} WHERE {where}", (names, listed(numbers))).rowcount
            return gone

    def all(self) -> tuple[TagUse, ...]:
        """Return every tag the reader gave, by name, with what has it."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT tag, sum(article), sum(story) FROM (SELECT tag, 1 AS article, 0 AS story FROM article_tags"
                " UNION ALL SELECT tag, 0, 1 FROM (SELECT DISTINCT t.tag, coalesce(s.merged_into, s.id)"
                " FROM story_tags t JOIN stories s ON s.id = t.story_id)) GROUP BY tag ORDER BY tag COLLATE NOCASE, tag"
            )
            return tuple(TagUse(*row) for row in rows)

    def of_article(self, article_id: int) -> tuple[str, ...]:
        """Return the tags the reader gave the article itself."""
        with self._ways.reading() as db:
            rows = db.execute("SELECT tag FROM article_tags WHERE article_id = ? ORDER BY tag", (article_id,))
            return tuple(row[0] for row in rows)

    def of_story(self, story_id: int) -> tuple[str, ...]:
        """Return the tags the reader gave the story, and those merged into it."""
        with self._ways.reading() as db:
            among = listed(_with_merged(db, (story_id,)))
            rows = db.execute(f"SELECT DISTINCT tag FROM story_tags WHERE story_id {_AMONG} ORDER BY tag", (among,))
            return tuple(row[0] for row in rows)


def spellings(db: Database, tag: str) -> tuple[str, ...]:
    """Return the tag as it was written by the reader, if it ever was."""
    names = db.execute("SELECT tag FROM article_tags UNION SELECT tag FROM story_tags ORDER BY tag")
    return tuple(name for (name,) in names if folded(name) == folded(tag))


def _watch(act: Recorder, articles: Sequence[int], stories: Sequence[int]) -> None:
    act.watch("article_tags", (), f"article_id {_AMONG}", (listed(articles),))
    act.watch("story_tags", (), f"story_id {_AMONG}", (listed(_with_merged(act.db, stories)),))


def _with_merged(db: Database, stories: Sequence[int]) -> tuple[int, ...]:
    """Return these stories and those that lead to them."""
    among = listed(stories)
    return tuple(
        row[0]
        for row in db.execute(f"SELECT id FROM stories WHERE id {_AMONG} OR merged_into {_AMONG}", (among, among))
    )


def _told(articles: Sequence[int], stories: Sequence[int]) -> str:
    named = [*(f"a{number}" for number in articles), *(f"story {number}" for number in stories)]
    return named[0] if len(named) == 1 else f"{len(named)} articles and stories"
