"""Feeds, the hashes of their entries, and the runs that asked them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from ..model import Feed, FullText, Outcome, OutcomeStatus
from .database import Database
from .rows import Row, listed, maybe_text, maybe_time, time_text, to_time, words
from .values import Run

_ANSWERED = (
    "url title site outlet etag last_modified body_hash checked next_check failures error answered ttl items"
    " typed".split()
)
"""What a visit to the feed decides."""
_WANTED = "name full_text tags timeout interval paused listed".split()
"""What the reader decides; a visit that began before a change does not undo it."""
_NAMES = [*_ANSWERED, *_WANTED, "typed_login"]
_COLUMNS = ", ".join(["id", *_NAMES])
_INSERT = f"INSERT INTO feeds ({', '.join(_NAMES)}) VALUES ({', '.join('?' for _ in _NAMES)})"
_ANSWER = (
    f"UPDATE feeds SET {', '.join(f'{name} = :{name}' for name in _ANSWERED if name != 'url')},"
    " url = CASE WHEN EXISTS (SELECT 1 FROM feeds WHERE url = :url AND id <> :id) THEN url ELSE :url END WHERE id = :id"
)
_WISH = f"UPDATE feeds SET {', '.join(name + ' = ?' for name in _WANTED)}, removed = 0 WHERE id = ?"


def add_feed(db: Database, feed: Feed) -> Feed:
    """Return the feed of that address, stored now if it was not; one that was removed comes back as `feed` wants it."""
    known = find_feed(db, feed.url)
    if known is None:
        gone = db.execute("SELECT id FROM feeds WHERE url = ?", (feed.url,)).fetchone()
        if gone:
            db.execute(_WISH, (*_wishes(feed), gone[0]))
        else:
            db.execute(_INSERT, (*_answers(feed), *_wishes(feed), feed.typed_login))
        known = find_feed(db, feed.url)
        assert known is not None
    return known


def all_feeds(db: Database) -> tuple[Feed, ...]:
    """Return the feeds in the order they were added."""
    return tuple(map(_to_feed, db.execute(f"SELECT {_COLUMNS} FROM feeds WHERE removed = 0 ORDER BY id")))


def find_feed(db: Database, url: str) -> Feed | None:
    """Return the feed of that address."""
    row = db.execute(f"SELECT {_COLUMNS} FROM feeds WHERE url = ? AND removed = 0", (Feed(url).url,)).fetchone()
    return row and _to_feed(row)


def keep_feed(db: Database, feed: Feed) -> int:
    """Write what a visit found and return the feed's id; an address that another feed has stays with that one."""
    feed_id = feed.id or add_feed(db, feed).id
    db.execute(_ANSWER, {**dict(zip(_ANSWERED, _answers(feed), strict=True)), "id": feed_id})
    return feed_id


def change_feed(db: Database, feed: Feed) -> None:
    """Write what the reader wants of the feed; what its visits found stays."""
    db.execute(_WISH, (*_wishes(feed), feed.id))


def remove_feed(db: Database, feed_id: int) -> None:
    """Unsubscribe from the feed; its articles stay."""
    db.execute("UPDATE feeds SET removed = 1, listed = '' WHERE id = ?", (feed_id,))


def entry_hashes(db: Database, feed_id: int) -> dict[str, str]:
    """Return for each entry of the feed the hash it was saved with."""
    rows = db.execute("SELECT key, hash FROM entries WHERE feed_id = ? AND hash <> ''", (feed_id,))
    return dict(rows.fetchall())


def keep_entries(db: Database, feed_id: int, hashes: Mapping[str, str], articles: Mapping[str, int]) -> None:
    """Remember which entry led to which article, and the hashes that let an unchanged entry be skipped."""
    keys = dict.fromkeys([*articles, *hashes])
    for key in keys:
        db.execute(
            "INSERT INTO entries (feed_id, key, hash, article_id) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (feed_id, key) DO UPDATE SET hash = excluded.hash,"
            " article_id = coalesce(excluded.article_id, article_id)"
            " WHERE hash <> excluded.hash OR article_id IS NOT coalesce(excluded.article_id, article_id)",
            (feed_id, key, hashes.get(key, ""), articles.get(key)),
        )


def record_run(db: Database, started: datetime, finished: datetime, outcomes: Sequence[Outcome]) -> None:
    """Keep one ingest run in numbers."""
    ended = Counter(outcome.status for outcome in outcomes)
    db.execute(
        "INSERT INTO runs (started, finished, feeds, ok, unchanged, failed, new, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            time_text(started),
            time_text(finished),
            len(outcomes),
            ended[OutcomeStatus.OK],
            ended[OutcomeStatus.UNCHANGED],
            ended[OutcomeStatus.FAILED],
            sum(outcome.new for outcome in outcomes),
            sum(outcome.changed for outcome in outcomes),
        ),
    )


def last_run(db: Database) -> Run | None:
    """Return the latest recorded run."""
    row = db.execute(
        "SELECT started, finished, feeds, ok, unchanged, failed, new, changed FROM runs ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row and Run(to_time(row[0]), to_time(row[1]), *row[2:])


def _answers(feed: Feed) -> Row:
    return (
        feed.url,
        feed.title,
        feed.site,
        feed.outlet,
        feed.etag,
        feed.last_modified,
        feed.body_hash,
        maybe_text(feed.checked),
        maybe_text(feed.next_check),
        feed.failures,
        feed.error,
        maybe_text(feed.answered),
        feed.ttl,
        feed.items,
        feed.typed,
    )


def _wishes(feed: Feed) -> Row:
    return (
        feed.name,
        feed.full_text.value,
        listed(feed.tags),
        feed.timeout,
        round(feed.interval.total_seconds()),
        int(feed.paused),
        feed.listed,
    )


def _to_feed(row: Row) -> Feed:
    found = dict(zip(_NAMES, row[1:], strict=True))
    for time in ("checked", "next_check", "answered"):
        found[time] = maybe_time(found[time])
    found["full_text"] = FullText(found["full_text"])
    found["tags"] = words(found["tags"])
    found["interval"] = timedelta(seconds=found["interval"])
    found["paused"] = bool(found["paused"])
    return Feed(id=row[0], **found)
