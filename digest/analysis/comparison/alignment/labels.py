"""What two accounts call the same person at first mention."""

from ....model import FactKind, Label, State
from ...names.people import same
from .link import Link
from .pair import Pair


def align_labels(pair: Pair) -> list[Link]:
    """Return links between first mentions of one person: the same title, or another one."""
    links = []
    for i, x in pair.a.kinds[FactKind.LABEL]:
        for j, y in pair.b.kinds[FactKind.LABEL]:
            if isinstance(x.value, Label) and isinstance(y.value, Label) and same(x.value.entity, y.value.entity):
                if x.value.label == y.value.label:
                    state = State.SAME_TEXT if pair.shared(x, y) else State.REWORDED
                else:
                    state = State.DIFFER_WORDING
                links.append(Link(i, j, state, 0.9, f"both first name {x.value.entity} so"))
    return links
