"""The clusterer's decisions: what they do to membership, and the log that says why."""

from collections.abc import Iterable

from ..errors import StoreError
from ..model import Decision
from . import coverage
from .database import Database
from .rows import Row, listed, words
from .stories import resolve


def record(db: Database, decisions: Iterable[Decision]) -> None:
    """Carry out and log decisions in their order. Call inside a transaction."""
    touched: set[int] = set()
    for decision in decisions:
        if decision.what == "merge" and decision.gone is not None:
            touched |= _merge(db, decision.gone, decision.story_id)
        else:
            touched |= _join(db, decision)
        db.execute(
            "INSERT INTO decisions (what, article_id, story_id, gone, score, terms, days) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                decision.what,
                decision.article_id,
                decision.story_id,
                decision.gone,
                decision.score,
                listed(decision.terms),
                decision.days,
            ),
        )
    coverage.refresh(db, touched)
    coverage.mark_stale(db, touched)


def story_decisions(db: Database, story_id: int) -> tuple[Decision, ...]:
    """Return the log of a story and of those merged into it, oldest first."""
    rows = db.execute(
        "SELECT what, article_id, story_id, gone, score, terms, days FROM decisions WHERE story_id IN"
        " (SELECT id FROM stories WHERE id = ?1 UNION ALL SELECT id FROM stories WHERE merged_into = ?1) ORDER BY id",
        (resolve(db, story_id),),
    )
    return tuple(map(_to_decision, rows))


def _join(db: Database, decision: Decision) -> set[int]:
    if decision.what == "new":
        _create(db, decision)
    story_id = resolve(db, decision.story_id)
    before = db.execute("SELECT story_id FROM articles WHERE id = ?", (decision.article_id,)).fetchone()
    db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, decision.article_id))
    return {found for found in (story_id, before and before[0]) if found}


def _create(db: Database, decision: Decision) -> None:
    """Make the story's row, under its first article's title until a better one is worked out."""
    if db.execute("SELECT 1 FROM articles WHERE story_id = ? LIMIT 1", (decision.story_id,)).fetchone():
        raise StoreError(f"story {decision.story_id} is there already: another run was grouping; run again")
    db.execute(
        "INSERT INTO stories (id, title, language, first_seen, last_seen)"
        " SELECT ?, c.title, a.language, a.counts_at, a.counts_at FROM articles a"
        " JOIN contents c ON c.article_id = a.id WHERE a.id = ? ON CONFLICT (id) DO NOTHING",
        (decision.story_id, decision.article_id),
    )


def _merge(db: Database, gone: int, into: int) -> set[int]:
    into = resolve(db, into) or into
    if gone == into:
        return set()
    db.execute("UPDATE articles SET story_id = ? WHERE story_id = ?", (into, gone))
    db.execute("UPDATE stories SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", (into, gone))
    return {gone, into}


def _to_decision(row: Row) -> Decision:
    what, article_id, story_id, gone, score, terms, days = row
    return Decision(what, article_id, story_id, gone=gone, score=score, terms=words(terms), days=days)
