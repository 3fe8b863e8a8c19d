"""Which clauses tell one event, and on which step of its ladder."""

import re
from functools import cache

from ....model import Event, Fact, State
from ....text import stem
from ...lexicon.predicates import lexicon
from ...similarity import content
from .link import Link
from .opposition import opposed
from .pair import Account, Pair

_SAME_CLASS = 0.30
_ANY_CLASS = 0.42
_UNLIKE = 0.08
_SAME_OBJECT = 0.15
_ONE_TOPIC = 0.3
_REWORDED = 0.55
_MUCH_ALIKE = 0.35
_SHORT = 3
_AHEAD = frozenset("will would could should may might must can".split())
_WORDS = re.compile(r"[\w'-]+")


def align_events(pair: Pair, earlier: tuple[Link, ...]) -> list[Link]:
    """Return links between events: how alike the clauses are, more for one verb class, a number or a quote in common.

    Vetoed when each side names somebody the other's sentence lacks, or when one denies what the other states.
    """
    shared = {(pair.a.facts[link.a].sentence, pair.b.facts[link.b].sentence) for link in earlier}
    left = [(i, f, _stems(pair.a, f)) for i, f in enumerate(pair.a.facts) if isinstance(f.value, Event)]
    right = [(j, f, _stems(pair.b, f)) for j, f in enumerate(pair.b.facts) if isinstance(f.value, Event)]
    links = []
    for i, x, one in left:
        for j, y, other in right:
            bonus = 0.15 if (x.sentence, y.sentence) in shared else 0.0
            if (link := _link(pair, i, j, x, y, one, other, bonus)) is not None:
                links.append(link)
    return links


def _stems(account: Account, fact: Fact) -> frozenset[str]:
    plain = account.prose.plain[fact.start : fact.end].lower()
    return frozenset(stem(word) for word in _WORDS.findall(plain) if content(word))


def _ladder(event: Event) -> str:
    """Return what two steps of the event's class come to: "status", "wording" or nothing."""
    return _ladders()[event.predicate]


@cache
def _ladders() -> dict[str, str]:
    return {predicate.name: predicate.ladder for predicate in lexicon().values()}


def _is_ahead(fact: Fact) -> bool:
    """Tell whether the verb is only foreseen ("will decide", "is expected to"): no step that was taken."""
    return bool(_AHEAD & set(fact.text.lower().split()[:4]))


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(stem(form[0]) for form in lexicon())


def _link(
    pair: Pair, i: int, j: int, x: Fact, y: Fact, one: frozenset[str], other: frozenset[str], bonus: float
) -> Link | None:
    assert isinstance(x.value, Event)
    assert isinstance(y.value, Event)
    if pair.shared(x, y):
        return None if opposed(pair, x, y) else Link(i, j, State.SAME_TEXT, 2.0, "the same run of words")
    alike = pair.alike(x, y)
    if alike < _UNLIKE or x.value.negated != y.value.negated:
        return None
    same = x.value.predicate == y.value.predicate
    common = one & other
    overlap = len(common) / max(1, min(len(one), len(other)))
    score = 0.5 * alike + 0.5 * overlap + (0.1 if same else 0.0) + bonus
    about = bool(common - _verb_stems()) and alike >= _SAME_OBJECT
    one_matter = about or alike >= _ONE_TOPIC or (bonus > 0 and alike >= _SAME_OBJECT)
    steps = one_matter and _are_steps(pair, x, y)
    if pair.other_people(x, y) if steps and _ladder(x.value) == "status" else pair.estranged(x, y):
        return None
    if steps:
        score = max(score, _SAME_CLASS)  # a number or most of the sentence in common: steps of one matter
    elif not _enough(one, other, alike) or score < (_SAME_CLASS if same else _ANY_CLASS):
        return None
    state = _state(x.value, y.value, score, steps)
    if state.family == "agree" and opposed(pair, x, y):
        return None
    reasons = [f"both {x.value.predicate}"] if same else []
    reasons += [f"in common: {', '.join(sorted(common)[:6])}"] if common else []
    why = "; ".join([*reasons, f"sentences {alike:.0%} alike"])
    return Link(i, j, state, score, why)


def _enough(one: frozenset[str], other: frozenset[str], alike: float) -> bool:
    """Tell whether the clauses share more than their verb: rejecting a result is not rejecting a call."""
    common = one & other
    things = common - _verb_stems()
    return len(common) >= 2 and (len(things) >= 2 or alike >= _MUCH_ALIKE or min(len(one), len(other)) <= _SHORT)


def _are_steps(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether the verbs are two steps of one class, both taken, by the same actors at the same time."""
    one, other = x.value, y.value
    assert isinstance(one, Event)
    assert isinstance(other, Event)
    if one.predicate != other.predicate or one.rank == other.rank or one.condition or other.condition:
        return False
    return pair.acquainted(x, y) and not pair.elsewhen(x, y) and not (_is_ahead(x) or _is_ahead(y))


def _state(one: Event, other: Event, score: float, steps: bool) -> State:
    if steps and (ladder := _ladder(one)):
        return State.DIFFER_STATUS if ladder == "status" else State.DIFFER_WORDING
    return State.REWORDED if score >= _REWORDED and one.predicate == other.predicate else State.PARTIAL
