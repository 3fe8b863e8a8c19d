"""The clusterer's decisions: what they do to membership, and the log that says why."""

from collections.abc import Iterable
from dataclasses import replace

from ..errors import StoreError
from ..model import Decision
from . import coverage
from .constraints import hold, parted
from .database import Database
from .rows import MOST, Row, listed, words
from .stories import create, next_story_id, resolve

_COLUMNS = "what, article_id, story_id, gone, score, terms, days, by_hand"


def record(db: Database, decisions: Iterable[Decision]) -> None:
    """Carry out and log decisions in their order, but for what the reader's own rule out. Call inside a transaction.

    A new story whose number was given to another since the decisions were begun (the reader split one) gets the next.
    """
    touched: set[int] = set()
    came_from: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for decided in decisions:
        if decided.what == "new" and decided.story_id not in numbers and _is_taken(db, decided):
            numbers[decided.story_id] = next_story_id(db)
        gone = numbers.get(decided.gone, decided.gone) if decided.gone else None
        decision = replace(decided, story_id=numbers.get(decided.story_id, decided.story_id), gone=gone)
        if decision.what == "merge" and decision.gone is not None:
            if parted(db, resolve(db, decision.gone) or 0, resolve(db, decision.story_id) or 0):
                continue
            touched |= _merge(db, decision.gone, decision.story_id)
        else:
            before = _join(db, decision)
            if before:
                came_from.setdefault(decision.article_id, before)
            touched |= {story for story in (before, resolve(db, decision.story_id)) if story}
        log(db, decision)
    touched |= hold(db, came_from)
    coverage.refresh(db, touched)
    coverage.mark_stale(db, touched)


def log(db: Database, decision: Decision) -> None:
    """Keep a decision that was carried out."""
    db.execute(
        "INSERT INTO decisions (what, article_id, story_id, gone, score, terms, days, by_hand)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.what,
            decision.article_id,
            decision.story_id,
            decision.gone,
            decision.score,
            listed(decision.terms),
            decision.days,
            int(decision.by_hand),
        ),
    )


def story_decisions(db: Database, story_id: int) -> tuple[Decision, ...]:
    """Return the log of a story's articles, wherever they were before, and of the merges into it, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM decisions WHERE id IN"
        " (SELECT d.id FROM articles a JOIN decisions d ON d.article_id = a.id WHERE a.story_id = ?1"
        " UNION ALL SELECT d.id FROM decisions d WHERE d.what = 'merge' AND d.story_id IN"
        " (SELECT id FROM stories WHERE id = ?1 UNION ALL SELECT id FROM stories WHERE merged_into = ?1)) ORDER BY id",
        (resolve(db, story_id),),
    )
    return tuple(map(_to_decision, rows))


def all_decisions(db: Database) -> tuple[Decision, ...]:
    """Return the whole log, oldest first."""
    return tuple(map(_to_decision, db.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY id")))


def article_decisions(db: Database, article_id: int) -> tuple[Decision, ...]:
    """Return the log of one article, oldest first."""
    if not 0 < article_id <= MOST:
        return ()
    return tuple(map(_to_decision, db.execute(f"SELECT {_COLUMNS} FROM decisions WHERE article_id = ?", (article_id,))))


def _join(db: Database, decision: Decision) -> int | None:
    """Put the article into the story and return the one it was in."""
    if decision.what == "new":
        create(db, decision.story_id, decision.article_id)
    story_id = resolve(db, decision.story_id)
    found = db.execute("SELECT story_id FROM articles WHERE id = ?", (decision.article_id,)).fetchone()
    before: int | None = found and found[0]
    db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, decision.article_id))
    return before


def _is_taken(db: Database, decision: Decision) -> bool:
    """Tell whether another run has given the number of a new story; StoreError if it was to the same article."""
    row = db.execute("SELECT merged_into FROM stories WHERE id = ?", (decision.story_id,)).fetchone()
    held = db.execute("SELECT id FROM articles WHERE story_id = ?", (decision.story_id,)).fetchall()
    if (decision.article_id,) in held:
        raise StoreError(f"story {decision.story_id} is there already: another run was grouping; run again")
    return row is not None and (row[0] is not None or bool(held))


def _merge(db: Database, gone: int, into: int) -> set[int]:
    into = resolve(db, into) or into
    if gone == into:
        return set()
    db.execute("UPDATE articles SET story_id = ? WHERE story_id = ?", (into, gone))
    db.execute("UPDATE stories SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", (into, gone))
    return {gone, into}


def _to_decision(row: Row) -> Decision:
    what, article_id, story_id, gone, score, terms, days, by_hand = row
    return Decision(what, article_id, story_id, gone, score, words(terms), days, bool(by_hand))
