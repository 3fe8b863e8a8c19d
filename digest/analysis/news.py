"""What an account brings beside those before it: new facts, other answers, facts that are gone."""

from collections.abc import Sequence
from dataclasses import replace

from ..model import ChangedFact, Comparison, Correction, Fact, FactKind, News, Quantity, Row, Source, Told
from .comparison.answers import answer
from .comparison.compare import compare
from .findings import Finder, find

MOST_BEFORE = 9
"""The versions before that are held against a new one: the latest."""
_NEWS = (FactKind.QUANTITY, FactKind.QUOTE, FactKind.EVENT)


def news(
    version: Source, before: Sequence[Source], finder: Finder = find, corrections: Sequence[Correction] = ()
) -> News:
    """Return what `version` brings; `before` are the versions until then, oldest first, its own article's too.

    What was held of those is all that could be read of them: a fact that an excerpt leaves out is new when it comes.
    A fact is gone from an edited article only if nothing in the new text is like it.
    """
    own = next((one for one in reversed(before) if one.article_id == version.article_id), None)
    others = [one for one in before if one is not own][-(MOST_BEFORE - (own is not None)) :]
    earlier = ([own] if own else []) + others
    if not earlier:
        return News(version, first=True)
    # each version stands for itself: that two are of one article is no reason to expect the same of them
    sources = [replace(one, excerpt=False) for one in (version, *earlier)]
    found = compare(sources, (), finder, corrections)
    return News(
        version,
        False,
        tuple(Told(version, row.stated[0][1]) for row in found.rows if _is_new(row)),
        tuple(change for row in found.rows if (change := _change(found, row, own is not None))),
        tuple(Told(own, row.stated[0][1]) for row in found.rows if own and _is_gone(row)),
    )


def _closer(now: Fact, before: Fact) -> bool:
    """Tell whether a number is stated more exactly than before."""
    one, other = now.value, before.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit != other.unit:
        return False
    return one.high - one.low < other.high - other.low


def _is_new(row: Row) -> bool:
    return row.present == (0,) and row.state.family == "only" and row.importance > 1 and row.kind in _NEWS


def _is_gone(row: Row) -> bool:
    """Tell whether a fact stands in the article's version before (source 1) and in none of the others."""
    return row.present == (1,) and row.state.family == "only" and row.importance > 1 and row.kind in _NEWS


def _change(found: Comparison, row: Row, edited: bool) -> ChangedFact | None:
    """Return the answer of the new version where it is another than all before, or than its own article's before.

    A number that was known only roughly and is now known better is another answer too: "17" after "at least 14".
    """
    stated = dict(row.stated)
    if row.state.family not in ("differ", "agree") or row.importance < 2 or 0 not in stated:
        return None
    now = stated.pop(0)
    other = {i: fact for i, fact in stated.items() if answer(fact) != answer(now)}
    if row.state.family == "agree" and not all(_closer(now, fact) for fact in stated.values()):
        return None
    if not other:
        return None
    if len(other) < len(stated) and not (edited and 1 in other):
        return None  # somebody said so before
    before = tuple(Told(found.sources[i], fact) for i, fact in sorted(other.items()))
    return ChangedFact(Told(found.sources[0], now), before)
