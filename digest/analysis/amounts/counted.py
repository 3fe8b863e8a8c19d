"""What stands behind a number: the noun phrase it counts, without a parser."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...text import Token
from ..lexicon.kin import concept
from ..lexicon.predicates import lexicon
from ..lexicon.units import PERSON, is_currency, is_measure, role_of, unit_of
from .numbers import Number

STOP = frozenset(
    "of in on at by for from to with and or but that which who whom whose as if than then while when after before"
    " since until during into onto over under between among against about around through the a an this these those his"
    " her its their our my your is are was were be been being has have had do does did will would could should may"
    " might must can not no nor so yet also only just each both all any he she it they we i you there here how why"
    " what said says told say still already now more less most least per off out up down away back later earlier ago"
    " because near amid without toward towards across along worth together apart alone ahead instead again too"
    " altogether overnight".split()
)
_OWNERS = frozenset({"the", "his", "her", "their", "its", "these", "those"})
_LONGEST = 5
_SIGN = re.compile(r"\s?(%|per cent\b|percent\b|km\b|kg\b|m\b|ft\b)")
_SHARE_OF = re.compile(r"\s(?:of|in)\s")
_OUT_OF = re.compile(r"\s(?:out )?of (?:the |its |his |her |their )?\d[\d,]* (?!per|of)([a-z][\w-]+)")
""""74 of the 140 seats": both numbers count seats."""
_OF_THOSE = re.compile(r" of (?:the|these|those|its|his|her|their)\b")
_NO_VERBS = frozenset({"hundred", "building", "united", "buildings"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun: where its phrase ends, its unit class (or nothing), the stems of the phrase."""

    end: int
    unit: str
    subject: tuple[str, ...]


def counted(plain: str, behind: Sequence[Token], number: Number) -> Counted:
    """Return the noun phrase behind a number: up to five words, ended by a preposition, a verb or a mark.

    `behind` are the words that follow the number.
    """
    sign = _SIGN.match(plain, number.end)
    if sign and plain[number.end - 1].isdigit():
        unit = unit_of(sign[1]) if sign[1][0] in "kmf" else "%"
        return Counted(sign.end(), unit, _share_of(plain, behind, sign.end()))
    if ratio := _OUT_OF.match(plain, number.end):
        return Counted(number.end, unit_of(ratio[1]), (concept(ratio[1]),))
    phrase: list[Token] = []
    at = number.end
    part = number.form in {"share", "zero"} or bool(_OF_THOSE.match(plain, number.end))
    vague = plain[number.start : number.end].lower().endswith("s")
    for token in behind:
        if plain[at : token.start].strip() not in {"", '"'} or len(phrase) == _LONGEST:
            break
        if token.text == "of" and not phrase and (part or vague):
            at = token.end  # "hundreds of people", "half of the army"
            continue
        if token.text[0].isdigit():
            break
        if token.text in STOP and not (token.text in _OWNERS and part and not phrase):
            break
        if (phrase or number.form == "ordinal") and (role_of(token.text) or _looks_like_verb(token.text)):
            break
        phrase.append(token)
        at = token.end
        if is_measure(token.text) or is_currency(token.text):
            break
    return _read(plain, behind, number, phrase)


def _read(plain: str, behind: Sequence[Token], number: Number, phrase: list[Token]) -> Counted:
    phrase = [token for token in phrase if token.text not in _OWNERS]
    if not phrase:
        return Counted(number.end, "", ())
    first = phrase[0]
    if len(phrase) == 1 and role_of(first.text) and unit_of(first.text) != PERSON:
        return Counted(number.end, "", ())
    if is_currency(first.text):
        return Counted(first.end, unit_of(first.text), ())
    if is_measure(first.text):
        return Counted(first.end, unit_of(first.text), _share_of(plain, behind, first.end))
    persons = [token for token in phrase if unit_of(token.text) == PERSON]
    head = persons[-1] if persons else phrase[-1]
    if not persons and plain[head.start].isupper() and not head.text.endswith("s"):
        return Counted(number.end, "", ())  # "10 Downing Street": a name is not counted
    subject = tuple(sorted({concept(token.text) for token in phrase if token.end <= head.end}))
    return Counted(head.end, unit_of(head.text.split("'")[0]), subject)


def _share_of(plain: str, behind: Sequence[Token], end: int) -> tuple[str, ...]:
    """Return the stems of what a share is a share of: "80 percent of votes"."""
    match = _SHARE_OF.match(plain, end)
    if not match:
        return ()
    kept = []
    for token in [token for token in behind if token.start >= match.end()][:4]:
        if token.text in STOP - _OWNERS:
            break
        if token.text not in STOP:
            kept.append(concept(token.text))
    return tuple(sorted(kept))


def _looks_like_verb(word: str) -> bool:
    if len(word) > 4 and word.endswith(("ed", "ing")):
        return word not in _NO_VERBS
    known = lexicon().get((word,))
    return known is not None and known.verb != word and not word.endswith("s")
