"""Stories as the reader wants them: merged, split, articles moved, each as one act that can be taken back."""

from collections.abc import Iterable

from ..errors import StoreError
from ..model import Constraints, Decision, Plan
from . import constraints, coverage, decisions, stories
from .database import Database
from .recording import Recorder, recording
from .rows import listed
from .ways import Ways

_AMONG = "id IN (SELECT value FROM json_each(?))"


class ByHand:
    """What was decided by hand; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def constraints(self) -> Constraints:
        """Return what every grouping has to respect."""
        with self._ways.reading() as db:
            return constraints.constraints(db)

    def decisions(self, article_id: int) -> tuple[Decision, ...]:
        """Return every decision about one article, oldest first."""
        with self._ways.reading() as db:
            return decisions.article_decisions(db, article_id)

    def bound(self, article_ids: Iterable[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return which articles are kept together with one of these, itself included, and which are kept apart."""
        with self._ways.reading() as db:
            return constraints.bound(db, article_ids)

    def carry_out(self, plan: Plan) -> int:
        """Do what was planned and return the number of the story that the articles went to.

        StoreError, and nothing is changed, if another run has changed one of the stories since it was planned.
        """
        with self._ways.writing() as db, recording(db, plan.kind, plan.words) as act:
            for story, expected in plan.found.items():
                rows = db.execute("SELECT id FROM articles WHERE story_id = ? ORDER BY id", (story,))
                if tuple(row[0] for row in rows) != tuple(sorted(expected)):
                    raise StoreError(f"story {story} has just been changed by another run; look at it and try again")
            story = plan.story or stories.next_story_id(db)
            _watch(act, plan, story)
            if not plan.story:
                stories.create(db, story, plan.goes[0])
            _move(db, plan, story)
            constraints.tie(db, plan.together)
            constraints.part(db, plan.named, plan.apart)
            return story


def _watch(act: Recorder, plan: Plan, story: int) -> None:
    """Have everything that is about to be done taken back with the act."""
    concerned = listed(article for articles in plan.found.values() for article in articles)
    gone = listed(plan.gone)
    leading = act.db.execute(
        f"SELECT id FROM stories WHERE {_AMONG} UNION ALL SELECT id FROM stories WHERE merged_into"
        " IN (SELECT value FROM json_each(?))",
        (gone, gone),
    )
    act.watch("stories", ("merged_into",), _AMONG, (listed([story, *(row[0] for row in leading)]),))
    act.watch("articles", ("story_id",), _AMONG, (concerned,))
    act.watch("decisions", (), "article_id IN (SELECT value FROM json_each(?)) AND by_hand = 1", (listed(plan.goes),))
    constraints.watch(act, (*plan.together, *plan.named, *plan.apart))


def _move(db: Database, plan: Plan, story: int) -> None:
    """Put the articles into the story, let what is left without one lead to it, and log it."""
    goes = set(plan.goes)
    db.execute(f"UPDATE articles SET story_id = ? WHERE {_AMONG}", (story, listed(goes)))
    for gone in plan.gone:
        db.execute("UPDATE stories SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", (story, gone))
    for left, articles in plan.found.items():
        moved = [article for article in articles if article in goes]
        for article in moved[:1] if plan.kind == "merge" else moved:
            decisions.log(db, Decision(plan.kind, article, story, gone=left, by_hand=True))
    coverage.refresh(db, {story, *plan.found})
    coverage.mark_stale(db, {story, *plan.found})
