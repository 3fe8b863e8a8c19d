"""The words around a fact: its sentence, cut to a width, with the fact marked inside it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ..model import Fact
from ..text import Sentence, clean, sentences

Pieces = tuple[tuple[str, bool], ...]
"""Text in reading order; True marks the words of a fact. Joined they are one line."""

_NEARLY_ALL = 0.8
_SPACE = re.compile(r"\s+")
_sentences = lru_cache(maxsize=64)(sentences)  # each fact of an article asks for the same ones


def sentence_of(text: str, fact: Fact) -> tuple[int, int]:
    """Return the span of the sentences the fact stands in."""
    touched = [s for s in _sentences(text) if s.start < fact.end and fact.start < s.end]
    return _around(touched, fact)


def snippet(text: str, facts: Iterable[Fact], width: int = 240) -> Pieces:
    """Return the sentence of `facts` as pieces of about `width` characters at most; an ellipsis says where it was cut.

    The facts are expected to stand in one sentence; the first one is never cut away. A fact that is nearly the whole
    sentence is not marked: there would be nothing to tell it from.
    """
    listed = list(facts)
    start, end = sentence_of(text, listed[0])
    cut_start, cut_end = _window(text, (start, end), listed[0], width)
    enough = _NEARLY_ALL * (cut_end - cut_start)
    spans = ((max(f.start, cut_start), min(f.end, cut_end)) for f in listed)
    marked = _merged(span for span in spans if span[1] - span[0] <= enough)
    pieces: list[tuple[str, bool]] = [("… ", False)] if cut_start > start else []
    at = cut_start
    for a, b in marked:
        pieces += [(text[at:a], False), (text[a:b], True)]
        at = b
    pieces.append((text[at:cut_end], False))
    if cut_end < end:
        pieces.append((" …", False))
    return tuple((_SPACE.sub(" ", clean(words)), mark) for words, mark in pieces if words)


def _around(touched: list[Sentence], fact: Fact) -> tuple[int, int]:
    starts = [s.start for s in touched] + [fact.start]
    ends = [s.end for s in touched] + [fact.end]
    return min(starts), max(ends)


def _window(text: str, sentence: tuple[int, int], fact: Fact, width: int) -> tuple[int, int]:
    """Return the part of the sentence to show: all of it, or whole words around the fact."""
    start, end = sentence
    if end - start <= width:
        return sentence
    spare = max(0, width - (fact.end - fact.start))
    left = max(start, min(fact.start - spare // 2, end - width))
    right = min(end, max(fact.end, left + width))
    if left > start:
        space = text.find(" ", left, fact.start)
        left = space + 1 if space >= 0 else fact.start
    if right < end:
        space = text.rfind(" ", fact.end, right + 1)
        right = space if space >= 0 else fact.end
    return left, right


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
