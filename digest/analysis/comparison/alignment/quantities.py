"""Which amounts speak of one thing: same unit and role, a subject or sentence in common; then the intervals decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....model import Fact, FactKind, Quantity, State
from ...amounts.numbers import ORDER_OF_MAGNITUDE
from ...lexicon.kin import concept
from ...lexicon.units import HUMAN_ROLES, PERSON, TRENDS
from .link import Link
from .opposition import doubted
from .pair import Account, Pair
from .values import Relation, core, is_known, is_money, is_rare, relation, telling

_ENOUGH = 0.42
_DIFFER_ALIKE = 0.22
_ONE_SLOT = 0.5
"""Sentences this much alike that give one amount each of one unit differ in that amount alone."""
_TOLLS = frozenset({"die", "injure", "damage"})
_ONE_EVENT = 0.4
_KIN = 0.25
_RARE_WORTH = 0.15
_ROLE_WORTH = 0.28
_WIDE = 3.0
_TOLL_ALIKE = 0.1
_EARLY = 5
"""A toll stands early in a report; further down another event's may be told for comparison."""
_RARE_ALIKE = 0.25
_SOLE_WORTH = 0.35
_COMMON = frozenset(
    {PERSON, "%", "second", "minute", "hour", "day", "week", "month", "year", "time", "place", "record"}
)
"""Units that many things in one report are counted in."""
_GENERIC = frozenset(concept(word) for word in "people person other man woman victim".split())
_PART = re.compile(
    r"\b(?:of them|of whom|among them|including|includes|each|another|other|more|further|additional"
    r"|darunter|davon|weitere[nr]?|dont|parmi|autres|entre ellos|entre ellas|otros|otras)\b"
)
_OF_THOSE = re.compile(r"\bof (?:the|these|those|its|his|her|their)\b")
_OWNER = re.compile(r"([A-Z][\w'’-]+)(?:,| is| was)?\s*\(?\s*$")


@dataclass(frozen=True, slots=True)
class _Match:
    a: int
    b: int
    relation: Relation
    score: float
    alike: float
    why: str


def align_quantities(pair: Pair) -> list[Link]:
    """Return links between amounts; "differs" only where role, subject and circumstances leave no other reading."""
    found = list(_matches(pair))
    settled = [m for m in found if m.score >= _ENOUGH and _settles(pair, m)]
    settled_a, settled_b = {m.a for m in settled}, {m.b for m in settled}
    links = []
    for match in found:
        x, y = pair.a.facts[match.a], pair.b.facts[match.b]
        if match.relation is Relation.APART:
            if match.a in settled_a or match.b in settled_b or not _may_differ(pair, x, y, match):
                continue
            links.append(Link(match.a, match.b, State.DIFFER_VALUE, match.score, match.why))
        elif match.score >= _ENOUGH:
            links.append(Link(match.a, match.b, _state(pair, x, y, match.relation), match.score, match.why))
    return links


def certain(pair: Pair, link: Link) -> bool:
    """Tell whether a link stands even between articles that nothing else proves to tell one event."""
    x, y = pair.a.facts[link.a], pair.b.facts[link.b]
    if link.state is State.SAME_TEXT:
        return True
    rare = link.state is State.REWORDED and isinstance(x.value, Quantity) and is_rare(x.value)
    return pair.alike(x, y) >= (_RARE_ALIKE if rare else _ONE_SLOT)


def _settles(pair: Pair, match: _Match) -> bool:
    """Tell whether the match answers what each amount is compared with; "several" leaves that open."""
    if match.relation is Relation.APART:
        return False
    values = (pair.a.facts[match.a].value, pair.b.facts[match.b].value)
    vague = any(isinstance(value, Quantity) and value.bound == ORDER_OF_MAGNITUDE for value in values)
    return match.relation is not Relation.OVERLAP or not vague


def _matches(pair: Pair) -> Iterator[_Match]:
    for i, x in pair.a.kinds[FactKind.QUANTITY]:
        if not isinstance(x.value, Quantity):
            continue
        for j, y in pair.b.kinds[FactKind.QUANTITY]:
            if not isinstance(y.value, Quantity):
                continue
            how = relation(x.value, y.value)
            if how is not None and (match := _match(pair, i, j, how)):
                yield match


