"""What the reader decides about feeds and outlets: options, names, what is taken off the list."""

from collections.abc import Iterable
from datetime import datetime

from ..model import Feed
from . import coverage, feeds
from .database import Database
from .recording import recording
from .rows import time_text
from .values import Outlet
from .ways import Ways


class Subscriptions:
    """Feeds and outlets as the reader wants them; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def change(self, changed: Iterable[Feed]) -> None:
        """Write what the reader wants of these feeds; what their visits found stays as it is."""
        with self._ways.writing() as db:
            for feed in changed:
                feeds.change_feed(db, feed)

    def remove(self, feed_ids: Iterable[int]) -> None:
        """Unsubscribe from feeds; their articles stay, and subscribing again goes on where it ended."""
        with self._ways.writing() as db:
            for feed_id in feed_ids:
                feeds.remove_feed(db, feed_id)

    def published(self, since: datetime, until: datetime) -> dict[int, int]:
        """Return for each feed how many of its articles are of that time."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT feed_id, count(*) FROM articles WHERE counts_at >= ? AND counts_at < ?"
                " AND feed_id IS NOT NULL GROUP BY feed_id",
                (time_text(since), time_text(until)),
            )
            return dict(rows.fetchall())

    def outlets(self) -> tuple[Outlet, ...]:
        """Return all outlets by name, with how many articles and feeds they have."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT name, sum(articles), sum(feeds) FROM ("
                " SELECT outlet AS name, count(*) AS articles, 0 AS feeds FROM articles GROUP BY outlet"
                " UNION ALL SELECT outlet, 0, count(*) FROM feeds WHERE removed = 0 AND outlet <> '' GROUP BY outlet"
                ") GROUP BY name ORDER BY name COLLATE NOCASE, name"
            )
            return tuple(Outlet(*row) for row in rows)

    def rename_outlet(self, old: str, new: str) -> tuple[int, ...]:
        """Give an outlet another name, from now on too; a name that another outlet has makes the two one.

        Returns the stories whose coverage changes by it: those where both had told the story.
        """
        with self._ways.writing() as db, recording(db, "rename", f"renamed {old} to {new}") as act:
            act.watch("articles", ("outlet",), "outlet IN (?, ?)", (old, new))
            act.watch("feeds", ("outlet",), "outlet IN (?, ?)", (old, new))
            act.watch("outlet_names", ("name",), "1")
            stories = db.execute("SELECT DISTINCT story_id FROM articles WHERE outlet = ? AND story_id > 0", (old,))
            touched = [row[0] for row in stories.fetchall()]
            both = coverage.told_by_both(db, old, new)
            db.execute("UPDATE articles SET outlet = ? WHERE outlet = ?", (new, old))
            db.execute("UPDATE feeds SET outlet = ? WHERE outlet = ?", (new, old))
            db.execute("DELETE FROM outlet_names WHERE given = ?", (new,))
            db.execute("UPDATE outlet_names SET name = ? WHERE name = ?", (new, old))
            db.execute(
                "INSERT INTO outlet_names (given, name) VALUES (?, ?)"
                " ON CONFLICT (given) DO UPDATE SET name = excluded.name",
                (old, new),
            )
            coverage.refresh(db, touched)
            coverage.mark_stale(db, both)
            return both


def name_of(db: Database, outlet: str) -> str:
    """Return the name an outlet goes by, where it was renamed by hand."""
    row = db.execute("SELECT name FROM outlet_names WHERE given = ?", (outlet,)).fetchone()
    return str(row[0]) if row else outlet
