"""Marks put right by the reader: a row's facts parted, two facts paired, a fact said to stand elsewhere too."""

from itertools import combinations
from typing import Protocol

from ..analysis.comparison.corrected import alike
from ..errors import ActError
from ..model import Article, Comparison, Correction, Fact, FactKind, Row, State, Verdict, Words
from ..store import Store

MOST_NAMED = 5


class _Shelf(Protocol):
    store: Store

    def article(self, article_id: int) -> Article: ...

    def facts(self, article: Article) -> tuple[Fact, ...]: ...


class Correcting:
    """Keeps corrections, each one act that can be taken back; ActError says what makes no sense."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf

    def reject(self, comparison: Comparison, row: Row, note: str = "") -> tuple[Correction, ...]:
        """Reject a row's mark: what it brings together is parted, what it calls "only" may stand elsewhere too.

        From then on the mark is not shown, in whichever company the articles are compared.
        """
        stated = [(Words(comparison.sources[i].article_id, fact.text), i) for i, fact in row.stated]
        if len(stated) > 1:
            made = tuple(
                Correction(Verdict.APART, row.kind, one, other, note)
                for (one, _), (other, _) in combinations(stated, 2)
            )
        elif row.state is State.ONLY:
            made = (Correction(Verdict.NOT_ONLY, row.kind, stated[0][0], None, note),)
        else:
            raise ActError(f"there is no mark to reject: {row.words}")
        self._shelf.store.corrections.add(made, f"rejected the mark “{_shortened(row.words)}”")
        return made

    def pair(
        self, one: Words, other: Words, verdict: Verdict, note: str = "", kind: FactKind | None = None
    ) -> Correction:
        """Say that the words of two articles speak of one thing, and whether they say the same."""
        if one.article_id == other.article_id:
            raise ActError(f"both are words of a{one.article_id}: name facts of two articles")
        found = [self._fact(words, kind) for words in (one, other)]
        kinds = {fact.kind for fact in found}
        if len(kinds) > 1:
            first, second = (f"“{_shortened(fact.text)}” is of the kind {fact.kind}" for fact in found)
            raise ActError(f"{first}, {second}: only facts of one kind can be paired; --kind chooses among them")
        made = Correction(
            verdict,
            found[0].kind,
            Words(one.article_id, found[0].text),
            Words(other.article_id, found[1].text),
            note,
        )
        told = " and ".join(f"“{_shortened(fact.text)}”" for fact in found)
        self._shelf.store.corrections.add((made,), f"paired {told}")
        return made

    def _fact(self, words: Words, kind: FactKind | None) -> Fact:
        """Return the fact with these words, the one that holds least beside them."""
        article = self._shelf.article(words.article_id)
        facts = [fact for fact in self._shelf.facts(article) if kind in (None, fact.kind)]
        best = max(facts, key=lambda fact: (alike(words.text, fact.text), -fact.start), default=None)
        if best is None or not alike(words.text, best.text):
            what = f"{kind} " if kind else ""
            raise ActError(
                f"no {what}fact with the words “{_shortened(words.text)}” in a{article.id};"
                f" `digest facts a{article.id} --all` lists them"
            )
        return best


def row_of(comparison: Comparison, words: str, kind: FactKind | None = None) -> Row:
    """Return the one row with these words in one of its facts; ActError names those it may be."""
    found = [
        row
        for row in comparison.rows
        if kind in (None, row.kind) and any(alike(words, fact.text) for _, fact in row.stated)
    ]
    exact = [row for row in found if any(alike(words, fact.text) == 1 for _, fact in row.stated)]
    chosen = exact if len(exact) == 1 else found
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise ActError(f"no mark has the words “{_shortened(words)}”; `digest compare … --all` shows all of them")
    named = "; ".join(f"{row.kind}, {_shortened(row.words)}" for row in chosen[:MOST_NAMED])
    raise ActError(f"{len(chosen)} marks have these words ({named}): write more of them, or add --kind")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59].rsplit(" ", 1)[0] + "…"