def _match(pair: Pair, i: int, j: int, relation: Relation) -> _Match | None:
    x, y = pair.a.facts[i], pair.b.facts[j]
    assert isinstance(x.value, Quantity)
    assert isinstance(y.value, Quantity)
    alike = pair.alike(x, y)
    if pair.shared(x, y):
        return _Match(i, j, relation, 2.0 + alike, alike, "the same run of words")
    if x.value.unit in {"record", "year"} and (x.value.unit == "record" or x.value.role == "age"):
        return _owned(pair, i, j, relation, alike)
    if relation is Relation.OVERLAP and _far(x.value, y.value):
        return None
    subject = _jaccard(x.value.subject, y.value.subject)
    role = bool(x.value.role) and x.value.role == y.value.role
    known = is_known(x.value, y.value, relation) and pair.kin >= _KIN
    if (pair.elsewhen(x, y) and alike < 0.5 and not known) or doubted(pair, x, y):
        return None
    score = alike + _ROLE_WORTH * role + 0.3 * subject + telling(x.value, y.value, relation)
    if relation is Relation.OVERLAP and not role and core(x.value) != core(y.value):
        score -= 0.1
    if relation is not Relation.APART and _is_sole(pair, x, y):
        score += _SOLE_WORTH
    toll = role and relation is Relation.APART and x.value.role in _TOLLS
    score += _RARE_WORTH * known
    if not (toll or known) and (alike < 0.04 or (not role and subject == 0 and alike < 0.12)):
        return None
    why = _reasons(x, y, relation, role, subject, alike)
    return _Match(i, j, relation, score, alike, why)


def _far(x: Quantity, y: Quantity) -> bool:
    """Tell whether a bound is too wide to mean the other amount: "at least one" is no word on 19."""
    if _other_people(x, y):
        return True
    less, more = sorted((core(x), core(y)))
    known = ORDER_OF_MAGNITUDE not in (x.bound, y.bound)
    return known and x.role != y.role and more > _WIDE * max(less, 1.0)


def _owned(pair: Pair, i: int, j: int, relation: Relation, alike: float) -> _Match | None:
    """Match ages and records by whose they are: the name just before."""
    x, y = pair.a.facts[i], pair.b.facts[j]
    one, other = _owner(pair.a, x), _owner(pair.b, y)
    if relation is Relation.OVERLAP or (one and other and one != other):
        return None
    if one and one == other:
        return _Match(i, j, relation, 1.0 + alike, alike, f"both stand at {one}")
    if relation is Relation.SAME and (pair.acquainted(x, y) or alike >= 0.1):
        return _Match(i, j, relation, 0.5 + alike, alike, f"same {x.text}, same names in the sentence")
    return None


def _owner(account: Account, fact: Fact) -> str:
    found = _OWNER.search(account.prose.plain[max(0, fact.start - 40) : fact.start])
    return found[1] if found else ""


def _may_differ(pair: Pair, x: Fact, y: Fact, match: _Match) -> bool:
    """Tell whether two amounts that exclude each other are two answers to one question."""
    assert isinstance(x.value, Quantity)
    assert isinstance(y.value, Quantity)
    if match.why.startswith("both stand at"):
        return x.value.unit == "record"
    if ORDER_OF_MAGNITUDE in (x.value.bound, y.value.bound):
        return False
    if any(_is_aside(account, fact) or is_part(account, fact) for account, fact in ((pair.a, x), (pair.b, y))):
        return False
    if x.value.unit != y.value.unit or x.value.role != y.value.role:
        return False
    one_slot = _count(pair.a, x) == _count(pair.b, y) == 1 and match.alike >= _ONE_SLOT
    if not x.value.role or (one_slot and x.value.role in TRENDS):
        return one_slot and not pair.estranged(x, y)
    if pair.elsewhen(x, y) or _other_people(x.value, y.value):
        return False
    if x.value.role in _TOLLS and pair.kin >= _ONE_EVENT and _is_toll(pair.a, x) and _is_toll(pair.b, y):
        return match.alike >= _TOLL_ALIKE or max(x.sentence, y.sentence) < _EARLY
    if pair.estranged(x, y) or match.alike < _DIFFER_ALIKE:
        return False
    return x.value.role in HUMAN_ROLES or bool(set(x.value.subject) & set(y.value.subject))


