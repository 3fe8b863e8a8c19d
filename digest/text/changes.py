"""What changed from one version of a text to the next, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

_WORD = re.compile(r"\n|[^\s]+")
_LEAST = 3
"""Fewer equal words between two changes are chance ("of the") and read better as part of the change."""


class ChangeKind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words with what became of it."""

    kind: ChangeKind
    text: str


def changes(before: str, after: str) -> tuple[tuple[Change, ...], ...]:
    """Return the paragraphs that changed, came or went, each as its runs of words in reading order.

    Words are compared as they are written, blanks and empty lines are not. Where words were replaced, those that went
    stand before those that came.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[tuple[Change, ...]] = []
    gone: list[str] = []
    come: list[str] = []
    for step in _steps(old, new):
        if step.tag == "equal":
            found.extend(_changed(gone, come))
            gone, come = [], []
        else:
            gone += old[step.src_start : step.src_end]
            come += new[step.dest_start : step.dest_end]
    return (*found, *_changed(gone, come))


def _steps(old: Sequence[str], new: Sequence[str]) -> "Opcodes":
    from rapidfuzz.distance import LCSseq  # imported where an edit is looked at: most commands look at none

    return LCSseq.opcodes(old, new)


def _paragraphs(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _changed(gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[Change, ...]]:
    """Yield what became of paragraphs that stood in one place."""
    runs: list[Change] = []
    for kind, words in _runs(_WORD.findall("\n".join(gone)), _WORD.findall("\n".join(come))):
        for number, part in enumerate(" ".join(words).split("\n")):
            if number and kind is not ChangeKind.GONE:
                if runs:
                    yield tuple(runs)
                runs = []
            if part.strip():
                runs.append(Change(kind, part.strip()))
    if runs:
        yield tuple(runs)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[ChangeKind, list[str]]]:
    """Yield the runs of words, no short equal one between two changes."""
    gone: list[str] = []
    come: list[str] = []
    steps = _steps(old, new)
    last = len(steps) - 1
    for number, step in enumerate(steps):
        words = old[step.src_start : step.src_end]
        if step.tag == "equal" and (len(words) >= _LEAST or number in (0, last)):
            yield from _replaced(gone, come)
            yield ChangeKind.SAME, words
            gone, come = [], []
        else:
            gone += words
            come += new[step.dest_start : step.dest_end]
    yield from _replaced(gone, come)


def _replaced(gone: list[str], come: list[str]) -> Iterator[tuple[ChangeKind, list[str]]]:
    if gone:
        yield ChangeKind.GONE, gone
    if come:
        yield ChangeKind.NEW, come
