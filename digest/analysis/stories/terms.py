"""What an article is about, as weighted terms: its content words and names, the headline and the lead counting more."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model import Article, Provenance
from ...text import body, language, normal, stem, stop_words
from .times import Times, times

BODY_CHARACTERS = 4_000
"""How much of the text is read: what follows is background that many stories share."""
TITLE, LEAD, NAME = 1, 2, 4
"""Marks of a term: it stands in the headline, in the lead, and it is a name or a number."""
_LEAD_CHARACTERS = 400
_TITLE_WEIGHT = 3.0
_LEAD_WEIGHT = 2.0
_NAME_WEIGHT = 1.5
_HEADLINE_CASE = 0.7
"""The part of a title's longer words in capitals from which its capitals say nothing about names."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['-][^\W_]+)*")
_SENTENCE_BREAK = re.compile(r'[.!?:\n"]')
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_NOUNS_IN_CAPITALS = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's terms: stems and, joined by a space, pairs of names that follow each other."""

    weights: Mapping[str, float]
    """How often each term stands there, by what each place is worth."""
    marks: Mapping[str, int]
    """TITLE, LEAD and NAME, added up."""
    spelled: Mapping[str, str]
    """Each term as first written, for showing."""
    language: str
    length: int
    """Characters of the report that were read."""
    times: Times
    """The days that headline and text speak of, the page's own time stamps included."""


@dataclass(slots=True)
class _Tally:
    """Terms being counted."""

    language: str
    weights: dict[str, float]
    places: dict[str, int]
    spelled: dict[str, str]
    names: dict[str, int]
    """How much more often each term was seen as a name than not."""

    def add(self, term: str, spelled: str, weight: float, place: int) -> None:
        if term in self.weights:
            self.weights[term] += weight
            self.places[term] |= place
        else:
            self.weights[term] = weight
            self.spelled[term] = spelled
            self.places[term] = place

    def judge(self, term: str, name: bool) -> None:
        self.names[term] = self.names.get(term, 0) + (1 if name else -1)


def terms(article: Article) -> Terms:
    """Return the terms of an article: title, lead and report, noise and function words left out.

    A lead that stands in for a missing headline counts once. Only English is stemmed; Chinese, Japanese and Thai are
    read by pairs of characters.
    """
    report = body(article.text[:BODY_CHARACTERS])
    tally = _Tally(article.language or language(f"{article.title}\n{report}"), {}, {}, {}, {})
    for part, weight, place, sentence_case in _parts(article, report):
        _count(tally, part, (weight, place), sentence_case and tally.language not in _NOUNS_IN_CAPITALS)
    marks = {term: place | (NAME if tally.names.get(term, 0) > 0 else 0) for term, place in tally.places.items()}
    spoken = times(f"{article.title}\n{article.text[:BODY_CHARACTERS]}")
    return Terms(tally.weights, marks, tally.spelled, tally.language, len(report), spoken)


def _parts(article: Article, report: str) -> Iterator[tuple[str, float, int, bool]]:
    """Yield each stretch of text with its weight, its mark and whether a capital letter in it marks a name."""
    if article.title_from is not Provenance.LEAD:
        long = [word for word in _WORD.findall(normal(article.title)) if len(word) > 3]
        capitals = sum(word[0].isupper() for word in long)
        yield article.title, _TITLE_WEIGHT, TITLE, capitals <= _HEADLINE_CASE * len(long)
    yield report[:_LEAD_CHARACTERS], _LEAD_WEIGHT, LEAD, True
    yield report[_LEAD_CHARACTERS:], 1.0, 0, True


def _count(tally: _Tally, text: str, worth: tuple[float, int], sentence_case: bool) -> None:
    """Add the terms of one stretch of text; numbers count like names, as they tell events apart."""
    text, stops = normal(text), stop_words(tally.language)
    root = stem if tally.language == "en" else str.lower
    weight, place = worth
    raised = weight * (_NAME_WEIGHT if sentence_case else 1.0)
    name_before, end = ("", ""), 0
    for match in _WORD.finditer(text):
        word, gap = match.group(), text[end : match.start()]
        opens = end == 0 or _SENTENCE_BREAK.search(gap) is not None
        end = match.end()
        lower = word.lower().removesuffix("'s")
        if len(lower) < 2 or lower in stops:
            name_before = ("", "")
        elif _UNSPACED.match(word):
            for i in range(max(1, len(word) - 1)):
                tally.add(word[i : i + 2], word[i : i + 2], weight, place)
        else:
            term, capital, number = root(lower), word[0].isupper(), word[0].isdigit()
            tally.add(term, word, raised if (capital and not opens) or number else weight, place)
            if number or (sentence_case and not opens):
                tally.judge(term, capital or number)
            if capital and name_before[0] and gap == " ":
                pair = f"{name_before[0]} {term}"
                tally.add(pair, f"{name_before[1]} {word}", raised, place)
                tally.judge(pair, True)
            name_before = (term, word) if capital else ("", "")
