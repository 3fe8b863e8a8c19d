"""What differs in each story: open until somebody looks, then kept until its articles change."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Unpack

from ..model import StoryFilter
from .rows import listed
from .stories import matching
from .ways import Ways


@dataclass(frozen=True, slots=True)
class Open:
    """A story of which nobody has worked out yet what differs."""

    story_id: int
    changes: int
    """How often its articles had changed when it was asked for."""


class Differences:
    """The differing facts of stories, as keys that tell one from another; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def open(self, story_ids: Iterable[int]) -> tuple[Open, ...]:
        """Return those of these stories of which it is open what differs, in no order."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT id, changes FROM stories WHERE id IN (SELECT value FROM json_each(?))"
                " AND differs IS NULL AND merged_into IS NULL AND article_count > 0",
                (listed(story_ids),),
            )
            return tuple(Open(*row) for row in rows)

    def open_among(self, limit: int, **wanted: Unpack[StoryFilter]) -> tuple[Open, ...]:
        """Return the stories that `Store.stories` would list of which it is open, the most covered first."""
        with self._ways.reading() as db:
            where, values = matching(**wanted)
            rows = db.execute(
                f"SELECT id, changes FROM stories s WHERE {where} AND differs IS NULL"
                " ORDER BY coverage DESC, id DESC LIMIT ?",
                (*values, limit),
            )
            return tuple(Open(*row) for row in rows)

    def count_open(self, **wanted: Unpack[StoryFilter]) -> int:
        """Return of how many of the stories that `Store.stories` would list it is open."""
        with self._ways.reading() as db:
            where, values = matching(**wanted)
            found = db.execute(f"SELECT count(*) FROM stories s WHERE {where} AND differs IS NULL", values)
            return int(found.fetchone()[0])

    def keep(self, found: Iterable[tuple[Open, Sequence[str]]], *, wait: float | None = None) -> None:
        """Keep what differs in stories, but not in those whose articles have changed since they were asked for.

        Another writer is waited for as long as the store says, or `wait`.
        """
        with self._ways.writing(wait) as db:
            for one, keys in found:
                db.execute(
                    "UPDATE stories SET differs = ?, differing = ? WHERE id = ? AND changes = ? AND stale = 0",
                    (len(keys), json.dumps(keys, ensure_ascii=False), one.story_id, one.changes),
                )

    def of(self, story_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return what differs in each of these stories of which it is known; nothing can where one outlet tells."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT id, coalesce(differing, '[]') FROM stories WHERE id IN (SELECT value FROM json_each(?))"
                " AND (differing IS NOT NULL OR differs = 0)",
                (listed(story_ids),),
            )
            return {number: tuple(json.loads(keys)) for number, keys in rows}

    def by(self, rules: str) -> bool:
        """Tell whether what is kept was worked out by these rules; if not, leave it all open again.

        The first rules to ask are those it is by.
        """
        with self._ways.reading() as db:
            row = db.execute("SELECT rules FROM differences_by").fetchone()
        if row and row[0] == rules:
            return True
        with self._ways.writing(0.0) as db:
            db.execute("DELETE FROM differences_by")
            db.execute("INSERT INTO differences_by (rules) VALUES (?)", (rules,))
            if row:
                db.execute(
                    "UPDATE stories SET differs = NULL, differing = NULL, changes = changes + 1"
                    " WHERE outlet_count > 1 AND differs IS NOT NULL"
                )
        return row is None
