"""Several accounts of one story into one comparison: rows of facts, passages to read side by side, origins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ...model import Cell, Comparison, Correction, Fact, FactKind, Origins, Row, Source, State
from ..findings import Finder, find
from ..origin import SharedRun, credit, shared_runs, story_origins
from ..prose import read
from ..similarity import Matrix, sentence_vectors
from .alignment import Account, Link, Pair, account, align
from .alignment.pair import story_anchor
from .answers import answer, difference
from .corrected import ByHand
from .hints import hinted
from .passages import passages
from .slots import Slot, slots
from .wording import words

Runs = Mapping[tuple[int, int], Sequence[SharedRun]]
Cosines = Mapping[tuple[int, int], Matrix]
_AROUND = 12
_FAMILIES = ("differ", "agree", "only", "unknown")


def compare(
    sources: Sequence[Source],
    witnesses: Sequence[Source] = (),
    finder: Finder = find,
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """Lay 1 to 10 sources side by side; the order of the sources is kept.

    Nothing is called "only here" unless another source's full text was read and holds nothing like it. `witnesses` are
    the story's other articles, which have no column: what one of them may hold is marked as told elsewhere. `finder`
    gives what is found in each text; `corrections` by the reader go before what the rules say.
    """
    columns = tuple(sources)
    anchor = story_anchor(columns)
    accounts = [account(source, anchor, finder) for source in columns]
    heard = [account(source, anchor, finder) for source in witnesses]
    vectors = sentence_vectors([one.prose for one in (*accounts, *heard)])
    cosines, runs, links = _aligned(accounts, vectors)
    by_hand = ByHand(accounts, corrections)
    others = range(len(accounts), len(vectors))
    beside = {(i, k - len(accounts)): vectors[i] @ vectors[k].T for i in range(len(accounts)) for k in others}
    amended = by_hand.amend(links)
    found = by_hand.part(slots(accounts, amended), amended)
    rows = [_together(slot, accounts, cosines, runs, by_hand) for slot in found]
    taken = {(i, fact) for slot in found for i, fact in slot.members.items()}
    rows += [
        _put_right(_alone(i, fact, accounts, cosines, _told(i, fact, accounts, heard, beside)), (i, number), by_hand)
        for i, one in enumerate(accounts)
        for number, fact in enumerate(one.facts)
        if (i, number) not in taken and len(accounts) > 1 and number not in one.spoken
    ]
    ordered = tuple(replace(row, words=_worded(row, columns)) for row in sorted(rows, key=_rank))
    return Comparison(columns, ordered, passages(accounts, ordered, cosines) if accounts else (), _origins(columns))


def differing(
    sources: Sequence[Source],
    witnesses: Sequence[Source] = (),
    finder: Finder = find,
    corrections: Sequence[Correction] = (),
) -> tuple[str, ...]:
    """Return the `difference` of each row that `compare` would count as differing, without what else that works out.

    A witness only weighs the words here: what it tells can take nothing but an "only here" away.
    """
    anchor = story_anchor(tuple(sources))
    accounts = [account(source, anchor, finder) for source in sources]
    heard = [read(source.text) for source in witnesses]
    _, _, links = _aligned(accounts, sentence_vectors([*(one.prose for one in accounts), *heard]))
    by_hand = ByHand(accounts, corrections)
    amended = by_hand.amend(links)
    return tuple(
        difference(accounts[i].facts[number] for i, number in slot.members.items())
        for slot in by_hand.part(slots(accounts, amended), amended)
        if slot.state.family == "differ" and _importance(slot, accounts) > 1
    )


def _aligned(
    accounts: Sequence[Account], vectors: Sequence[Matrix]
) -> tuple[
    dict[tuple[int, int], Matrix], dict[tuple[int, int], tuple[SharedRun, ...]], dict[tuple[int, int], tuple[Link, ...]]
]:
    """Return for each pair of accounts how alike their sentences are, the runs they share, and the facts that meet."""
    cosines: dict[tuple[int, int], Matrix] = {}
    runs: dict[tuple[int, int], tuple[SharedRun, ...]] = {}
    links: dict[tuple[int, int], tuple[Link, ...]] = {}
    for i, j in combinations(range(len(accounts)), 2):
        cosines[i, j] = vectors[i] @ vectors[j].T
        cosines[j, i] = cosines[i, j].T
        runs[i, j] = shared_runs(accounts[i].source.text, accounts[j].source.text)
        links[i, j] = align(Pair(accounts[i], accounts[j], cosines[i, j], runs[i, j]))
    return cosines, runs, links


def _worded(row: Row, columns: Sequence[Source]) -> str:
    said = words(row, columns)
    return f"{said} ({row.corrected})" if row.corrected else said


def _origins(sources: Sequence[Source]) -> Origins:
    return story_origins(sources) if sources else Origins(0, certain=True)


def _rank(row: Row) -> tuple[int, int, int, int, str]:
    first, fact = row.stated[0]
    return -row.importance, _FAMILIES.index(row.state.family), first, fact.start, row.kind


def _together(slot: Slot, accounts: Sequence[Account], cosines: Cosines, runs: Runs, by_hand: ByHand) -> Row:
    facts = {i: accounts[i].facts[number] for i, number in slot.members.items()}
    cells = tuple(
        (facts[k],) if k in facts else _missing(next(iter(facts.items())), k, accounts, cosines)
        for k in range(len(accounts))
    )
    return Row(
        kind=next(iter(facts.values())).kind,
        state=slot.state,
        cells=cells,
        words="",
        why=max(slot.links, key=lambda link: (link.state is slot.state, link.score)).why,
        origins=_row_origins(facts, accounts, runs),
        importance=_importance(slot, accounts),
        corrected=by_hand.said(slot.members.items()),
    )


def _put_right(row: Row, place: tuple[int, int], by_hand: ByHand) -> Row:
    """Return a row of one account with what the reader said of its fact."""
    said = by_hand.said((place,))
    if row.state is State.ONLY and by_hand.doubted(place):
        cells = tuple(Cell.UNKNOWN if cell is Cell.ABSENT else cell for cell in row.cells)
        return replace(row, state=State.UNKNOWN, cells=cells, elsewhere=False, corrected=said)
    return replace(row, corrected=said)


def _importance(slot: Slot, accounts: Sequence[Account]) -> int:
    weight = max(accounts[i].facts[number].importance for i, number in slot.members.items())
    if slot.state.family == "differ" and slot.state is not State.DIFFER_WORDING:
        return min(3, weight + 1)
    return weight


def _told(i: int, fact: Fact, accounts: Sequence[Account], heard: Sequence[Account], beside: Cosines) -> bool:
    """Tell whether an article of another outlet that has no column may hold the fact too."""
    own = accounts[i].source.outlet
    return any(one.source.outlet != own and hinted(fact, accounts[i], one, beside[i, k]) for k, one in enumerate(heard))


def _alone(i: int, fact: Fact, accounts: Sequence[Account], cosines: Cosines, told: bool) -> Row:
    cells = tuple((fact,) if k == i else _missing((i, fact), k, accounts, cosines) for k in range(len(accounts)))
    others = [cell for k, cell in enumerate(cells) if k != i]
    read = [k for k, one in enumerate(accounts) if k != i and one.readable]
    only = bool(read) and all(cells[k] is Cell.ABSENT for k in read)
    why = "no other full text has it" if only else _doubt(others, bool(read))
    # Two sources' likeness in doubt is worth a line in the full list only; an excerpt's silence says nothing at all.
    # A day, a title or a speech tag alone is no news either: it says something only beside what it belongs to.
    noted = fact.kind in (FactKind.QUANTITY, FactKind.QUOTE, FactKind.EVENT) and (only or not read)
    weight = fact.importance if noted else 1
    kind_of_doubt = State.ONLY if only else State.UNKNOWN
    if only and told:
        why = "no other full text beside it has it; another article of the story may"
    return Row(fact.kind, kind_of_doubt, cells, "", why, Origins(1, certain=True), weight, elsewhere=only and told)


def _doubt(others: Sequence[object], some_read: bool) -> str:
    if not some_read:
        return "all we hold of the others is an excerpt, the first part of a long text, or a language we do not read"
    return "another text has something like it" if others else ""


def _missing(stated: tuple[int, Fact], k: int, accounts: Sequence[Account], cosines: Cosines) -> Cell:
    i, fact = stated
    other = accounts[k]
    if not other.readable or hinted(fact, accounts[i], other, cosines[i, k]):
        return Cell.UNKNOWN
    return Cell.ABSENT


def _row_origins(facts: Mapping[int, Fact], accounts: Sequence[Account], runs: Runs) -> Origins:
    """Count where a fact comes from: a shared run in the sentences that carry it, or one agency, is one origin."""
    parent = {i: i for i in facts}
    credited = {i: credit(accounts[i].source.agency) for i in facts}
    for i, j in combinations(sorted(facts), 2):
        if answer(facts[i]) != answer(facts[j]) and facts[i].kind is not FactKind.QUOTE:
            continue  # what differs was not copied
        copied = _copied(accounts[i], facts[i], accounts[j], facts[j], runs[i, j])
        one_agency = credited[i].names & credited[j].names
        if copied or one_agency:
            parent = {k: parent[i] if root == parent[j] else root for k, root in parent.items()}
    count = len(set(parent.values()))
    certain = count == 1 or not any(one.vague for one in credited.values())
    return Origins(count, certain)


def _copied(one: Account, x: Fact, other: Account, y: Fact, runs: Sequence[SharedRun]) -> bool:
    a, b = one.prose.sentences[x.sentence], other.prose.sentences[y.sentence]
    if x.kind is FactKind.QUOTE:  # two reporters may quote one speech: the words around it must be shared too
        return any(
            r.a_start < x.start - _AROUND or r.a_end > x.end + _AROUND
            for r in runs
            if r.a_start < x.end and x.start < r.a_end
        )
    return any(r.a_start < a.end and a.start < r.a_end and r.b_start < b.end and b.start < r.b_end for r in runs)
