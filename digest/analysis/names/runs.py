"""Runs of capitalised words, cut where a name ends and parted into title and name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...text import Noise
from ..lexicon.name_words import CALENDAR, MONTHS_AND_NAMES, OF_BODIES, OPENERS, TITLES

# `re` knows no class of capitals; this one holds those of Latin, Greek, Cyrillic, Armenian and Georgian.
UP = "".join(c for c in map(chr, range(0x41, 0x2000)) if c.isupper())
_WORD = (
    rf"(?:(?:[{UP}]\.){{1,4}}|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Prof|St|Rev|Maj|Adm|Jr)\."
    rf"|(?:al|el|ibn)-[{UP}]\w+|(?:[OD]['’])?[{UP}]\w*(?:['’‐&-](?![sS]\b)\w+)*)"
)
_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ter|ten|zu|of|of the|for|and|in)"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:[ \u00a0](?:{_PARTICLE} ){{0,2}}{_WORD})*")
_INSIDE_BODIES = frozenset("of for and in the".split())
_CUTS = frozenset("the a i as at by for from is are on over to with after".split())
_SUFFIXES = frozenset("Jr. Sr. Jr Sr II III IV".split())
_LONGEST = 7
_WORDS_AFTER = re.compile(r",? ?(\w+)")
_TITLE_BEFORE = re.compile(r"((?:\b[\w’'-]+ ){0,1}\b[\w-]+) $")


@dataclass(slots=True)
class Run:
    """A run of capitalised words, before it is known what it names."""

    start: int
    end: int
    words: list[str]
    title: str
    titled_start: int
    opens: bool
    before: str
    after: str

    @property
    def name(self) -> str:
        return " ".join(self.words)


def capitalised(text: str, left_out: tuple[Noise, ...]) -> Iterator[Run]:
    gaps = [(part.start, part.end) for part in left_out]
    for match in _RUN.finditer(text):
        start = match.start()
        if any(a <= start < b for a, b in gaps):
            continue
        head = text[max(0, start - 4) : start].rstrip(" \u00a0\"“„«'‘([—–-")
        opens = not head or head[-1] in ".!?…:\n"
        for at, words in _cut(match.group(), start, opens):
            if len(words) > 2 and words[-1] in _SUFFIXES:
                words.pop()
            if len(words) <= _LONGEST and (run := _titled(text, at, words, opens and at == start)):
                yield run


def _cut(surface: str, at: int, opens: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the parts of a run that can be names: openers and weekdays cut away, "of" kept in institutions."""
    words: list[str] = []
    start = place = at
    for word in re.split(r"([ \u00a0])", surface):
        if word in (" ", "\u00a0"):
            pass
        elif _parts(words, word):
            if words:
                yield start, words
            words = []
        elif words or word[0].isupper() or "-" in word:
            if not words:
                start = place
            words.append(word)
        place += len(word)
    while words and words[-1][0].islower() and "-" not in words[-1]:
        words.pop()
    if words:
        yield start, words


def _parts(words: list[str], word: str) -> bool:
    """Tell whether `word` cannot belong to the name that `words` begin."""
    low = word.lower()
    if word in _INSIDE_BODIES:
        body = any(one.lower() in OF_BODIES for one in words)
        return not body or (word in ("and", "in") and "for" not in words)
    if low in MONTHS_AND_NAMES and words:
        return False  # "Ann May"
    return low in CALENDAR or (low in OPENERS and word[0].isupper() and (not words or low in _CUTS))


def _titled(text: str, at: int, words: list[str], opens: bool) -> Run | None:
    """Part a run into title and name, looking at the words before it too; None if it is all title."""
    surface_end = at + len(" ".join(words))
    last = last_title(words)
    if last == len(words) - 1:
        return None
    title, name = " ".join(words[: last + 1]), words[last + 1 :]
    while name and name[0][0].islower() and "-" not in name[0]:
        name = name[1:]
    if not name or (len(name) == 1 and len(name[0].strip(".")) < 2):
        return None
    start = surface_end - len(" ".join(name))
    titled = at
    if not title and (before := _TITLE_BEFORE.search(text, max(0, at - 40), at)):
        parts = before.group(1).split()
        if parts[-1].lower() in TITLES:
            title = parts[-1] if len(parts) == 1 or parts[0].lower() in OPENERS else before.group(1)
            titled = at - 1 - len(title)
    previous = text[max(0, at - 16) : at].split()
    after = _WORDS_AFTER.match(text, surface_end)
    return Run(
        start,
        surface_end,
        name,
        title,
        titled,
        opens and not title,
        previous[-1].lower() if previous else "",
        after.group() if after else "",
    )


def last_title(words: list[str]) -> int:
    """Return the place of the last word of the title that opens `words`, or -1; "Cpl. Ann Leader" ends in a name."""
    at = [i for i, word in enumerate(words) if word.lower().strip(".") in TITLES]
    if len(at) > 1 and at[-1] == len(words) - 1 and at[-1] - at[-2] > 1:
        return at[-2]
    return at[-1] if at else -1
