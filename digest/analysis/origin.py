"""Who copied whom: runs of words that two accounts share, near-copies, and how many origins a story has."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from ..model import Origins
from ..text import dateline, noise, plain_words, tokens

RUN = 8
"""Words in a row that two reporters do not write alike by chance."""
COPY_SHARE = 0.6
"""Near-copies share runs over this part of the shorter one."""
_TOLD_TOGETHER = 16
"""Unquoted words in shared runs from which two outlets count as one origin."""
_CANDIDATES = 16
"""Places tried for one run: keeps texts that repeat one line thousands of times from costing a square."""

_TITLES = frozenset("mr mrs ms miss dr prof".split())
_MONTHS = {
    month: month[:3]
    for month in "january february march april june july august september october november december".split()
} | {"sept": "sep"}
_QUOTED = re.compile(r'"[^"\n]{1,1000}"|“[^“”\n]{1,1000}”|„[^„“”\n]{1,1000}[“”]|«[^«»\n]{1,1000}»')
_UNNAMED = frozenset(
    "agencies wires newswires agenturen nachrichtenagenturen agences agencias agenzie agentschappen agencje".split()
)
_NO_AGENCY = frozenset("staff own correspondents correspondent reporter reporters agency wire".split())
_AGENCIES = {
    "ap": "associated press|the associated press",
    "afp": "agence france-presse|agence france presse",
    "reuters": "thomson reuters|reuters news agency",
    "dpa": "deutsche presse-agentur|dpa international",
    "upi": "united press international",
    "pa": "press association|pa media",
    "efe": "agencia efe|efe news",
    "ansa": "ansa news agency",
    "tass": "itar-tass",
    "xinhua": "xinhua news agency",
    "kyodo": "kyodo news",
    "anp": "algemeen nederlands persbureau",
    "apa": "austria presse agentur",
    "pti": "press trust of india",
    "aap": "australian associated press",
    "cp": "canadian press|the canadian press",
}
_KNOWN = {name: short for short, names in _AGENCIES.items() for name in (short, *names.split("|"))}
_BETWEEN_CREDITS = re.compile(r"\s*(?:[,;/&+|]|\b(?:and|und|et|y|e|with|mit|avec|con)\b)\s*")


class Account(Protocol):
    """What is asked of an article here; `Article` and `Source` both offer it."""

    @property
    def outlet(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def agency(self) -> str: ...
    @property
    def excerpt(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class SharedRun:
    """`a[a_start:a_end]` and `b[b_start:b_end]` are the same `words` words but for case, titles and marks."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int


@dataclass(frozen=True, slots=True)
class Credit:
    """The agencies a line credits, under one spelling each; `vague` when it also leaves some unnamed."""

    names: frozenset[str]
    vague: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The report's words in order with their places; noise, courtesy titles and the ends of month names left out."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, text: str) -> "_Words":
        left_out = iter(noise(text))
        part = next(left_out, None)
        words, places = [], []
        for token in tokens(text):
            while part and part.end <= token.start:
                part = next(left_out, None)
            if token.text in _TITLES or (part and part.start <= token.start):
                continue
            words.append(_MONTHS.get(token.text, token.text))
            places.append((token.start, token.end))
        return cls(tuple(words), tuple(places))

    def shingles(self, size: int = RUN) -> tuple[int, ...]:
        return _hashed(self.words, size)


def _reported(text: str) -> tuple[str, ...]:
    """Return the words of `_Words.of` without their places, which a list of stories has no use for."""
    kept, reach = [], 0
    for part in noise(text):
        kept.append(text[reach : part.start])
        reach = part.end
    words = plain_words(" ".join((*kept, text[reach:])))
    return tuple(_MONTHS.get(word, word) for word in words if word not in _TITLES)


@lru_cache(maxsize=64)
def _hashed(words: tuple[str, ...], size: int) -> tuple[int, ...]:
    return tuple(hash(words[i : i + size]) for i in range(len(words) - size + 1))


