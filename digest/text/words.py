"""Words of a text with their places, and the light normal forms that make two spellings of one word meet."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’‐-][^\W_]+)*|[^\W_]+")
# One character for one character, so that every place in the result is the same place in the original.
_PLAIN = str.maketrans("\u00a0\u2007\u202f‘’‚‛′“”„‟″«»‐‑‒–—―−\t", '   \'\'\'\'\'"""""""------- ')
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number: `text` in lower case, its place in the original."""

    text: str
    start: int
    end: int


def normal(text: str) -> str:
    """Return `text` with straight quotes, plain dashes and plain spaces: as long as before, so places stay valid."""
    return text.translate(_PLAIN)


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the words and numbers of `text[start:end]` in order; "7,000" is one, "Lukashenko's" is one.

    Places count from the start of `text`.
    """
    plain = normal(text[start:end])
    return tuple(Token(m.group().lower(), start + m.start(), start + m.end()) for m in _WORD.finditer(plain))


def plain_words(text: str) -> list[str]:
    """Return the texts of `tokens` alone, in a third of the time."""
    return [word.lower() for word in _WORD.findall(normal(text))]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a light English stem: possessives, plurals and the endings -ing, -ed, -ly go.

    After the S stemmer of Harman, "How effective is suffixing?" (1991), with the two verb endings added; far weaker
    than Porter's, because in news "officer" and "office" must stay apart.
    """
    word = singular(word)
    for ending in ("ing", "ed", "ly"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            doubled = ending != "ly" and root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root.removesuffix("e")
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def singular(word: str) -> str:
    """Return an English noun in lower case without possessive and regular plural ending."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
