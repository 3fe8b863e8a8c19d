"""Who is credited and where a report was written, as its dateline and source line say."""

import re
from dataclasses import dataclass
from datetime import date

from ..text import Dateline, NoiseKind, clean_line, dateline, noise, paragraphs

_SOURCE = re.compile(r"^\W*(?:sources?|quellen?|fuentes?)\s*:\s*(?P<names>.+)$", re.IGNORECASE)
_SOURCE_WORD = re.compile(r"(?:sources?|quellen?|fuentes?)\s*:", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|/|\band\b|\bund\b|\by\b|\bet\b|&)\s*", re.IGNORECASE)
_AGENCIES = re.compile(r"agenc(?:y|ies)|agenturen|agencias|agences|wires?|news services", re.IGNORECASE)
# A name run together keeps its capitals: "TRTWorld" is "TRT World", "NordWire" is "Nord Wire".
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_INITIALS = 4
"""A name in capitals of up to so many letters is spoken as letters: "AFP"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What the text itself says of its making; empty where it does not."""

    outlet: str = ""
    agency: str = ""
    place: str = ""
    day: date | None = None
    """The full date of its dateline."""
    month_day: tuple[int, int] | None = None
    """Month and day, where the dateline has no year."""


def credit(text: str) -> Credit:
    """Return who and where a text says it is from.

    A source line names outlet and agencies ("Source: NordWire and agencies"); a dateline place, agency and date.
    """
    outlet, agencies = _source_line(text)
    line = _dateline(text)
    if line is None:
        return Credit(outlet=outlet, agency=agencies)
    agency = _usual_case(line.agency)
    return Credit(
        outlet=outlet,
        agency=agency or agencies,
        place=line.place,
        day=date.fromisoformat(line.iso) if _is_date(line.iso) else None,
        month_day=line.day,
    )


def _source_line(text: str) -> tuple[str, str]:
    if not _SOURCE_WORD.search(text):  # as in most texts, and what is noise takes a hundred times as long to tell
        return "", ""
    for part in reversed(noise(text)):
        match = _SOURCE.match(text[part.start : part.end]) if part.kind is NoiseKind.SOURCE else None
        if match:
            names = [name for name in _AND.split(clean_line(match["names"], 120)) if name]
            agencies = [name for name in names if _AGENCIES.search(name)]
            outlets = [name for name in names if name not in agencies]
            named = _RUN_TOGETHER.sub(" ", outlets[0].rstrip(".")) if outlets else ""
            return named, ", ".join(agencies + outlets[1:])
    return "", ""


def _dateline(text: str) -> Dateline | None:
    return next((found for start, end in paragraphs(text)[:4] if (found := dateline(text[start:end]))), None)


def _usual_case(agency: str) -> str:
    """Return "Reuters" for "REUTERS", "Nord Wire" for "NORD WIRE", but "AFP" for "AFP"."""
    words = agency.split()
    if agency.isupper() and any(len(word) > _INITIALS for word in words):
        return " ".join(word.capitalize() for word in words)
    return agency


def _is_date(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
