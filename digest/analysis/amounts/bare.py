"""Amounts that name nothing behind them: the words before say what they count ("the death toll rose to 44")."""

import re
from dataclasses import dataclass

from ..lexicon.units import PERSON, role_of, unit_of

_RISES_TO = r"\b[^.;:\"]{0,120}?\b(?:to|at|of|was|is|were|are|stands|stood|reached|passed|past|topped|exceeded|hit)\s$"
_TOLL = re.compile(r"\b(?:death|casualty) toll" + _RISES_TO, re.IGNORECASE)
_GATHERED = re.compile(r"\b(?:sample|crowd|attendance|audience|membership|workforce|headcount)" + _RISES_TO, re.I)
_NUMBER_OF = re.compile(r"\bnumber of (?:the |those |people |confirmed |new )*(?P<noun>[a-z]{3,})" + _RISES_TO, re.I)
_POPULATION = re.compile(
    r"\b(?:population (?:of|is|was)|(?:town|city|village|community|island|nation|country|port|capital|suburb) of)\s$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\bage\b(?: (?:limit|of|for [a-z ]{2,20}))?(?: from \d\d)?,? (?:to|of|from|at|is)\s$", re.IGNORECASE)
_RANK = re.compile(r"\b(?:placed|finish(?:ed|es)?|came|ranked|ranks|tied for|in|into)\s$", re.IGNORECASE)
_RANK_ENDS = re.compile(r"\s(?:place|spot|with|behind|in|at|among|to|overall|on)\b|[,.;]|$")
_AFTER = re.compile(r"[,.;:)\"]|$|\s(?:by|on|in|at|as|since|from|after|with|and|but|when|while|so|early|late|within)\b")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a bare number counts."""

    unit: str
    role: str


def meaning(before: str, plain: str, end: int) -> Meaning | None:
    """Return what a number counts by the words before it, where no noun follows it at `end`."""
    if not _AFTER.match(plain, end):
        return None
    if _TOLL.search(before):
        return Meaning(PERSON, "die")
    if found := _NUMBER_OF.search(before):
        role = role_of(found["noun"])
        return Meaning(PERSON if role else unit_of(found["noun"]), role)
    if _POPULATION.search(before) or _GATHERED.search(before):
        return Meaning(PERSON, "")
    return Meaning("year", "age") if _AGE.search(before) else None


def is_rank(before: str, plain: str, end: int) -> bool:
    """Tell whether an ordinal is a place: "came second", "tied for 2nd"."""
    return bool(_RANK.search(before) and _RANK_ENDS.match(plain, end))
