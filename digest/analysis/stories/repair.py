"""The second look at a story that has grown: what arrival decided one by one is parted anew with its rivals."""

from collections import Counter
from collections.abc import Callable, Sequence

from ...model import Decision
from .linkage import average_link, fit, keep_ids
from .members import Members
from .setting import ClusterSettings
from .ties import Ties

_GAIN = 1e-6
_MOST_RIVALS = 3


class Repair:
    """Parts a story and its rivals by average link, and lets each part keep the id most of it had."""

    def __init__(
        self, members: Members, ties: Ties, alike: Callable[[int, int], float], settings: ClusterSettings
    ) -> None:
        self._members, self._ties, self._settings = members, ties, settings
        self._alike = alike

    def after(self, article_id: int, candidates: Sequence[tuple[float, int]]) -> list[Decision]:
        """Look again at the story an article has come to, if it is of an age for it; return the moves.

        A story is looked at with three, four and every further four articles: often while it takes shape, seldom
        once it has one.
        """
        story = self._members.story_of(article_id)
        size = len(self._members.of(story))
        if size < 3 or (size > 4 and size % 4):
            return []
        stories = self._rivals(story, candidates)
        parts = self._parts(stories)
        if parts is None:
            return []
        now = [items for story in stories if (items := self._latest(story))]
        least = self._settings.repair
        if fit(parts, self._alike, least) <= fit(now, self._alike, least) + _GAIN:
            return []
        return self._carry_out(parts, stories, article_id)

    def _rivals(self, story: int, candidates: Sequence[tuple[float, int]]) -> list[int]:
        """Return the story and the others the article might have joined, as many as can be looked at together."""
        found, count = [story], len(self._latest(story))
        for score, other in candidates[: _MOST_RIVALS + 1]:
            other = self._members.resolve(other)
            size = len(self._members.of(other))
            if score >= self._settings.rival and other not in found and count + size <= self._settings.repaired:
                found.append(other)
                count += size
        return found

    def _latest(self, story: int) -> list[int]:
        return list(self._members.of(story)[-self._settings.repaired // 2 :])

    def _parts(self, stories: Sequence[int]) -> list[list[int]] | None:
        """Return the stories' articles in groups; None where what was decided by hand cannot all be seen."""
        items = sorted(item for story in stories for item in self._latest(story))
        hidden = any(len(self._latest(story)) < len(self._members.of(story)) for story in stories)
        if hidden and any(map(self._ties.bound, items)):
            return None
        start = sorted({tuple(sorted(self._ties.tied(item) & set(items))) for item in items})
        return average_link(start, self._alike, self._settings.repair, self._ties.parted)

    def _carry_out(self, parts: Sequence[Sequence[int]], stories: Sequence[int], article_id: int) -> list[Decision]:
        kept = keep_ids(parts, {story: self._latest(story) for story in stories})
        before = {story: tuple(self._members.of(story)) for story in stories}
        made: list[Decision] = []
        for index, part in enumerate(parts):
            story = kept.get(index) or self._members.new()
            moved = [item for item in part if self._members.story_of(item) != story]
            score = round(self._mean(part), 4)
            for item in moved:
                what = "join" if index in kept or (made and made[-1].story_id == story) else "new"
                made.append(Decision(what, item, story, score=score if len(part) > 1 else 0.0))
            self._members.move(moved, story)
        for story in stories:
            if not self._members.of(story):
                heir = Counter(map(self._members.story_of, before[story])).most_common(1)[0][0]
                self._members.lead(story, heir)
                made.append(Decision("merge", article_id, heir, story))
        return made

    def _mean(self, part: Sequence[int]) -> float:
        pairs = len(part) * (len(part) - 1) / 2
        return fit([part], self._alike, 0.0) / pairs if pairs else 0.0
