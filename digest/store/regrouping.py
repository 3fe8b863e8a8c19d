"""All articles grouped anew, beside what is stored, and the outcome put in its place in one step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import StoreError
from ..model import Decision
from . import coverage, decisions, stories
from .database import Database
from .recording import recording
from .rows import Row, listed
from .ways import Ways

if TYPE_CHECKING:
    from .store import Store

_AMONG = "id IN (SELECT value FROM json_each(?))"


class Regrouping:
    """What a grouping of everything needs of the store; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def places(self) -> dict[int, int]:
        """Return for each grouped article the story it is in."""
        with self._ways.reading() as db:
            return _places(db)

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision of the grouping, oldest first."""
        with self._ways.reading() as db:
            return decisions.all_decisions(db)

    def batches(self, size: int) -> Iterator[tuple[int, ...]]:
        """Yield the grouped articles' ids, oldest published first, so many at a time."""
        with self._ways.reading() as db:
            rows = db.execute("SELECT id FROM articles WHERE story_id IS NOT NULL ORDER BY counts_at, id").fetchall()
        ids = [row[0] for row in rows]
        for at in range(0, len(ids), size):
            yield tuple(ids[at : at + size])

    def copy(self, article_ids: Sequence[int], other: "Store") -> None:
        """Put articles, as if they had just come, into another store that has none of them."""
        among = listed(article_ids)
        with self._ways.reading() as db, other.writing() as target:
            for table, where, values in (
                ("feeds", "id IN (SELECT feed_id FROM articles WHERE " + _AMONG + ")", (among,)),
                ("articles", _AMONG, (among,)),
                ("contents", "article_id IN (SELECT value FROM json_each(?))", (among,)),
                ("tied", "1", ()),
                ("apart", "1", ()),
            ):
                rows = db.execute(f"SELECT * FROM {table} WHERE {where}", values)
                _put(target, table, [column[0] for column in rows.description], rows)

    def put_in_place(
        self, before: Mapping[int, int], after: Mapping[int, int], gone: Mapping[int, int], log: Iterable[Decision]
    ) -> None:
        """Move every article to the story `after` says, let the numbers in `gone` lead on, and replace the log.

        Decisions made by hand stay in the log. A story of `after` that is not there is made. StoreError, and nothing
        is changed, if the articles are no longer where `before` says.
        """
        moved = {article: story for article, story in after.items() if before[article] != story}
        with self._ways.writing() as db, recording(db, "regroup", f"grouped {len(after):,} articles anew") as act:
            if _places(db) != before:
                raise StoreError("another run has grouped articles meanwhile; nothing was changed, try again")
            first = stories.next_story_id(db)
            concerned = f"merged_into IS NOT NULL OR id >= ? OR {_AMONG}"
            act.watch("stories", ("merged_into",), concerned, (first, listed(gone)))
            act.watch("articles", ("story_id",), _AMONG, (listed(moved),))
            for article, story in moved.items():
                if story >= first:
                    stories.create(db, story, article)
                db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story, article))
            for old, story in gone.items():
                db.execute("UPDATE stories SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", (story, old))
            db.execute("DELETE FROM decisions WHERE by_hand = 0")
            for decision in log:
                decisions.log(db, replace(decision, by_hand=False))
            touched = {*moved.values(), *(before[article] for article in moved)}
            coverage.refresh(db, touched)
            coverage.mark_stale(db, touched)


def _places(db: Database) -> dict[int, int]:
    return dict(db.execute("SELECT id, story_id FROM articles WHERE story_id IS NOT NULL").fetchall())


def _put(db: Database, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Copy rows; an article has no story there."""
    at = columns.index("story_id") if "story_id" in columns else len(columns)
    marks = ", ".join("?" for _ in columns)
    db.executemany(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",
        ((*row[:at], *(None for _ in row[at : at + 1]), *row[at + 1 :]) for row in rows),
    )
