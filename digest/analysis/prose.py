"""A text read once: its sentences and their words, shared by every extractor."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..text import Sentence, Token, normal, sentences, stem, tokens
from .lexicon.kin import concept


@dataclass(frozen=True, slots=True)
class Prose:
    """`plain` is `text` with plain quotes and dashes, place for place; `words[i]` are the words of `sentences[i]`."""

    text: str
    plain: str
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[Token, ...], ...]
    stems: tuple[frozenset[str], ...]
    """The stems of each sentence's words."""
    spread: Mapping[str, int]
    """In how many sentences each thing is that words stand for."""

    def within(self, index: int, start: int, end: int) -> tuple[Token, ...]:
        """Return the words of one sentence that begin in `text[start:end]`."""
        words = self.words[index]
        first = bisect_left(words, start, key=lambda token: token.start)
        return words[first : bisect_left(words, end, lo=first, key=lambda token: token.start)]

    def sentence(self, index: int) -> str:
        """Return the plain text of one sentence."""
        where = self.sentences[index]
        return self.plain[where.start : where.end]


@lru_cache(maxsize=64)
def read(text: str) -> Prose:
    """Return the text's sentences and words; places count from the start of the text."""
    plain = normal(text)
    found = sentences(text)
    words = tuple(tokens(plain, sentence.start, sentence.end) for sentence in found)
    stems = tuple(frozenset(stem(token.text) for token in sentence) for sentence in words)
    spread = Counter(term for sentence in words for term in {concept(token.text) for token in sentence})
    return Prose(text, plain, found, words, stems, spread)
