"""What a person is called at first mention: "President", "leader"; the title another outlet may not give."""

import re
from bisect import bisect_right

from ..model import Fact, Label
from .lexicon.name_words import TITLES
from .lexicon.units import PERSON, unit_of
from .names.people import Mention, People, key
from .prose import Prose

_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "the"})
_IN_FULL = {
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "cpl": "corporal",
    "maj": "major",
    "adm": "admiral",
    "rev": "reverend",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chair": "chairman",
    "premier": "minister",
}
"""Titles that are other spellings or forms of one title."""
_BEHIND = re.compile(
    r", (?:who (?:is|was) )?(?P<phrase>(?:the |an? |his |her |its )?[^,.;:()\"]{3,80}?)"
    r"(?=[,.;:]| (?:said|says|told|who)\b)"
)
_LONGEST = 12


def labels(prose: Prose, names: People) -> tuple[Fact, ...]:
    """Return the first mention of each person that says what they are, title and name in the span.

    The title stands before the name ("Mayor Petrel") or behind a comma after it ("Petrel, the mayor of Ostrin").
    """
    seen: set[str] = set()
    found = []
    starts = [where.start for where in prose.sentences]
    for mention in names.mentions:
        entity = key(mention)
        if not mention.person or entity in seen:
            continue
        index = bisect_right(starts, mention.start) - 1
        fact = _before(prose, mention, entity, index) or _after(prose, mention, entity, index)
        if index >= 0 and fact is not None:
            seen.add(entity)
            found.append(fact)
    return tuple(found)


def _before(prose: Prose, mention: Mention, entity: str, index: int) -> Fact | None:
    title = _office(mention.title)
    if not title:
        return None
    start = mention.titled_start
    return Fact(start, mention.end, prose.text[start : mention.end], Label(entity, title), index, 1)


def _after(prose: Prose, mention: Mention, entity: str, index: int) -> Fact | None:
    found = _BEHIND.match(prose.plain, mention.end, prose.sentences[index].end)
    if found is None or len(found["phrase"].split()) > _LONGEST:
        return None
    words = found["phrase"].lower().split()
    title = next((word for word in words[:5] if word in TITLES or unit_of(word) == PERSON), "")
    if not title:
        return None
    text = prose.text[mention.start : found.end()].rstrip()
    return Fact(mention.start, mention.start + len(text), text, Label(entity, _IN_FULL.get(title, title)), index, 1)


def _office(title: str) -> str:
    """Return the last word of a title that says more than courtesy: "Belarusian President" is "president"."""
    words = [word.strip(".").lower() for word in title.split()]
    kept = [word for word in words if word not in _COURTESY]
    return _IN_FULL.get(kept[-1], kept[-1]) if kept else ""
