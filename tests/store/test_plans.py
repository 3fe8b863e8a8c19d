"""Lists stay quick however much is stored: SQLite finds their rows by an index, without sorting or scanning."""

from collections.abc import Callable
from typing import Any

import pytest

from digest.model import FeedAnswer, Reading, StorySort
from digest.store import Store

from .sample import ago, article, feed, told

QUICK: dict[str, Callable[[Store], Any]] = {
    "stories by coverage": lambda store: store.stories(),
    "stories by coverage now": lambda store: store.stories(now=ago(0)),
    "newest stories": lambda store: store.stories(sort=StorySort.NEWEST),
    "stories that differ": lambda store: store.stories(sort=StorySort.DIFFERS),
    "one story": lambda store: store.story(1),
    "decisions": lambda store: store.decisions(1),
    "an article's decisions": lambda store: store.by_hand.decisions(1),
    "what is bound by hand": lambda store: store.by_hand.bound([1, 2]),
    "articles": lambda store: store.articles(),
    "unread articles": lambda store: store.articles(unread=True),
    "starred articles": lambda store: store.articles(starred=True),
    "an outlet's articles": lambda store: store.articles(outlet="Harbour Gazette"),
    "a story's articles": lambda store: store.articles(story=1),
    "a day's articles": lambda store: store.articles(since=ago(24), until=ago(0)),
    "search": lambda store: store.search("ferry"),
    "revisions": lambda store: store.revisions(1),
    "ungrouped": lambda store: store.ungrouped(),
    "how often terms are": lambda store: store.terms.seen("en", ["ferry"]),
    "what was weighed": lambda store: store.terms.weighed(1, [1, 2], 12),
    "mark": lambda store: store.mark([1], Reading.READ),
    "hashes": lambda store: store.entry_hashes(1),
    "save": lambda store: store.save(FeedAnswer(feed(store), (article("1", text="New."), article("3"))), {"1": "a"}),
    "document": lambda store: store.save_document(article("/home/reader/ferry.txt", url="")),
}


@pytest.mark.parametrize("act", QUICK.values(), ids=QUICK)
def test_nothing_is_scanned_or_sorted(store: Store, act: Callable[[Store], Any]) -> None:
    told(store, 1, article("1"), article("2"))
    statements: list[str] = []
    store._db.set_trace_callback(statements.append)
    act(store)
    store._db.set_trace_callback(None)
    assert statements
    assert [step for sql in statements for step in slow_steps(store, sql)] == []


def slow_steps(store: Store, sql: str) -> list[str]:
    """Return the steps of a statement's plan that grow with the tables, but for a page's own few rows."""
    if sql.split()[0] not in ("SELECT", "UPDATE", "INSERT", "DELETE"):
        return []
    plan = store._db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    steps = [step for *_, step in plan]
    scans = [step for step in steps if step.startswith("SCAN") and " INDEX " not in step and "json_each" not in step]
    sorts = [step for step in steps if "TEMP B-TREE" in step and "LIST SUBQUERY" not in " ".join(steps)]
    return scans + sorts
