"""What two accounts call the same person at first mention."""

from rapidfuzz import fuzz

from ....model import Fact, FactKind, Label, State
from ...names.people import same
from .link import Link
from .pair import Pair

_STANCES = frozenset("leader ruler strongman dictator autocrat boss chief head".split())
"""What a writer may choose to call whoever holds an office; with a capital it is an office ("Majority Leader")."""
_OFFICES = frozenset(
    "president chancellor minister king queen prince emir sultan ayatollah pope governor mayor".split()
)
_ONE_SPELLING = 80.0


def align_labels(pair: Pair) -> list[Link]:
    """Return links between first mentions of one person: the same title, another one, or a stance for an office.

    Two titles one may bear at once are agreement in part; "leader" for a President is another wording.
    """
    links = []
    for i, x in pair.a.kinds[FactKind.LABEL]:
        for j, y in pair.b.kinds[FactKind.LABEL]:
            if isinstance(x.value, Label) and isinstance(y.value, Label) and _one_person(x, y, x.value, y.value):
                state = _state(pair, x, y, x.value, y.value)
                links.append(Link(i, j, state, 0.9, f"both first name {x.value.entity} so"))
    return links


def _one_person(x: Fact, y: Fact, one: Label, other: Label) -> bool:
    if same(one.entity, other.entity):
        first, second = _given(x, one), _given(y, other)
        return not first or not second or first[0] == second[0]
    alike = fuzz.ratio(one.entity, other.entity) >= _ONE_SPELLING and one.label == other.label
    return alike and _given(x, one)[:2] == _given(y, other)[:2] != ""


def _given(fact: Fact, label: Label) -> str:
    """Return the word before the surname, in lower case: a given name, else a title or nothing."""
    words = [word.strip(".,").lower() for word in fact.text.split()]
    at = next((n for n, word in enumerate(words) if word == label.entity), 0)
    return words[at - 1] if at > 0 and words[at - 1] != label.label and len(words[at - 1]) > 1 else ""


def _state(pair: Pair, x: Fact, y: Fact, one: Label, other: Label) -> State:
    if one.label == other.label:
        return State.SAME_TEXT if pair.shared(x, y) else State.REWORDED
    if (_is_stance(x, one) and other.label in _OFFICES) or (_is_stance(y, other) and one.label in _OFFICES):
        return State.DIFFER_WORDING
    return State.PARTIAL


def _is_stance(fact: Fact, label: Label) -> bool:
    return label.label in _STANCES and label.label in fact.text.split()
