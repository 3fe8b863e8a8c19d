"""The probability that two articles tell one event, each pair worked out once."""

from .features import NAMES, days_apart, features
from .forest import Forest
from .profile import Profile
from .terms import NAME

_PLENTY = 10
"""With as many terms in common there is no need to look which."""
_HEADLINE = 16
"""So few different words are a headline, or little more."""
_WORDS, _MARKS = 3, 4
_COPY = 0.85
_COPY_DAYS = 3.0
"""A text as alike as that within so few days is a copy, in whatever crowd of copies it stands."""
_SHARED = NAMES.index("shared")
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
        if numbers[_SHARED] < _PLENTY and not told_enough(a, b):
            return 0.0
        return 1.0 if numbers[0] >= _COPY and apart <= _COPY_DAYS else self._forest.probability(numbers)


def told_enough(a: Profile, b: Profile) -> bool:
    """Tell whether two articles share enough for any judgement: three words of which one is a name, or four words.

    Only asked where one of them has hardly more than a headline, as many items of feeds have. Two headlines that share
    one rare word look as close to the trees, which have learned from longer texts, as two that tell one event.
    """
    fewest = min(sum(" " not in term for term in one.terms) for one in (a, b))
    words = [term for term in a.terms if term in b.terms and " " not in term]
    names = sum(bool(a.terms[term][2] & b.terms[term][2] & NAME) for term in words)
    return fewest > _HEADLINE or (len(words) >= _WORDS and len(words) + names >= _MARKS)
