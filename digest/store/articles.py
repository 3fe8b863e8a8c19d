"""Articles out of the store, and the reader's marks on them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from ..model import Article, Reading, Revision
from . import coverage
from .database import Database
from .leaves import Condition
from .recording import recording
from .rows import ARTICLE, JOINED, MOST, listed, maybe_time, time_text, to_article, to_time

_OTHERWISE = "(reading <> ? OR (reading = 'read' AND read_revision < revision))"
"""What holds of an article that is not marked so: an edited one that was read before its edit is to be read anew."""
_AMONG = "id IN (SELECT value FROM json_each(?))"


def one_article(db: Database, article_id: int) -> Article | None:
    """Return the article of that id."""
    if not 0 < article_id <= MOST:
        return None
    row = db.execute(f"SELECT {ARTICLE} FROM {JOINED} WHERE a.id = ?", (article_id,)).fetchone()
    return row and to_article(row)


def list_articles(
    db: Database,
    *,
    story: int | None = None,
    outlet: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    unread: bool = False,
    starred: bool = False,
    fitting: Condition | None = None,
    limit: int | None = 50,
    offset: int = 0,
) -> tuple[Article, ...]:
    """Return articles, newest first; `since` is included, `until` is not."""
    where, values = _where(story, outlet, since, until, unread, starred, fitting)
    # The page is found among the light rows first; only its own texts are read.
    page = f"SELECT id FROM articles a WHERE {where} ORDER BY counts_at DESC, id DESC LIMIT ? OFFSET ?"
    rows = db.execute(
        f"SELECT {ARTICLE} FROM {JOINED} WHERE a.id IN ({page}) ORDER BY a.counts_at DESC, a.id DESC",
        (*values, -1 if limit is None else limit, offset),
    )
    return tuple(map(to_article, rows))


def count_articles(
    db: Database,
    *,
    story: int | None = None,
    outlet: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    unread: bool = False,
    starred: bool = False,
    fitting: Condition | None = None,
) -> int:
    """Return how many articles `list_articles` would list without a limit."""
    where, values = _where(story, outlet, since, until, unread, starred, fitting)
    return int(db.execute(f"SELECT count(*) FROM articles a WHERE {where}", values).fetchone()[0])


def last_number(db: Database) -> int:
    """Return the highest id of an article, 0 if there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0])


def _where(
    story: int | None,
    outlet: str,
    since: datetime | None,
    until: datetime | None,
    unread: bool,
    starred: bool,
    fitting: Condition | None,
) -> tuple[str, list[Any]]:
    """Return the condition of a list and the values bound in it."""
    wanted: list[tuple[str, tuple[Any, ...]]] = []
    if story is not None:
        wanted.append(("story_id = ?", (story,)))
    if outlet:
        wanted.append(("outlet = ?", (outlet,)))
    if since:
        wanted.append(("counts_at >= ?", (time_text(since),)))
    if until:
        wanted.append(("counts_at < ?", (time_text(until),)))
    if unread:  # spelled out, not bound: only so is the index of unread articles used
        wanted.append(("reading = 'unread'", ()))
    if starred:
        wanted.append(("starred = 1", ()))
    if fitting:
        wanted.append((fitting.sql, fitting.values))
    return " AND ".join(sql for sql, _ in wanted) or "1", [value for _, bound in wanted for value in bound]


def ungrouped(db: Database) -> tuple[Article, ...]:
    """Return the articles that belong to no story yet, oldest first."""
    rows = db.execute(f"SELECT {ARTICLE} FROM {JOINED} WHERE a.story_id IS NULL ORDER BY a.counts_at, a.id")
    return tuple(map(to_article, rows))


def revisions(db: Database, article_id: int) -> tuple[Revision, ...]:
    """Return the versions before the present one, oldest first."""
    if not 0 < article_id <= MOST:
        return ()
    rows = db.execute(
        "SELECT r.article_id, r.number, r.title, r.text, r.seen, r.updated, r.silent FROM revisions r"
        " JOIN contents c ON c.article_id = r.article_id"
        " WHERE r.article_id = ? AND (r.title <> c.title OR r.text <> c.text) ORDER BY r.number",
        (article_id,),
    )
    return tuple(
        Revision(of, number, title, text, to_time(seen), maybe_time(updated), bool(silent))
        for of, number, title, text, seen, updated, silent in rows
    )


def mark(db: Database, article_ids: Iterable[int], reading: Reading, undoable: bool) -> tuple[int, ...]:
    """Set how far the reader is; return the articles for which that is new. Call inside a transaction."""
    changed = _ids(db, f"{_AMONG} AND {_OTHERWISE}", (listed(article_ids), reading.value))
    _change(db, changed, "reading", reading.value, f"marked {_named(changed)} {reading.value}" if undoable else "")
    return changed


def mark_stories(db: Database, story_ids: Iterable[int], reading: Reading) -> tuple[int, ...]:
    """Set how far the reader is with whole stories; return the articles that changed. Call inside a transaction."""
    among = f"story_id IN (SELECT value FROM json_each(?)) AND {_OTHERWISE}"
    return mark(db, _ids(db, among, (listed(story_ids), reading.value)), reading, undoable=True)


def star(db: Database, article_ids: Iterable[int], starred: bool) -> None:
    """Set or take the star. Call inside a transaction."""
    changed = _ids(db, f"{_AMONG} AND starred <> ?", (listed(article_ids), int(starred)))
    words = f"starred {_named(changed)}" if starred else f"took the star off {_named(changed)}"
    _change(db, changed, "starred", int(starred), words)


def _change(db: Database, article_ids: Sequence[int], column: str, value: str | int, words: str) -> None:
    """Set a mark that these articles do not have; with `words` it is an act of the reader that can be taken back."""
    among = listed(article_ids)
    with recording(db, "star" if column == "starred" else "mark", words) as act:
        if words:
            act.watch("articles", (column,), _AMONG, (among,))
        db.execute(f"UPDATE articles SET {column} = ? WHERE {_AMONG}", (value, among))
    _refresh(db, among)


def _ids(db: Database, where: str, values: Sequence[Any]) -> tuple[int, ...]:
    return tuple(row[0] for row in db.execute(f"SELECT id FROM articles WHERE {where} ORDER BY id", values))


def _named(article_ids: Sequence[int]) -> str:
    return f"a{article_ids[0]}" if len(article_ids) == 1 else f"{len(article_ids):,} articles"


def _refresh(db: Database, among: str) -> None:
    rows = db.execute(f"SELECT DISTINCT story_id FROM articles WHERE {_AMONG} AND story_id IS NOT NULL", (among,))
    coverage.refresh(db, [row[0] for row in rows.fetchall()])
