"""The accounts' sentences brought beside each other for reading: what tells the same part of the story shares a row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...model import Cell, FactKind, Passage, Row, State
from ..similarity import Matrix
from .alignment import Account

_ALIKE = 0.30
_TIE = 0.25
_TYING = (FactKind.QUANTITY, FactKind.QUOTE, FactKind.EVENT)
_TELLING = ("differ", "agree", "only", "unknown")


@dataclass(slots=True)
class _Draft:
    """A passage in the making: the sentence number of each source that has one here."""

    sentences: dict[int, int] = field(default_factory=dict)


def passages(
    accounts: Sequence[Account], rows: Sequence[Row], cosines: Mapping[tuple[int, int], Matrix]
) -> tuple[Passage, ...]:
    """Return the passages in the reading order of the first account; what others add follows what they tell before it.

    Every sentence of every account stands in exactly one passage.
    """
    tied = _tied(rows)
    drafts = [_Draft({0: i}) for i in range(len(accounts[0].prose.sentences))]
    for k in range(1, len(accounts)):
        _add(k, accounts[k], drafts, tied, cosines)
    facts = _places(rows)
    return tuple(_finished(draft, accounts, rows, facts) for draft in drafts)


def _tied(rows: Sequence[Row]) -> Counter[tuple[int, int, int, int]]:
    """Count the rows that tie two sentences: (source, sentence, source, sentence); a difference ties most.

    That two sentences name one day, one speaker or one title does not make them tell one thing.
    """
    counted: Counter[tuple[int, int, int, int]] = Counter()
    for row in rows:
        if row.kind not in _TYING and row.state not in (State.SAME_TEXT, State.DIFFER_DATE):
            continue
        weight = 3 if row.state.family == "differ" else 2 if row.state is State.SAME_TEXT else 1
        heads = [(i, fact.sentence) for i, fact in row.stated]
        for n, (i, one) in enumerate(heads):
            for j, other in heads[n + 1 :]:
                counted[(i, one, j, other)] += weight
    return counted


def _add(
    k: int,
    account: Account,
    drafts: list[_Draft],
    tied: Counter[tuple[int, int, int, int]],
    cosines: Mapping[tuple[int, int], Matrix],
) -> None:
    """Place the sentences of account `k`, best matches first, then the rest behind what they follow."""
    likeness = _likeness(k, len(account.prose.sentences), drafts, tied, cosines)
    ranked = [(-float(likeness[at, i]), int(at), int(i)) for at, i in zip(*np.nonzero(likeness >= _ALIKE), strict=True)]
    placed: dict[int, _Draft] = {}
    for _, position, sentence in sorted(ranked):
        if sentence not in placed and k not in drafts[position].sentences:
            drafts[position].sentences[k] = sentence
            placed[sentence] = drafts[position]
    last: _Draft | None = None
    for sentence in range(len(account.prose.sentences)):
        if sentence not in placed:
            draft = _Draft({k: sentence})
            at = next((n for n, other in enumerate(drafts) if other is last), len(drafts) - 1 if sentence else -1)
            drafts.insert(at + 1, draft)
            placed[sentence] = draft
        last = placed[sentence]


def _likeness(
    k: int,
    sentences: int,
    drafts: Sequence[_Draft],
    tied: Counter[tuple[int, int, int, int]],
    cosines: Mapping[tuple[int, int], Matrix],
) -> Matrix:
    """Return how alike each draft and each sentence of account `k` are: cosine and ties with its closest sentence."""
    found: Matrix = np.zeros((len(drafts), sentences), dtype=np.float32)
    for i in range(k):
        at = [n for n, draft in enumerate(drafts) if i in draft.sentences]
        alike = cosines[i, k][[drafts[n].sentences[i] for n in at]]
        found[at] = np.maximum(found[at], alike)
    home = {(i, one): n for n, draft in enumerate(drafts) for i, one in draft.sentences.items()}
    for (i, one, j, other), weight in tied.items():
        if j == k and i < k and (n := home.get((i, one))) is not None:
            found[n, other] = max(found[n, other], cosines[i, k][one, other] + _TIE * weight)
    return found


def _places(rows: Sequence[Row]) -> dict[tuple[int, int], list[int]]:
    """Map each source's sentence to the rows with a fact in it."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, row in enumerate(rows):
        for i, cell in enumerate(row.cells):
            for fact in () if isinstance(cell, Cell) else cell:
                found.setdefault((i, fact.sentence), []).append(number)
    return found


def _finished(
    draft: _Draft, accounts: Sequence[Account], rows: Sequence[Row], facts: Mapping[tuple[int, int], list[int]]
) -> Passage:
    cells: list[tuple[int, int] | None] = [None] * len(accounts)
    numbers: dict[int, None] = {}
    for i, sentence in sorted(draft.sentences.items()):
        where = accounts[i].prose.sentences[sentence]
        cells[i] = (where.start, where.end)
        numbers |= dict.fromkeys(facts.get((i, sentence), ()))
    states = [rows[number].state for number in numbers]
    alone = State.ONLY if len(draft.sentences) == 1 else State.PARTIAL
    state = min(states, key=lambda s: _TELLING.index(s.family), default=alone)
    return Passage(tuple(cells), tuple(sorted(numbers)), state)
