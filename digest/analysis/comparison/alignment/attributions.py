"""Who is said to say so, on sentences that tell the same."""

from ....model import Attribution, Fact, State
from ...speech.attribution import same_chain
from .link import Link
from .opposition import contradicted, denied
from .pair import Pair

_ONE_CLAIM = 0.45
_LEAST_WORDS = 3


def align_attributions(pair: Pair) -> list[Link]:
    """Return links between reporting clauses with one chain of sources, on shared words or sentences much alike.

    "Smith said" beside "Smith said" proves nothing unless the sentences claim the same.
    """
    links = []
    for i, x in enumerate(pair.a.facts):
        for j, y in enumerate(pair.b.facts):
            if isinstance(x.value, Attribution) and isinstance(y.value, Attribution):
                alike = pair.alike(x, y)
                state = _state(pair, x, y, x.value, y.value, alike)
                if state is not None:
                    links.append(Link(i, j, state, alike, f"one source, sentences {alike:.0%} alike"))
    return links


def _state(pair: Pair, x: Fact, y: Fact, one: Attribution, other: Attribution, alike: float) -> State | None:
    if not one.chain or not same_chain(one, other):
        return None
    if contradicted(pair, x, y):
        answered = denied(pair, x, y) and alike >= _ONE_CLAIM and not pair.estranged(x, y)
        return State.DIFFER_STATUS if answered else None
    if pair.shared(x, y) and len(x.text.split()) >= _LEAST_WORDS:
        return State.SAME_TEXT
    return State.REWORDED if alike >= _ONE_CLAIM else None
