"""What a reader decided by hand of which articles belong together, closed over its consequences."""

from collections.abc import Iterable

from ...model import UNCONSTRAINED, Constraints


class Ties:
    """Answers by article what the constraints ask of it.

    Tied is transitive: of a-b and b-c it follows that a and c are one story. Where a pair is both tied (if only
    through others) and kept apart, tied counts: a story held together by hand stays whole.
    """

    def __init__(self, constraints: Constraints = UNCONSTRAINED) -> None:
        self._group: dict[int, set[int]] = {}
        for a, b in sorted(constraints.must):
            one, other = self._group.get(a, {a}), self._group.get(b, {b})
            one |= other
            for member in other | {a}:
                self._group[member] = one
        self._apart: dict[int, set[int]] = {}
        for a, b in constraints.cannot:
            left, right = self.tied(a), self.tied(b)
            if b not in left:
                for member in left:
                    self._apart.setdefault(member, set()).update(right)
                for member in right:
                    self._apart.setdefault(member, set()).update(left)

    def tied(self, article_id: int) -> frozenset[int]:
        """Return the articles that must be in one story with this one, itself included."""
        return frozenset(self._group.get(article_id, {article_id}))

    def bound(self, article_id: int) -> bool:
        """Tell whether anything was decided by hand of this article."""
        return article_id in self._group or article_id in self._apart

    def parted(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Tell whether an article of `some` may not be in one story with one of `others`."""
        if not self._apart:
            return False
        rest = frozenset(others)
        return any(not rest.isdisjoint(self._apart.get(one, ())) for one in some)
