"""Sentences of the report, as spans over unchanged text, noise left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .noise import Noise, noise, paragraphs
from .words import normal

# A full stop behind one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr rev fr sgt lt col gen maj capt cpl cmdr adm gov sen rep pres vs etc no nos vol inc"
    " ltd co corp bros dept est approx ave blvd mt ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues"
    " wed thu thur thurs fri sat sun a.m p.m e.g i.e u.s u.k u.n e.u d.c ph.d calif colo conn ill mass mich minn"
    " penn tenn tex va wash bzw ca z.b d.h u.a nr str abs hr fr usw mio mrd m mme mlle sra art núm ee.uu".split()
)
_BEFORE_ENDS = frozenset("a.m p.m u.s u.k u.n e.u d.c inc ltd co corp jr sr etc usw".split())
_END = re.compile(r"""[.!?…]+["')\]]*(?=\s+["'(\[]*[^\sa-zß-öø-ÿ])""")
_WORD_BEFORE = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` is one sentence of paragraph number `paragraph`."""

    start: int
    end: int
    paragraph: int


def sentences(text: str, left_out: tuple[Noise, ...] | None = None) -> tuple[Sentence, ...]:
    """Return the sentences of the report in order; a line break always ends one.

    `left_out` is `noise(text)`, for callers that have it already.
    """
    parts = noise(text) if left_out is None else left_out
    whole = {(part.start, part.end) for part in parts}
    opening = {part.start: part.end for part in parts}
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        if (start, end) in whole:
            continue
        while start in opening and opening[start] < end:
            start = opening[start]
        found.extend(Sentence(a, b, number) for a, b in _split(text, start, end))
    return tuple(found)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    plain = normal(text[start:end])
    at = len(plain) - len(plain.lstrip())
    for match in _END.finditer(plain):
        if match.start() < at or not _ends(plain, match):
            continue
        yield start + at, start + match.end()
        at = match.end() + len(plain[match.end() :]) - len(plain[match.end() :].lstrip())
    if at < len(plain):
        yield start + at, end


def _ends(plain: str, match: re.Match[str]) -> bool:
    """Tell a full stop that ends a sentence from one that ends an abbreviation or an initial."""
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    before = _WORD_BEFORE.search(plain, max(0, match.start() - 20), match.start())
    word = before.group() if before else ""
    if len(word) == 1 and word.isupper():
        return False  # an initial: "J. Smith"
    if word.lower() in _BEFORE_ENDS:
        following = plain[match.end() :].split(maxsplit=1)[0].strip("\"'([")
        return following in _OPENERS
    return word.lower() not in _ABBREVIATIONS


_OPENERS = frozenset("The A An He She It They We I In On At But And This That These Those His Her Its Their".split())