@lru_cache(maxsize=64)
def _shingled(words: tuple[str, ...], size: int) -> Mapping[int, Sequence[int]]:
    """Return where each run of `size` words begins, by its hash."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, shingle in enumerate(_hashed(words, size)):
        if len(places[shingle]) < _CANDIDATES:
            places[shingle].append(j)
    return dict(places)


def shared_runs(a: str, b: str, least: int = RUN) -> tuple[SharedRun, ...]:
    """Return the longest runs of at least `least` words found in both texts, in the order of `a`.

    They never overlap in `a`. Case, quote marks, courtesy titles and "Aug" against "August" do not break a run;
    noise belongs to none.
    """
    left, right = _Words.of(a), _Words.of(b)
    places = _shingled(right.words, least)
    return tuple(
        SharedRun(left.places[i][0], left.places[i + n - 1][1], right.places[j][0], right.places[j + n - 1][1], n)
        for i, j, n in _runs(left, right, places, least)
    )


def _runs(
    left: _Words, right: _Words, places: Mapping[int, Sequence[int]], least: int
) -> Iterator[tuple[int, int, int]]:
    shingles, reach = left.shingles(least), 0
    for i in [i for i, shingle in enumerate(shingles) if shingle in places]:
        if i < reach:
            continue
        length, j = max((_common(left.words, i, right.words, j), -j) for j in places[shingles[i]])
        if length >= least:
            yield i, -j, length
            reach = i + length


def _common(a: tuple[str, ...], i: int, b: tuple[str, ...], j: int) -> int:
    n, most = 0, min(len(a) - i, len(b) - j)
    while n < most and a[i + n] == b[j + n]:
        n += 1
    return n


def copies(accounts: Sequence[Account]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of near-copies as indexes into `accounts`: each account in one group, most in one of their own.

    Two accounts are near-copies when runs of 8 words or more cover 60 % of the shorter one.
    """
    texts = [_Words.of(account.text).shingles() for account in accounts]
    carriers: dict[int, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for i in sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i)):
        near = {leader for shingle in texts[i] for leader in carriers.get(shingle, ())}
        leader = next((k for k in sorted(near) if _covered(texts[i], frozenset(texts[k])) >= COPY_SHARE), None)
        if leader is None:
            groups[i] = []
            for shingle in set(texts[i]):
                carriers[shingle].append(i)
        groups[i if leader is None else leader].append(i)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def _covered(shingles: Sequence[int], others: frozenset[int]) -> float:
    """Return the part of a text's words that lie in shingles which the other text has too."""
    covered, reach = 0, 0
    for i, shingle in enumerate(shingles):
        if shingle in others:
            covered += i + RUN - max(i, reach)
            reach = i + RUN
    return covered / (len(shingles) + RUN - 1)


def credit(line: str) -> Credit:
    """Read a credit such as "Reuters", "AP, AFP" or "staff and agencies"."""
    parts = [part.strip(" .()") for part in _BETWEEN_CREDITS.split(line.casefold())]
    vague = any(_UNNAMED & set(part.split()) for part in parts)
    names = {
        _KNOWN.get(part, part) for part in parts if part and part not in _NO_AGENCY and not _UNNAMED & set(part.split())
    }
    return Credit(frozenset(names), vague)


def story_origins(accounts: Sequence[Account]) -> Origins:
    """Count the independent places a story comes from, as far as the texts show.

    Outlets whose reports share runs of words outside quotation marks, or which credit one and the same agency for
    the whole report, count as one. Uncertain when a credit leaves agencies unnamed or names several, and when all we
    hold of an outlet is an excerpt.
    """
    outlets = sorted({account.outlet for account in accounts})
    if len(outlets) < 2:
        return Origins(len(outlets), certain=True)
    parent = {outlet: outlet for outlet in outlets}
    holders: dict[int, set[str]] = defaultdict(set)
    agencies: dict[str, str] = {}
    certain = True
    for account in accounts:
        by = _credited(account)
        certain = certain and not (by.vague or account.excerpt or len(by.names) > 1)
        if len(by.names) == 1 and not by.vague:
            (agency,) = by.names
            _join(parent, account.outlet, agencies.setdefault(agency, account.outlet))
        _join_sharers(parent, account, holders)
    count = len({_root(parent, outlet) for outlet in outlets})
    return Origins(count, certain)


def _credited(account: Account) -> Credit:
    """Return what the account credits: its field, else its dateline; an agency's own report credits itself."""
    outlet = account.outlet.casefold()
    if outlet in _KNOWN:
        return Credit(frozenset({_KNOWN[outlet]}), vague=False)
    opening = dateline(account.text)
    found = credit(account.agency or (opening.agency if opening else ""))
    same = {name for name in found.names if name.replace(" ", "") == outlet.replace(" ", "")}
    return Credit(found.names - same if found.vague else found.names, found.vague)


def _join_sharers(parent: dict[str, str], account: Account, holders: dict[int, set[str]]) -> None:
    """Join the account's outlet with those seen before that share its words, then remember its words."""
    shingles = _hashed(_reported(_QUOTED.sub(" ¶ ", account.text)), RUN)
    reach: dict[str, int] = defaultdict(int)
    shared: dict[str, int] = defaultdict(int)
    for i, shingle in enumerate(shingles):
        for root in {_root(parent, outlet) for outlet in holders.get(shingle, ())}:
            shared[root] += i + RUN - max(i, reach[root])
            reach[root] = i + RUN
    enough = min(_TOLD_TOGETHER, COPY_SHARE * (len(shingles) + RUN - 1))
    for root, words in shared.items():
        if words >= enough:
            _join(parent, account.outlet, root)
    for shingle in shingles:
        holders[shingle].add(account.outlet)


def _root(parent: dict[str, str], outlet: str) -> str:
    while parent[outlet] != outlet:
        outlet = parent[outlet]
    return outlet


def _join(parent: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first
