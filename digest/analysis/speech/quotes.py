"""Direct speech: each quoted stretch as a fact with its speaker; titles of works and scare quotes are left out."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ...model import Fact, Quote
from ...text import Noise, Sentence, headline, noise, sentences
from ..names.people import People, people
from .referents import Referents
from .speakers import speakers
from .stretches import Stretch, stretches
from .tags import Found

_WORD = re.compile(r"[^\W_]+(?:['’‐-][^\W_]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORKS = re.compile(
    r"(?:\b(?:show|program|programme|film|movie|book|novel|song|album|series|magazine|play|titled|entitled|called"
    r"|episode|column|podcast|documentary|memoir|essay|single|hit|drama|comedy|musical|’s|'s|on|in)|, )\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset("a an the of and or in on at to for with from by is".split())
_HEADLINE_BY = 2
"""A headline stands within so many line breaks of the top."""


def quotes(
    text: str,
    parts: Sequence[Sentence] | None = None,
    left_out: tuple[Noise, ...] | None = None,
    named: People | None = None,
) -> tuple[Fact, ...]:
    """Return the article's direct speech in order, each span the text inside the marks.

    The last three are `sentences(text)`, `noise(text)` and `people(text)`, for callers that have them already. A
    quote with a speaker the article names counts 3, else 2. One or two quoted words count only beside a verb of speech.
    """
    left_out = noise(text) if left_out is None else left_out
    parts = sentences(text, left_out) if parts is None else parts
    named = people(text, left_out) if named is None else named
    quoted = _of_the_body(text, left_out)
    referents = Referents(text, parts, named, quoted)
    facts: list[Fact] = []
    last = ""
    for stretch, found in zip(quoted, speakers(text, parts, quoted), strict=True):
        if _is_speech(text, stretch, found):
            fact, last = _fact(text, parts, referents, stretch, found, last)
            facts.append(fact)
    return tuple(facts)


def _of_the_body(text: str, left_out: tuple[Noise, ...]) -> list[Stretch]:
    """Return the stretches outside noise and the headline."""
    gaps = [(part.start, part.end) for part in left_out]
    found = stretches(text)
    # Asking for the headline reads every line, so only a text that quotes near its top is asked.
    if found and text.count("\n", 0, found[0].start) <= _HEADLINE_BY and (title := headline(text)):
        gaps.append(title)
    return [s for s in found if not any(start < s.end and s.start < end for start, end in gaps)]


def _fact(
    text: str, parts: Sequence[Sentence], referents: Referents, stretch: Stretch, found: Found, last: str
) -> tuple[Fact, str]:
    """Return the fact and the speaker, the likely meaning of the next pronoun."""
    speaker = referents.who(found.span, last) if found.span else ""
    via = referents.who(found.via) if found.via else ""
    if speaker == via:
        speaker = ""  # who relays a quotation did not say it
    start, end = _trimmed(text, stretch)
    fragment = _is_fragment(text, start, end)
    fact = Fact(
        start=start,
        end=end,
        text=text[start:end],
        value=Quote(speaker, found.span, via, fragment),
        sentence=_sentence(parts, start),
        importance=3 if speaker and not fragment else 2,
    )
    return fact, speaker or last


def _trimmed(text: str, stretch: Stretch) -> tuple[int, int]:
    inside = text[stretch.start : stretch.end]
    return stretch.start + len(inside) - len(inside.lstrip()), stretch.start + len(inside.rstrip())


def _is_speech(text: str, stretch: Stretch, found: Found) -> bool:
    """Tell speech from a title of a work ("Morning News") and from scare quotes ("so-called")."""
    inside = text[stretch.start : stretch.end]
    words = _WORD.findall(inside)
    if not words:
        return False
    if len(_UNSPACED.findall(inside)) > 4:
        return True  # a script without spaces: "words" counts clauses
    ends = inside.rstrip()[-1:] in (",", ".", "!", "?")
    tagged = found.how == "after" or (found.how == "before" and (found.near or ends or len(words) > 1))
    if len(words) > 4:
        return True
    spoken = inside.rstrip()[-1:] in (",", "?", "!") and found.how == "after"
    if _is_title(words) and not spoken:
        return (
            len(words) > 3
            and tagged
            and not _WORKS.search(text[max(0, stretch.outer_start - 24) : stretch.outer_start])
        )
    return len(words) > 2 or tagged


def _is_title(words: Sequence[str]) -> bool:
    return words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)


def _is_fragment(text: str, start: int, end: int) -> bool:
    """Tell a part of a sentence from a whole one: it begins with a small letter or has one or two words."""
    first = next((c for c in text[start:end] if c.isalpha()), "")
    return first.islower() or len(_WORD.findall(text, start, end)) < 3


def _sentence(parts: Sequence[Sentence], at: int) -> int:
    """Return the index of the sentence that holds `at` (the one before, should it stand between two)."""
    return max(0, bisect_right(parts, at, key=lambda part: part.start) - 1)
