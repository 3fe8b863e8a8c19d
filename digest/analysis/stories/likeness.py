"""The probability that two articles tell one event, each pair worked out once."""

from .features import days_apart, features
from .forest import Forest
from .profile import Profile

_COPY = 0.85
_COPY_DAYS = 3.0
"""A text as alike as that within so few days is a copy, in whatever crowd of copies it stands."""
_KEPT = 200_000
"""As many pairs are remembered; then all are forgotten."""


class Likeness:
    """Asks the model, and remembers its answers."""

    def __init__(self, forest: Forest, window: float, kept: int = _KEPT) -> None:
        self._forest, self._window, self._kept = forest, window, kept
        self._found: dict[tuple[int, int], float] = {}

    def __call__(self, a: Profile, b: Profile) -> float:
        """Return the probability; 0 for articles published further apart than the window."""
        pair = (a.article_id, b.article_id) if a.article_id < b.article_id else (b.article_id, a.article_id)
        found = self._found.get(pair)
        if found is None:
            if len(self._found) >= self._kept:
                self._found.clear()
            found = self._found[pair] = self._judge(a, b)
        return found

    def _judge(self, a: Profile, b: Profile) -> float:
        apart = days_apart(a, b)
        if apart > self._window:
            return 0.0
        numbers = features(a, b)
        return 1.0 if numbers[0] >= _COPY and apart <= _COPY_DAYS else self._forest.probability(numbers)
