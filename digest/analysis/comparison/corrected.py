"""What the reader put right by hand, laid over what the rules found: facts parted, paired, or not only here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, product

from ...model import Correction, Fact, FactKind, State, Verdict, Words
from ...text import tokens
from .alignment import Account, Link
from .answers import answer
from .slots import Place, Slot

_SURE = 2.0
"""The score of a link made by hand: before all others, which go to 1."""
_DIFFERS = {
    FactKind.QUANTITY: State.DIFFER_VALUE,
    FactKind.DATE: State.DIFFER_DATE,
    FactKind.EVENT: State.DIFFER_STATUS,
    FactKind.ATTRIBUTION: State.DIFFER_ATTRIBUTION,
}
Links = Mapping[tuple[int, int], tuple[Link, ...]]


class ByHand:
    """The corrections that concern some accounts."""

    def __init__(self, accounts: Sequence[Account], corrections: Iterable[Correction]) -> None:
        self._accounts = accounts
        self._places: dict[Place, list[tuple[Correction, Place | None]]] = {}
        for correction in corrections:
            for one, other in self._meant(correction):
                self._places.setdefault(one, []).append((correction, other))
                if other:
                    self._places.setdefault(other, []).append((correction, one))

    def amend(self, links: Links) -> dict[tuple[int, int], tuple[Link, ...]]:
        """Return the links without those of facts parted by hand, and with one for those that were paired."""
        if not self._places:
            return dict(links)
        amended = {
            (i, j): [link for link in found if self._verdict((i, link.a), (j, link.b)) is None]
            for (i, j), found in links.items()
        }
        for one, found in self._places.items():
            for correction, other in found:
                if other and one < other and correction.verdict is not Verdict.APART:
                    why = "paired by hand" + (f": {correction.note}" if correction.note else "")
                    state = self._state(correction, one, other)
                    amended[one[0], other[0]].append(Link(one[1], other[1], state, _SURE, why))
        return {pair: tuple(found) for pair, found in amended.items()}

    def part(self, slots: Iterable[Slot], links: Links) -> tuple[Slot, ...]:
        """Return the slots without facts that a third account brought together though they were parted by hand."""
        kept = []
        for slot in slots:
            members = dict(slot.members)
            for one, other in combinations(sorted(slot.members.items()), 2):
                if self._verdict(one, other) is Verdict.APART:
                    members.pop(other[0], None)
            if len(members) == len(slot.members):
                kept.append(slot)
            elif len(members) > 1:
                among = [
                    link
                    for i, j in combinations(sorted(members), 2)
                    for link in links[i, j]
                    if (link.a, link.b) == (members[i], members[j])
                ]
                kept.append(Slot(members, among))
        return tuple(kept)

    def doubted(self, place: Place) -> bool:
        """Tell whether the reader says that a fact stands elsewhere too."""
        return any(correction.verdict is Verdict.NOT_ONLY for correction, _ in self._places.get(place, ()))

    def said(self, places: Iterable[Place]) -> str:
        """Return in words what was put right about these facts of one row; "" if nothing was."""
        given = tuple(places)
        found: dict[str, None] = {}
        for place in given:
            for correction, other in self._places.get(place, ()):
                together = other in given
                if correction.verdict is Verdict.APART and not together:
                    words = "parted by hand"
                elif correction.verdict in (Verdict.AGREE, Verdict.DIFFER) and together:
                    words = "paired by hand"
                elif correction.verdict is Verdict.NOT_ONLY:
                    words = "by hand: not only here"
                else:
                    continue
                found[f"{words}: {correction.note}" if correction.note else words] = None
        return "; ".join(found)

    def _verdict(self, one: Place, other: Place) -> Verdict | None:
        found = (correction.verdict for correction, to in self._places.get(one, ()) if to == other)
        return next(found, None)

    def _meant(self, correction: Correction) -> Iterator[tuple[Place, Place | None]]:
        """Yield the facts a correction is about; words that an article repeats are parted each time, paired once."""
        ones = self._places_of(correction.one, correction.kind)
        if correction.other is None:
            yield from ((one, None) for one in ones)
            return
        both = product(ones, self._places_of(correction.other, correction.kind))
        yield from both if correction.verdict is Verdict.APART else islice(both, 1)

    def _places_of(self, words: Words, kind: FactKind) -> list[Place]:
        """Return the facts with these words: as the whole of them, else as a part, else around them."""
        found = [
            (alike(words.text, fact.text), (i, number))
            for i, account in enumerate(self._accounts)
            if account.source.article_id == words.article_id
            for number, fact in enumerate(account.facts)
            if fact.kind is kind
        ]
        best = max((likeness for likeness, _ in found), default=0.0)
        return [place for likeness, place in found if likeness == best > 0]

    def _state(self, correction: Correction, one: Place, other: Place) -> State:
        if correction.verdict is Verdict.DIFFER:
            return _DIFFERS.get(correction.kind, State.DIFFER_WORDING)
        x, y = self._fact(one), self._fact(other)
        return State.REWORDED if correction.kind is not FactKind.QUANTITY or answer(x) == answer(y) else State.PARTIAL

    def _fact(self, place: Place) -> Fact:
        return self._accounts[place[0]].facts[place[1]]


def alike(wanted: str, text: str) -> float:
    """Return 1 for the same words, less where one holds the other as a run of words, 0 otherwise."""
    one, other = _words(wanted), _words(text)
    short, long = sorted((one, other), key=len)
    if not short or not any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return 0.0
    return len(short) / len(long)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))
