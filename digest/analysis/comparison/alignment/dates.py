"""Dates are compared only through an event both accounts tell: a shared weekday is no evidence."""

from collections.abc import Iterable

from ....model import Event, Fact, FactKind, Grain, Moment, State
from .events import Opposed, Told
from .link import Link
from .pair import Account, Pair

_SAME_DAY_ALIKE = 0.3
_INFERRED_ALIKE = 0.35
_LINKED = (State.SAME_TEXT, State.REWORDED, State.PARTIAL, State.DIFFER_STATUS)
_DIFFER = 0.8
_ONE_SLOT = 0.5
_ONE_EVENT = 1.0


def align_dates(pair: Pair, told: Told, *, proven: bool) -> list[Link]:
    """Return links between dates; two days differ only where each dates the same, strongly linked event."""
    strong = {
        (pair.a.facts[link.a].sentence, pair.b.facts[link.b].sentence): link.score
        for link in sorted(told.links, key=lambda link: link.score)
        if link.state in _LINKED
    }
    dated: list[Link | Opposed] = [*told.opposed]
    dated += [link for link in told.links if link.state is State.DIFFER_STATUS or link.score >= _ONE_EVENT]
    links = []
    for i, x in pair.a.kinds[FactKind.DATE]:
        for j, y in pair.b.kinds[FactKind.DATE]:
            if isinstance(x.value, Moment) and isinstance(y.value, Moment):
                score = strong.get((x.sentence, y.sentence), 0.0)
                link = _link(pair, i, j, x, y, x.value, y.value, score)
                if (
                    link is None
                    and (proven or pair.alike(x, y) >= _ONE_SLOT)
                    and _differ(pair, x, y, x.value, y.value, dated)
                ):
                    link = Link(i, j, State.DIFFER_DATE, 0.3 + pair.alike(x, y), "each dates the same event")
                if link is not None and (proven or link.state is State.SAME_TEXT or pair.alike(x, y) >= _ONE_SLOT):
                    links.append(link)
    return links


def _link(pair: Pair, i: int, j: int, x: Fact, y: Fact, one: Moment, other: Moment, event: float) -> Link | None:
    alike = pair.alike(x, y)
    if pair.shared(x, y):
        return Link(i, j, State.SAME_TEXT, 2.0, "the same run of words")
    if not one.iso or not other.iso:
        return None
    inferred = one.inferred or other.inferred
    vague = inferred or Grain.YEAR in (one.grain, other.grain)  # a year is in common with much else
    sure = _INFERRED_ALIKE if vague else _SAME_DAY_ALIKE
    if one.iso == other.iso:
        enough = alike >= sure or (event > 0 and not vague) or event >= _DIFFER
        return (
            Link(i, j, State.REWORDED, 0.5 + alike, f"both {one.iso}, sentences {alike:.0%} alike") if enough else None
        )
    if one.iso.startswith(other.iso) or other.iso.startswith(one.iso):
        enough = alike >= sure or event >= _DIFFER
        return Link(i, j, State.PARTIAL, 0.4 + alike, "one is the more exact") if enough else None
    return None


def _differ(pair: Pair, x: Fact, y: Fact, one: Moment, other: Moment, told: Iterable[Link | Opposed]) -> bool:
    """Tell whether two days in one form of words date the same clause."""
    exact = one.grain in (Grain.DAY, Grain.MINUTE) and other.grain in (Grain.DAY, Grain.MINUTE)
    if not (one.iso and other.iso and exact) or one.iso[-5:] == other.iso[-5:]:
        return False
    if _written(x) != _written(y) or not _only_day(pair, x, y) or pair.estranged(x, y):
        return False
    if any(_dates(pair, link, x, y) for link in told):
        return True
    return pair.alike(x, y) >= _ONE_SLOT and bool(_verbs(pair.a, x) & _verbs(pair.b, y))


def _verbs(account: Account, fact: Fact) -> frozenset[str]:
    """Return the classes of the verbs whose clauses a day stands in."""
    events = (
        event for _, event in account.kinds[FactKind.EVENT] if event.start <= fact.start and fact.end <= event.end
    )
    return frozenset(event.value.predicate for event in events if isinstance(event.value, Event))


def _dates(pair: Pair, link: Link | Opposed, x: Fact, y: Fact) -> bool:
    """Tell whether two days stand in the clauses of a link; of two steps of one decision, in their sentences."""
    one, other = pair.a.facts[link.a], pair.b.facts[link.b]
    if isinstance(link, Link) and link.state is State.DIFFER_STATUS:
        return one.sentence == x.sentence and other.sentence == y.sentence
    return one.start <= x.start and x.end <= one.end and other.start <= y.start and y.end <= other.end


def _written(fact: Fact) -> str:
    """Return how a day is written: by its weekday, by its number in the month, or loosely."""
    if any(c.isdigit() for c in fact.text):
        return "number"
    return "weekday" if "day" in fact.text.lower().replace("today", "").replace("yesterday", "") else ""


def _only_day(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether each sentence holds one day only, so that there is no doubt what it dates."""
    return all(
        sum(isinstance(f.value, Moment) and f.sentence == fact.sentence for f in account.facts) == 1
        for account, fact in ((pair.a, x), (pair.b, y))
    )
