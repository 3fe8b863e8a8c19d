"""A text read once: its sentences and their words, shared by every extractor."""

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
    concepts: tuple[frozenset[str], ...]
    """What each sentence's words stand for."""

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
    concepts = tuple(frozenset(concept(token.text) for token in sentence) for sentence in words)
    return Prose(text, plain, found, words, stems, concepts)
