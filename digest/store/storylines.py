"""Storylines: which stories are tied to which, and what each of them names."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from ..model import Profile, Storyline
from .database import Database
from .rows import MOST, Row, listed, time_text, to_time, words
from .ways import Ways

_LISTED = "s.merged_into IS NULL AND s.article_count > 0"
_PROFILE = "s.id, p.language, s.first_seen, s.last_seen, p.outlets, p.terms"
_JOINED = "stories s JOIN story_profiles p ON p.story_id = s.id"
_SUMMED = (
    "SELECT s.storyline, min(s.first_seen), max(s.last_seen), sum(s.article_count), sum(s.unread_count) FROM stories s"
)


class Storylines:
    """What ties stories together over weeks; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def loose(self) -> dict[int, int]:
        """Return the stories whose articles have changed since they were last tied, each with how often they have."""
        with self._ways.reading() as db:
            return dict(db.execute(f"SELECT s.id, s.changes FROM stories s WHERE s.loose = 1 AND {_LISTED}").fetchall())

    def around(self, since: datetime, until: datetime, most: int) -> tuple[Profile, ...]:
        """Return the profiles of the stories of that time, at most so many, the latest; not how they spell terms."""
        with self._ways.reading() as db:
            rows = db.execute(
                f"SELECT {_PROFILE} FROM {_JOINED} WHERE s.last_seen >= ? AND s.first_seen <= ? AND {_LISTED}"
                " ORDER BY s.last_seen DESC, s.id DESC LIMIT ?",
                (time_text(since), time_text(until), most),
            )
            return tuple(map(_to_profile, rows))

    def tied(self, story_ids: Iterable[int]) -> dict[int, int]:
        """Return the storyline of each of these stories that is in one."""
        with self._ways.reading() as db:
            return dict(
                db.execute(
                    "SELECT id, storyline FROM stories WHERE id IN (SELECT value FROM json_each(?))"
                    " AND storyline IS NOT NULL",
                    (listed(story_ids),),
                ).fetchall()
            )

    def of(self, story_id: int) -> Storyline | None:
        """Return the storyline a story is in."""
        return self.one(self.tied([story_id]).get(story_id, 0))

    def members(self, storyline: int) -> tuple[Profile, ...]:
        """Return the profiles of a storyline's stories, oldest first."""
        with self._ways.reading() as db:
            return _members(db, storyline)

    def next_id(self) -> int:
        """Return an id that no storyline has or had."""
        with self._ways.reading() as db:
            row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'storylines'").fetchone()
            return int(row[0]) + 1 if row else 1

    def keep_profiles(self, profiles: Iterable[Profile]) -> None:
        """Keep what stories name."""
        with self._ways.writing() as db:
            db.executemany(
                "INSERT INTO story_profiles (story_id, language, outlets, terms, spelled) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (story_id) DO UPDATE SET language = excluded.language, outlets = excluded.outlets,"
                " terms = excluded.terms, spelled = excluded.spelled",
                (
                    (p.story_id, p.language, listed(sorted(p.outlets)), _dumped(p.terms), _dumped(p.spelled))
                    for p in profiles
                ),
            )

    def tie(self, loose: Mapping[int, int], tied: Mapping[int, int]) -> None:
        """Put stories into storylines (0: into none) and make those that are new.

        What `loose` told of is loose no more, unless its articles have changed again.
        """
        with self._ways.writing() as db:
            new = sorted({line for line in tied.values() if line})
            db.executemany("INSERT OR IGNORE INTO storylines (id, name) VALUES (?, '')", ((line,) for line in new))
            db.executemany(
                "UPDATE stories SET storyline = ? WHERE id = ?", ((line or None, story) for story, line in tied.items())
            )
            db.executemany("UPDATE stories SET loose = 0 WHERE id = ? AND changes = ?", loose.items())

    def name(self, names: Mapping[int, str]) -> None:
        """Give storylines the names they go by."""
        with self._ways.writing() as db:
            db.executemany("UPDATE storylines SET name = ? WHERE id = ?", ((n, line) for line, n in names.items()))

    def all(self, since: datetime | None = None, limit: int | None = None) -> tuple[Storyline, ...]:
        """Return the storylines of two stories or more, told since then if that is given, the latest told first."""
        with self._ways.reading() as db:
            rows = db.execute(
                f"{_SUMMED} WHERE s.storyline IS NOT NULL AND {_LISTED} GROUP BY s.storyline"
                " HAVING count(*) > 1 AND max(s.last_seen) >= ?"
                " ORDER BY max(s.last_seen) DESC, s.storyline DESC LIMIT ?",
                ("" if since is None else time_text(since), -1 if limit is None else limit),
            )
            return tuple(_to_storyline(db, row) for row in rows.fetchall())

    def one(self, storyline: int) -> Storyline | None:
        """Return the storyline of that id, if it holds two stories or more."""
        if not 0 < storyline <= MOST:
            return None
        with self._ways.reading() as db:
            where = f"WHERE s.storyline = ? AND {_LISTED} GROUP BY s.storyline HAVING count(*) > 1"
            row = db.execute(f"{_SUMMED} {where}", (storyline,)).fetchone()
            return row and _to_storyline(db, row)


def _members(db: Database, storyline: int) -> tuple[Profile, ...]:
    rows = db.execute(
        f"SELECT {_PROFILE}, p.spelled FROM {_JOINED} WHERE s.storyline = ? AND {_LISTED} ORDER BY s.first_seen, s.id",
        (storyline,),
    )
    return tuple(map(_to_profile, rows))


def _to_profile(row: Row) -> Profile:
    story, language, first, last, outlets, terms, *spelled = row
    written = json.loads(spelled[0]) if spelled else {}
    return Profile(
        story, language, to_time(first), to_time(last), frozenset(words(outlets)), json.loads(terms), written
    )


def _to_storyline(db: Database, row: Row) -> Storyline:
    number, first, last, articles, unread = row
    (name,) = db.execute("SELECT name FROM storylines WHERE id = ?", (number,)).fetchone()
    stories = db.execute(
        f"SELECT s.id FROM stories s WHERE s.storyline = ? AND {_LISTED} ORDER BY s.first_seen, s.id", (number,)
    )
    told = tuple(story for (story,) in stories)
    return Storyline(number, name, to_time(first), to_time(last), told, articles, unread)


def _dumped(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
