"""Who is said to say so, on sentences that tell the same."""

from collections.abc import Sequence

from ....model import Attribution, Fact, FactKind, State
from ...speech.attribution import same_chain
from .link import Link
from .opposition import contradicted, denied
from .pair import Account, Pair

_ONE_CLAIM = 0.45
_TIED_CLAIM = 0.1
_COPIED = 0.98
_LEAST_WORDS = 3


def align_attributions(pair: Pair, claims: Sequence[Link]) -> list[Link]:
    """Return links between reporting clauses with one chain of sources, on sentences that claim the same.

    Sentences do where they are much alike or where `claims`, the links between other facts, tie them. That a person
    who is quoted speaks is no agreement: only a relay, a hedge or whom they told is worth a row.
    """
    tied = {(pair.a.facts[link.a].sentence, pair.b.facts[link.b].sentence) for link in claims}
    links = []
    for i, x in pair.a.kinds[FactKind.ATTRIBUTION]:
        for j, y in pair.b.kinds[FactKind.ATTRIBUTION]:
            if isinstance(x.value, Attribution) and isinstance(y.value, Attribution):
                alike = pair.alike(x, y)
                claimed = alike >= _ONE_CLAIM or ((x.sentence, y.sentence) in tied and alike >= _TIED_CLAIM)
                state = _state(pair, x, y, x.value, y.value, claimed=claimed)
                if state is not None:
                    links.append(Link(i, j, state, alike, f"one source, sentences {alike:.0%} alike"))
    return links


def _state(pair: Pair, x: Fact, y: Fact, one: Attribution, other: Attribution, *, claimed: bool) -> State | None:
    if not one.chain or not same_chain(one, other):
        return None
    if contradicted(pair, x, y):
        answered = denied(pair, x, y) and claimed and not pair.estranged(x, y)
        return State.DIFFER_STATUS if answered else None
    copied = x.text == y.text and pair.alike(x, y) >= _COPIED
    if copied or (pair.shared(x, y) and len(x.text.split()) >= _LEAST_WORDS):
        return State.SAME_TEXT
    if _merely_speaks(pair.a, x, one) or _merely_speaks(pair.b, y, other):
        return None
    return State.REWORDED if claimed else None


def _merely_speaks(account: Account, fact: Fact, said: Attribution) -> bool:
    """Tell whether the clause says no more than that a person speaks."""
    person = said.chain[0].casefold().split()[-1] in {name.split()[-1] for name in account.persons[fact.sentence]}
    pronoun = fact.text.split()[0].lower() in ("he", "she")
    return (person or pronoun) and len(said.chain) == 1 and not said.hedge and " told " not in f" {fact.text} "
