"""Which clauses tell one event, and on which step of its ladder."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ....model import Event, Fact, State
from ...lexicon.predicates import ladder_of
from .clauses import Clause, likeness
from .link import Link
from .opposition import opposed
from .pair import Pair

_LEAST = {"class": 0.42, "action": 0.68, "none": 0.72}
"""How alike clause and sentence together must be, by what the verbs have in common."""
_WORTH = {"class": 0.25, "action": 0.1, "none": 0.0}
"""How much more likely a verb in common makes it that a clause tells the same as this one rather than as another."""
_UNPROVEN = 0.55
"""What more is asked of two articles that nothing else proves to tell one event."""
_SURE = 0.25
"""How much more is asked of clauses that each name a place or a body the other lacks."""
_OTHER_TIME, _ONE_TIME = 0.25, 0.5
"""What more is asked where one speaks of the news and the other of an earlier time, in sentences less alike."""
_OTHER_OBJECT = 0.1
"""How much more is asked, thing by thing, where the same verb governs other things."""
_NUMBER = 0.12
_REPEATED = 0.1
_STRANGE = 0.12
_SAME_MATTER, _TIED_MATTER = 0.12, 0.25
_REWORDED = 0.8
_ALIKE = 0.75
"""From here on two clauses of one verb that hold different amounts are two answers to one question."""
_SHARED = 3.0
_LOOSE = frozenset("be have say-of know speak ask tell come go make take get see".split())
"""Verbs that say so little that two clauses led by them have no verb in common."""
_LEADING = frozenset("expect try want continue begin delay".split())
"""Classes of verbs that lead another without saying what is done: "is expected to plead guilty"."""
_AHEAD = frozenset("will would could should may might must can".split())


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two clauses much alike that hold what excludes each other; `a` and `b` are the numbers of the facts."""

    a: int
    b: int
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What comes of two accounts' events."""

    links: tuple[Link, ...]
    opposed: tuple[Opposed, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    one: Clause
    other: Clause
    x: Fact
    y: Fact
    score: float
    state: State
    why: str


def align_events(pair: Pair, earlier: tuple[Link, ...], *, proven: bool) -> Told:
    """Link events by how alike clauses and sentences are, more for a number or a quotation in common.

    Each event is linked to the one it is most like, and to others hardly less so. Vetoed when each side names somebody
    the other's sentence lacks, or when one denies what the other states.
    """
    met: dict[tuple[int, int], float] = defaultdict(float)
    for link in earlier:
        if link.state.family == "agree":
            met[pair.a.facts[link.a].sentence, pair.b.facts[link.b].sentence] = _NUMBER
    found = list(_matches(pair, met, proven=proven))
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for match in found:
        best_a[match.one.fact] = max(best_a[match.one.fact], match.score)
        best_b[match.other.fact] = max(best_b[match.other.fact], match.score)
    chosen = tuple(
        Link(match.one.fact, match.other.fact, match.state, match.score, match.why)
        for match in found
        if match.state.family == "differ"
        or match.score >= max(best_a[match.one.fact], best_b[match.other.fact]) - _REPEATED
    )
    links = tuple(link for link in chosen if not _is_opposed(pair, link))
    apart = (link for link in chosen if proven and link.score - _WORTH["class"] >= _ALIKE and _one_verb(pair, link))
    opposed = tuple(Opposed(link.a, link.b, link.why) for link in apart if _is_opposed(pair, link))
    return Told(links, opposed)


def _is_opposed(pair: Pair, link: Link) -> bool:
    return link.state.family == "agree" and opposed(pair, pair.a.facts[link.a], pair.b.facts[link.b])


def _one_verb(pair: Pair, link: Link) -> bool:
    one, other = _event(pair.a.facts[link.a]), _event(pair.b.facts[link.b])
    return one.predicate == other.predicate and one.predicate not in _LOOSE and one.negated == other.negated


def _matches(pair: Pair, met: dict[tuple[int, int], float], *, proven: bool) -> Iterator[_Match]:
    for one in pair.a.clauses:
        x = pair.a.facts[one.fact]
        for other in pair.b.clauses:
            y = pair.b.facts[other.fact]
            if one.quoted and other.quoted:
                continue  # two quotations are compared as such
            if one.bag.keys() & other.bag.keys() or (x.sentence, y.sentence) in met:
                match = _match(pair, one, other, x, y, met[x.sentence, y.sentence], proven=proven)
                if match is not None:
                    yield match


def _match(pair: Pair, one: Clause, other: Clause, x: Fact, y: Fact, bonus: float, *, proven: bool) -> _Match | None:
    if pair.shared(x, y):
        copied = _Match(one, other, x, y, _SHARED, State.SAME_TEXT, "the same run of words")
        return None if _event(x).predicate in _LOOSE else copied
    alike, verb = pair.alike(x, y), _verb_in_common(one, other, x, y)
    if not _enough(one, other, alike, verb, bonus):
        return None
    score = likeness(one, other, pair.rarity) + alike + bonus
    one_matter = bool(one.nearest & other.nearest) or (bonus > 0 and alike >= _TIED_MATTER)
    steps = verb == "class" and one_matter and alike >= _SAME_MATTER and _are_steps(pair, x, y)
    least = _LEAST[verb] + (0.0 if proven else _UNPROVEN)
    if pair.elsewhen(x, y) and alike < _ONE_TIME:
        least += _OTHER_TIME
    if steps:
        score = max(score, _LEAST["class"])
    elif verb == "class" and _disjoint(one.objects, other.objects):
        least += _OTHER_OBJECT * (1 + min(len(one.objects), len(other.objects)))
    if not steps and _across(x, y):
        return None
    if score < least or _vetoed(pair, one, other, x, y, steps=steps):
        return None
    if score < least + _SURE and pair.lacking(one.names, other.names, x, y):
        return None
    if _event(x).negated != _event(y).negated:
        return None
    things = one.things & other.things
    reasons = [f"both {_event(x).predicate}"] if verb == "class" else []
    reasons += [f"in common: {', '.join(sorted(things)[:6])}"] if things else []
    why = "; ".join([*reasons, f"sentences {alike:.0%} alike"])
    return _Match(one, other, x, y, score + _WORTH[verb], _state(x, y, score, verb, steps=steps), why)


def _event(fact: Fact) -> Event:
    assert isinstance(fact.value, Event)
    return fact.value


def _verb_in_common(one: Clause, other: Clause, x: Fact, y: Fact) -> str:
    """Return what the verbs share: the "class" that leads (or that "expected to" leads), some "action", or "none"."""
    if _led(one, x) & _led(other, y):
        return "class"
    return "action" if one.actions & other.actions else "none"


def _led(clause: Clause, fact: Fact) -> frozenset[str]:
    name = _event(fact).predicate
    if name in _LEADING:
        return clause.governed | {f"@{name}"}
    return frozenset() if name in _LOOSE else frozenset({f"@{name}"})


def _vetoed(pair: Pair, one: Clause, other: Clause, x: Fact, y: Fact, *, steps: bool) -> bool:
    """Tell whether each clause names a person the other's sentence lacks, or other people without a name."""
    if pair.other_actors(one.names, other.names, x, y):
        return True
    return not steps and _disjoint(one.groups, other.groups)


def _enough(one: Clause, other: Clause, alike: float, verb: str, bonus: float) -> bool:
    """Tell whether the clauses share more than their verb: rejecting a result is not rejecting a call."""
    things, objects = one.things & other.things, one.objects & other.objects
    if verb == "class" and alike < _STRANGE and not bonus:
        return len(objects) >= 2
    if verb == "class":
        return len(things) >= 2 or (bool(things) and (alike >= 0.2 or bonus > 0)) or (alike >= 0.35 and bonus > 0)
    return len(things) >= 2 and (bool(objects) or len(one.common & other.common) >= 2)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both sides say something and nothing of it is the same."""
    return bool(one) and bool(other) and not one & other


def _are_steps(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether the verbs are two steps of one class, both taken, by the same actors at the same time."""
    one, other = _event(x), _event(y)
    if one.predicate != other.predicate or one.rank == other.rank or one.condition or other.condition:
        return False
    ladder = ladder_of(one.predicate)
    if not ladder.kind or (pair.other_people(x, y) if ladder.settled else pair.estranged(x, y)):
        return False
    if ladder.settled and not _across(x, y):
        return False
    return pair.acquainted(x, y) and not pair.elsewhen(x, y) and not (_is_ahead(x) or _is_ahead(y))


def _across(x: Fact, y: Fact) -> bool:
    """Tell whether one event stands before the step that settles its matter and the other does not."""
    one, other = _event(x), _event(y)
    settled = ladder_of(one.predicate).settled
    return one.predicate == other.predicate and bool(settled) and (one.rank >= settled) != (other.rank >= settled)


def _is_ahead(fact: Fact) -> bool:
    """Tell whether the verb is only foreseen ("will decide", "is expected to"): no step that was taken."""
    head = fact.value.head if isinstance(fact.value, Event) else 0
    return bool(_AHEAD & set(fact.text[head:].lower().split()[:4]))


def _state(x: Fact, y: Fact, score: float, verb: str, *, steps: bool) -> State:
    if steps:
        return State.DIFFER_STATUS if ladder_of(_event(x).predicate).settled else State.DIFFER_WORDING
    one_class = verb == "class" and _event(x).predicate == _event(y).predicate
    return State.REWORDED if score >= _REWORDED and one_class else State.PARTIAL