def _is_toll(account: Account, fact: Fact) -> bool:
    """Tell whether the number is the account's one answer to "how many": all its totals of that role meet in it."""
    assert isinstance(fact.value, Quantity)
    totals = [
        f.value
        for _, f in account.kinds[FactKind.QUANTITY]
        if isinstance(f.value, Quantity)
        and (f.value.unit, f.value.role) == (fact.value.unit, fact.value.role)
        and f.sentence not in account.background
        and not is_part(account, f)
    ]
    return all(total.low <= fact.value.high and fact.value.low <= total.high for total in totals)


def _count(account: Account, fact: Fact) -> int:
    """Count the amounts of the fact's unit in its sentence: with one alone there is no doubt what it answers."""
    values = (f.value for f in account.facts if f.sentence == fact.sentence)
    unit = fact.value.unit if isinstance(fact.value, Quantity) else ""
    return sum(isinstance(value, Quantity) and value.unit == unit for value in values)


def _is_aside(account: Account, fact: Fact) -> bool:
    """Tell whether the amount stands in brackets: another currency's or unit's word for the one before."""
    return account.prose.plain[max(0, fact.start - 2) : fact.start].rstrip().endswith("(")


def is_part(account: Account, fact: Fact) -> bool:
    """Tell whether the amount is a part of another, or beside it: "including 12", "three of the seven", "another 4"."""
    where = account.prose.sentences[fact.sentence]
    near = account.prose.plain[max(where.start, fact.start - 16) : min(where.end, fact.end + 12)]
    behind = account.prose.plain[fact.start : min(where.end, fact.end + 12)]
    return bool(_PART.search(near) or _OF_THOSE.search(behind))


def _other_people(x: Quantity, y: Quantity) -> bool:
    """Tell whether both count a group of their own: passengers are not crew."""
    one, other = set(x.subject) - _GENERIC, set(y.subject) - _GENERIC
    return x.unit == PERSON and bool(one) and bool(other) and not one & other


def _is_sole(pair: Pair, x: Fact, y: Fact) -> bool:
    """Tell whether each account gives but one amount of this unit, a unit that few things are counted in."""
    assert isinstance(x.value, Quantity)
    assert isinstance(y.value, Quantity)
    if x.value.unit in _COMMON or is_money(x.value) or x.value.unit != y.value.unit:
        return False
    return all(
        sum(
            isinstance(f.value, Quantity) and f.value.unit == x.value.unit and f.sentence not in a.background
            for _, f in a.kinds[FactKind.QUANTITY]
        )
        == 1
        for a in (pair.a, pair.b)
    )


def _state(pair: Pair, x: Fact, y: Fact, relation: Relation) -> State:
    if relation is not Relation.SAME:
        return State.PARTIAL
    return State.SAME_TEXT if pair.shared(x, y) else State.REWORDED


def _reasons(x: Fact, y: Fact, relation: Relation, role: bool, subject: float, alike: float) -> str:
    one, other = x.value, y.value
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    parts = []
    if relation is Relation.SAME:
        number = one.high if one.bound and one.low == 0 else one.low
        parts.append(f"same number {f'{one.bound} ' if one.bound else ''}{number:,.10g}")
    if one.unit == other.unit:
        parts.append(f"same unit {one.unit}")
    if role:
        parts.append(f"both {one.role}")
    if subject:
        common = set(one.subject) & set(other.subject)
        parts += (
            [f"both {said}"] if (said := " ".join(w for w in x.text.split() if concept(w.lower()) in common)) else []
        )
    parts.append(f"sentences {alike:.0%} alike")
    return ", ".join(parts)


def _jaccard(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    both = set(one) | set(other)
    return len(set(one) & set(other)) / len(both) if both else 0.0
