"""Who did what: the clauses of an article whose verb the lexicon knows and in which somebody is named."""

import re
from collections.abc import Iterator

from ..model import Event, Fact
from ..text import Token
from .lexicon.predicates import Predicate, lexicon
from .names.cast import cast
from .names.people import People
from .prose import Prose

_AUXILIARIES = frozenset(
    "has have had is are was were be been being will would could should may might must can do does did not to also"
    " never yet still currently already now again likely unlikely looks stands ready keen".split()
)
_BREAK = re.compile(
    r"[;:]|\s-+\s|[\"()]|,\s(?=(?:and|but|while|who|which|after|as|although|despite|where|when)\b)|,\s(?=\w+ing\b)"
)
_JOIN = frozenset({"and", "but", "or"})
_CONDITION = re.compile(r"\b(?:if|unless|in case|in the event)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|no|denie[sd]|without)\b|n't\b", re.IGNORECASE)
_OWNERS = frozenset(
    "the a an his her its their this of new any no s from in on at by for with last next first second recent annual"
    " possible final".split()
)
_BEFORE_GERUNDS = frozenset(
    "by of for from without after before while when since in on and or but who which that he she they it".split()
)
_OBJECT = 4
_SUBJECTS = frozenset("that who which and but it he she".split())
_BEHIND_NOUNS = frozenset("since in over against at near of between during".split())
_LONGEST = 26


def events(prose: Prose, names: People) -> tuple[Fact, ...]:
    """Return the events of an article in order; each span runs from the verb group to the end of its clause.

    Beyond the third sentence an event needs somebody it is about.
    """
    found: list[Fact] = []
    for index, named in enumerate(cast(prose, names)):
        if not named and index > 2:
            continue
        for start, end, predicate in _clauses(prose, index):
            span = prose.plain[start:end]
            value = Event(
                predicate=predicate.name,
                rank=predicate.rank,
                verb=predicate.verb,
                participants=names.participants(start, end) or named,
                negated=bool(_NEGATION.search(span)),
                condition=bool(_CONDITION.search(prose.sentence(index))),
            )
            found.append(Fact(start, end, prose.text[start:end], value, index, 3 if index < 3 else 2))
    return tuple(found)


def _clauses(prose: Prose, index: int) -> Iterator[tuple[int, int, Predicate]]:
    """Yield the span and the verb of each clause; "agreed to impose" is one clause, led by "agreed"."""
    words = prose.words[index]
    verbs = list(_verbs(prose.plain, words))
    heads = [(i, n, p) for k, (i, n, p) in enumerate(verbs) if not _is_governed(words, i, verbs[k - 1] if k else None)]
    limit = prose.sentences[index].end
    for k, (i, _, predicate) in enumerate(heads):
        first = i
        while first > 0 and words[first - 1].text in _AUXILIARIES:
            first -= 1
        end = limit
        if k + 1 < len(heads):
            last = heads[k + 1][0]
            while last > i + 1 and words[last - 1].text in _AUXILIARIES | _JOIN:
                last -= 1
            end = words[last - 1].end
        if broken := _BREAK.search(prose.plain, words[i].end, end):
            end = broken.start()
        if i + _LONGEST < len(words):
            end = min(end, words[i + _LONGEST].start)
        text = prose.plain[words[first].start : end].rstrip(" ,.!?\"'")
        if len(text.split()) > 1:
            yield words[first].start, words[first].start + len(text), predicate


def _verbs(plain: str, words: tuple[Token, ...]) -> Iterator[tuple[int, int, Predicate]]:
    known = lexicon()
    last = -_OBJECT
    for i, token in enumerate(words):
        pair = (token.text, words[i + 1].text) if i + 1 < len(words) else None
        predicate = (known.get(pair) if pair else None) or known.get((token.text,))
        named = i > 0 and plain[token.start].isupper()
        if predicate is not None and not named and not _is_noun(plain, words, i):
            if token.text.endswith("s") and i - last < _OBJECT and not _SUBJECTS & {w.text for w in words[last:i]}:
                continue  # the object of the verb before: "considering travel bans"
            last = i
            yield i, 2 if pair and known.get(pair) else 1, predicate


def _is_noun(plain: str, words: tuple[Token, ...], i: int) -> bool:
    """Tell "the strike" and "an order" from verbs of the same form."""
    before = words[i - 1].text if i else ""
    if words[i].text.endswith("ing") and i and before not in _BEFORE_GERUNDS and before not in _AUXILIARIES:
        return not _follows_mark(plain, words, i)
    bare = not words[i].text.endswith(("ed", "es"))
    after = words[i + 1].text if i + 1 < len(words) else ""
    if words[i].text.endswith("s") and after in _BEHIND_NOUNS:
        return True
    return bare and (before in _OWNERS or before.endswith("'s"))


def _is_governed(words: tuple[Token, ...], i: int, earlier: tuple[int, int, Predicate] | None) -> bool:
    """Tell whether the verb is the complement of the one before: "agreed to impose", "threatened to cut off"."""
    if earlier is None or i == 0:
        return False
    between = [token.text for token in words[earlier[0] + earlier[1] : i]]
    return len(between) <= 6 and bool(between) and between[-1] == "to" and not set(between) & (_JOIN | {"that"})


def _follows_mark(plain: str, words: tuple[Token, ...], i: int) -> bool:
    return any(mark in plain[words[i - 1].end : words[i].start] for mark in ",;:-(")
