"""Dates are compared only through an event both accounts tell: a shared weekday is no evidence."""

from collections.abc import Sequence

from ....model import Fact, FactKind, Grain, Moment, State
from .link import Link
from .pair import Pair

_SAME_DAY_ALIKE = 0.3
_INFERRED_ALIKE = 0.35
_LINKED = (State.SAME_TEXT, State.REWORDED, State.PARTIAL, State.DIFFER_STATUS)
_DIFFER = 0.8
_ONE_SLOT = 0.5


def align_dates(pair: Pair, told: Sequence[Link], *, proven: bool) -> list[Link]:
    """Return links between dates; two days differ only where each dates the same, strongly linked event."""
    strong = {
        (pair.a.facts[link.a].sentence, pair.b.facts[link.b].sentence): max(link.score, _sureness(link))
        for link in sorted(told, key=lambda link: link.score)
        if link.state in _LINKED
    }
    links = []
    for i, x in pair.a.kinds[FactKind.DATE]:
        for j, y in pair.b.kinds[FactKind.DATE]:
            if isinstance(x.value, Moment) and isinstance(y.value, Moment):
                score = strong.get((x.sentence, y.sentence), 0.0)
                link = _link(pair, i, j, x, y, x.value, y.value, score)
                if link is not None and (proven or link.state is State.SAME_TEXT or pair.alike(x, y) >= _ONE_SLOT):
                    links.append(link)
    return links


def _sureness(link: Link) -> float:
    """Return how sure it is that the clauses tell one event: two steps of one decision by the same actors are."""
    return _DIFFER if link.state is State.DIFFER_STATUS else 0.0


def _link(pair: Pair, i: int, j: int, x: Fact, y: Fact, one: Moment, other: Moment, event: float) -> Link | None:
    alike = pair.alike(x, y)
    if pair.shared(x, y):
        return Link(i, j, State.SAME_TEXT, 2.0, "the same run of words")
    if not one.iso or not other.iso:
        return None
    inferred = one.inferred or other.inferred
    vague = inferred or Grain.YEAR in (one.grain, other.grain)  # a year is in common with much else
    sure = _INFERRED_ALIKE if vague else _SAME_DAY_ALIKE
    exact = one.grain in (Grain.DAY, Grain.MINUTE) and other.grain in (Grain.DAY, Grain.MINUTE)
    if one.iso == other.iso:
        enough = alike >= sure or (event > 0 and not vague) or event >= _DIFFER
        return (
            Link(i, j, State.REWORDED, 0.5 + alike, f"both {one.iso}, sentences {alike:.0%} alike") if enough else None
        )
    if one.iso.startswith(other.iso) or other.iso.startswith(one.iso):
        enough = alike >= sure or event >= _DIFFER
        return Link(i, j, State.PARTIAL, 0.4 + alike, "one is the more exact") if enough else None
    one_event = event >= _DIFFER or alike >= _ONE_SLOT
    if exact and one_event and _only_day(pair, x, y) and not pair.estranged(x, y):
        return Link(i, j, State.DIFFER_DATE, 0.3 + max(event, alike), "each dates the same event")
    return None


def _only_day(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether each sentence holds one day only, so that there is no doubt what it dates."""
    return all(
        sum(isinstance(f.value, Moment) and f.sentence == fact.sentence for f in account.facts) == 1
        for account, fact in ((pair.a, x), (pair.b, y))
    )
