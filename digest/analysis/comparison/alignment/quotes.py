"""One quotation in two wordings: shared content stems, or the same words in another order."""

from rapidfuzz import fuzz

from ....model import Fact, FactKind, Quote, State
from ....text import stem, tokens
from ...similarity import content
from .link import Link
from .pair import Pair

_JACCARD = 0.35
_SORTED = 70.0
_CONTAINED = 0.8
_SAME_RUN = 8
_NEARLY = 88.0
_MANY = 3
_LEAST_WORDS = 4


def align_quotes(pair: Pair) -> list[Link]:
    """Return links between quotations of one speaker (or an unknown one); thresholds were measured on 30 pairs."""
    left = [(i, fact, _words(fact)) for i, fact in pair.a.kinds[FactKind.QUOTE]]
    right = [(j, fact, _words(fact)) for j, fact in pair.b.kinds[FactKind.QUOTE]]
    links = []
    for i, x, one in left:
        for j, y, other in right:
            link = _link(i, j, x, y, one, other) if _may_be_one_speaker(x, y) else _under_two_names(i, j, one, other)
            if link is not None:
                links.append(link)
    return links


def _words(fact: Fact) -> list[str]:
    return [token.text for token in tokens(fact.text)]


def _may_be_one_speaker(x: Fact, y: Fact) -> bool:
    assert isinstance(x.value, Quote)
    assert isinstance(y.value, Quote)
    one, other = x.value.speaker, y.value.speaker
    if not one[:1].isupper() or not other[:1].isupper():
        return True  # unresolved, or only described: "officials"
    return one.split()[-1].casefold() == other.split()[-1].casefold()


def _under_two_names(i: int, j: int, one: list[str], other: list[str]) -> Link | None:
    """Link the same words of two speakers, but as no more than in part: who said them is open."""
    if not _is_one_text(one, other):
        return None
    return Link(i, j, State.PARTIAL, 0.8, "the same words; the accounts name different speakers")


def _is_one_text(one: list[str], other: list[str]) -> bool:
    """Tell whether the words are so much the same that one account must have the speaker wrong."""
    long = min(len(one), len(other)) >= _LEAST_WORDS
    return long and fuzz.ratio(" ".join(one), " ".join(other)) >= _NEARLY


def _link(i: int, j: int, x: Fact, y: Fact, one: list[str], other: list[str]) -> Link | None:
    if one == other and (len(one) > 2 or _stems(one)):
        state = State.SAME_TEXT if len(one) >= _SAME_RUN else State.REWORDED
        return Link(i, j, state, 1.5 + min(len(one), 20) / 40, "the same words")
    if _is_one_text(one, other):
        return Link(i, j, State.REWORDED, 1.2, "all but a word or two the same")
    a, b = _stems(one), _stems(other)
    if len(a) < 2 or len(b) < 2:
        return None
    both = len(a & b)
    jaccard = both / len(a | b)
    ordered = fuzz.token_sort_ratio(" ".join(one), " ".join(other))
    if jaccard >= _JACCARD or (ordered >= _SORTED and both >= 2):
        why = f"{both} content words in common, {ordered:.0f} % the same in any order"
        return Link(i, j, State.REWORDED, 0.6 + jaccard, why)
    contained = both / min(len(a), len(b))
    shorter, longer = sorted((one, other), key=len)
    in_one_piece = f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    if contained >= _CONTAINED and (both >= _MANY or in_one_piece):
        return Link(i, j, State.PARTIAL, 0.5 + jaccard, f"{both} content words of the shorter stand in the longer")
    return None


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if content(word))
