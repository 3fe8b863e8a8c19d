"""Facts of n accounts into rows: a slot takes a fact only if it is linked to each answer in it, never by chaining."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...model import FactKind, State
from .alignment import Account, Link

Place = tuple[int, int]
"""Source number and fact number."""

_ORDER = (
    State.DIFFER_VALUE,
    State.DIFFER_DATE,
    State.DIFFER_STATUS,
    State.DIFFER_ATTRIBUTION,
    State.DIFFER_WORDING,
    State.PARTIAL,
    State.REWORDED,
    State.SAME_TEXT,
)
_REPEATED = 1.0
_VALUED = (FactKind.QUANTITY, FactKind.DATE)


@dataclass(slots=True)
class Slot:
    """One question the accounts answer: for each source at most one fact, and the links between them."""

    members: dict[int, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    @property
    def state(self) -> State:
        """Return what the links come to: any difference outweighs agreement, partial agreement outweighs full."""
        states = {link.state for link in self.links}
        return next((state for state in _ORDER if state in states), State.ONLY)


def slots(accounts: Sequence[Account], links: Mapping[tuple[int, int], Sequence[Link]]) -> tuple[Slot, ...]:
    """Return the slots of two or more facts, strongest links first; facts that are in none stand alone.

    A fact that is linked more than once (one sentence of A against two of B) opens a further slot of two.
    """
    direct: dict[Place, dict[Place, Link]] = defaultdict(dict)
    queue = []
    for (left, right), found in links.items():
        for link in found:
            one, other = (left, link.a), (right, link.b)
            direct[one][other] = direct[other][one] = link
            queue.append((-link.score, one, other))
    home: dict[Place, Slot] = {}
    made: list[Slot] = []
    for _, one, other in sorted(queue):
        _place(one, other, direct, home, made, accounts)
    return tuple(slot for slot in made if slot.members)


def _place(
    one: Place,
    other: Place,
    direct: Mapping[Place, Mapping[Place, Link]],
    home: dict[Place, Slot],
    made: list[Slot],
    accounts: Sequence[Account],
) -> None:
    link = direct[one][other]
    here, there = home.get(one), home.get(other)
    if here is None and there is None:
        made.append(_open(one, other, link, home))
    elif here is None or there is None:
        slot, joining = (there, one) if here is None else (here, other)
        assert slot is not None
        if joining[0] in slot.members:
            if _worth_repeating(link, accounts[one[0]], one[1]):
                made.append(_open(one, other, link, home))
        elif all(answer & direct[joining].keys() for answer in _answered(slot, direct, accounts)):
            slot.links.extend(direct[joining][member] for member in slot.members.items() if member in direct[joining])
            slot.members[joining[0]] = joining[1]
            home[joining] = slot
    elif here is not there and not set(here.members) & set(there.members):
        cross = {(m, n) for m in here.members.items() for n in there.members.items() if n in direct[m]}
        left, right = _answered(here, direct, accounts), _answered(there, direct, accounts)
        if all(any((m, n) in cross for m in one for n in other) for one in left for other in right):
            here.links.extend([*there.links, *(direct[m][n] for m, n in sorted(cross))])
            here.members.update(there.members)
            home.update(dict.fromkeys(there.members.items(), here))
            there.members.clear()


def _answered(
    slot: Slot, direct: Mapping[Place, Mapping[Place, Link]], accounts: Sequence[Account]
) -> list[set[Place]]:
    """Part a slot's members by the answer they give: equal numbers, days or words are one answer, all else alone.

    A link to one of those who give an answer is a link to the answer: values are equal or not, likeness is no chain.
    """
    groups: list[set[Place]] = []
    for member in slot.members.items():
        equal = {
            other
            for other, link in direct[member].items()
            if link.state is State.SAME_TEXT
            or (link.state is State.REWORDED and accounts[member[0]].facts[member[1]].kind in _VALUED)
        }
        group = next((group for group in groups if group & equal), None)
        if group is None:
            groups.append({member})
        else:
            group.add(member)
    return groups


def _open(one: Place, other: Place, link: Link, home: dict[Place, Slot]) -> Slot:
    slot = Slot({one[0]: one[1], other[0]: other[1]}, [link])
    home.setdefault(one, slot)
    home.setdefault(other, slot)
    return slot


def _worth_repeating(link: Link, account: Account, fact: int) -> bool:
    """A second mention is a row of its own where it is a difference or a strong link between events."""
    if account.facts[fact].kind is FactKind.EVENT:
        return link.state.family == "differ" or link.score >= _REPEATED
    return link.state.family == "differ"
