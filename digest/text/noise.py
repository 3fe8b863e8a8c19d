"""What stands in an article but is not its report: labelled spans over unchanged text, found once, nothing deleted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .dateline import dateline
from .words import normal, tokens

_HEADING_WORDS = 12
_HEADLINE_WORDS = 20
_OPENING = 12
"""Characters in which a caption and its repeat are alike to the letter."""


class NoiseKind(StrEnum):
    """The kinds of noise, by what they are to a reader."""

    PROMO = "promo"
    """"READ MORE: …" and its kin."""
    SOURCE = "source"
    """"Source: … and agencies"."""
    CAPTION = "caption"
    """A picture's caption, its repeat and its credit."""
    HEADING = "heading"
    """A line between paragraphs that is no sentence."""
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Noise:
    """`text[start:end]` is noise of that kind."""

    start: int
    end: int
    kind: NoiseKind


_PROMO = re.compile(
    r"(?:read (?:more|also|next|the full)|also read|related(?: stories| articles| news)?|see also|more on this"
    r"|more from|watch|listen|subscribe|sign up|follow us|lesen sie (?:auch|mehr)|mehr zum thema|siehe auch"
    r"|à lire aussi|lire aussi|a lire aussi|lire la suite|lea también|leer más|te puede interesar|vea también)\b"
    r"(?:\s*[:|>»]|[^.!?]{0,80}$)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:sources?|quellen?|fuentes?)\s*:\s*\S|\(?(?:additional )?(?:reporting|writing|editing) by [A-ZÀ-Þ]",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\(?\b(?:photo|foto|image|picture|video|credit|file photo|bild)s?\s*(?:by\b|:|/|©|credit)[^.]{2,60}\)?\s*$", re.I
)
_CREDIT_END = re.compile(
    r"(?:\((?:[A-Z]{2,6}|Reuters|[^()]{0,30}(?:Photo|Images|Getty|File|/)[^()]{0,30})\)|\[[A-Z]{2,6}\])\s*$"
)
_BYLINE = re.compile(r"(?:by|von|par|por)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_LOWER = re.compile(r"\b[a-zß-ÿ]{3,}\b")
_STAMP_WORD = re.compile(
    r"\b(?:updated?|published|posted|last|modified|on|at|of|the|[ap]\.?m\.?|gmt|utc|[ecmp][sd]?t|bst|cest|cet|first|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|"
    r"september|october|november|december)\b\.?|\d+(?:st|nd|rd|th)?",
    re.IGNORECASE,
)
_STAMP_OPENING = re.compile(r"(?:UPDATED?\b[^-–—\n]{0,24}(?:--|[–—])|(?:UPDATED?|Updated):)\s*")
_ENDS = re.compile(r"[.!?…:;,)\]]\W*$")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the non-empty lines of `text`, without the white space around them."""
    return tuple(
        (m.start() + len(m.group()) - len(m.group().lstrip()), m.start() + len(m.group().rstrip()))
        for m in re.finditer(r"[^\n]+", text)
        if m.group().strip()
    )


@lru_cache(maxsize=64)
def noise(text: str) -> tuple[Noise, ...]:
    """Return what is not report, in order and without overlaps."""
    lines = paragraphs(text)
    whole = {line: kind for i, line in enumerate(lines) if (kind := _whole_line(text, lines, i))}
    first = next((line for line in lines if line not in whole), None)
    if first and len(lines) > 1 and _is_headline(text, first):
        later = (line for line in lines if line not in whole and line != first)
        opening = {first, next(later, first)}
    else:
        opening = {first} if first else set()
    found = []
    for line in lines:
        if line in whole:
            found.append(Noise(*line, whole[line]))
        else:
            found.extend(_opening(text, line, line in opening))
    return tuple(found)


def headline(text: str) -> tuple[int, int] | None:
    """Return the span of the headline line that opens `text`, or None if it opens with a sentence."""
    lines = paragraphs(text)
    rest = [line for i, line in enumerate(lines) if not _whole_line(text, lines, i)]
    return rest[0] if len(rest) > 1 and _is_headline(text, rest[0]) else None


def body(text: str) -> str:
    """Return the report alone, noise left out, one line a paragraph: for reading and for measuring."""
    kept, at = [], 0
    for part in noise(text):
        kept.append(text[at : part.start])
        at = part.end
    kept.append(text[at:])
    lines = (line.strip() for line in "".join(kept).split("\n"))
    return "\n".join(line for line in lines if line)


def _whole_line(text: str, lines: tuple[tuple[int, int], ...], i: int) -> NoiseKind | None:
    """Say what kind of noise the whole line is, if it is."""
    line = normal(text[slice(*lines[i])])
    words = len(line.split())
    if _PROMO.match(line) and words <= 30:
        return NoiseKind.PROMO
    if _SOURCE.match(line) and words <= 12:
        return NoiseKind.SOURCE
    if _is_stamp(line):
        return NoiseKind.TIMESTAMP
    if words <= 12 and _BYLINE.match(line) and not _ENDS.search(line) and len(_LOWER.findall(line)) <= 2:
        return NoiseKind.BYLINE
    if _is_caption(text, lines, i):
        return NoiseKind.CAPTION
    if 0 < i < len(lines) - 1 and _is_heading(line):
        before_all_noise = all(_is_stamp(normal(text[slice(*other)])) for other in lines[:i])
        return None if before_all_noise else NoiseKind.HEADING
    return None


def _is_stamp(line: str) -> bool:
    return (
        len(line) <= 90 and any(c.isdigit() for c in line) and not re.search(r"[^\W\d_]{2}", _STAMP_WORD.sub(" ", line))
    )


def _is_caption(text: str, lines: tuple[tuple[int, int], ...], i: int) -> bool:
    line = normal(text[slice(*lines[i])])
    if len(line) > 400 or line.startswith('"'):
        return False
    if _CREDIT_END.search(line) or _CREDIT.search(line):
        return True
    around = [normal(text[slice(*lines[k])]) for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    alike = [other for other in around if other[:_OPENING] == line[:_OPENING]]  # reading words costs more
    here = _without_credit(line) if alike else ()
    return len(here) > 3 and any(here == _without_credit(other) for other in alike)


def _without_credit(line: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(_CREDIT_END.sub("", line)))


def _is_heading(line: str) -> bool:
    if len(line.split()) > _HEADING_WORDS or line.count('"') % 2:
        return False
    return not _ENDS.search(line) and bool(re.match(r"""["'¿¡]?[A-ZÀ-Þ0-9]""", line))


def _is_headline(text: str, line: tuple[int, int]) -> bool:
    shown = normal(text[slice(*line)])
    return len(shown.split()) <= _HEADLINE_WORDS and not re.search(r"[.!…:;,]\W*$", shown) and dateline(shown) is None


def _opening(text: str, line: tuple[int, int], first: bool) -> Iterator[Noise]:
    """Yield the dateline or update mark that opens a paragraph."""
    start, end = line
    if stamp := _STAMP_OPENING.match(text[start:end]):
        yield Noise(start, start + stamp.end(), NoiseKind.TIMESTAMP)
        start += stamp.end()
    if first and (found := dateline(text[start:end])):
        yield Noise(start + found.start, start + found.end, NoiseKind.DATELINE)
