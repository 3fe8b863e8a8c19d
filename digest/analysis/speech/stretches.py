"""Where text stands between quotation marks, however they are drawn, and when one of a pair is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile('["“”„‟«»]{1,2}')
_MOST_MARKS = 4_000
_LONGEST_JOIN = 4_000
_BEFORE_OPENING = " \t\u00a0\n([{—–-/:'‘“\"„«»,：，。、（"
_OPENING = "“„«"


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` stands between quotation marks; `outer_start:outer_end` holds the marks too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    """False for a paragraph of a running quotation, which ends without a mark."""


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    line: int
    char: str
    opens: bool
    closes: bool
    glued: bool
    """A straight mark between two words, so that the state alone tells which side it stands on."""


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the outermost quoted stretches in order, without overlaps.

    A paragraph that opens with a mark and has none at its end is a stretch of its own when the next paragraph opens
    with one too; a stretch goes on over line breaks when the first mark after them closes it. An opening mark that
    nothing closes inside a paragraph opens nothing. Marks beyond the 4,000th are not read.
    """
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    marks = list(_marks(text, lines))
    by_line: dict[int, list[_Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    found: list[Stretch] = []
    pending: _Mark | None = None
    for number, (_, end) in enumerate(lines):
        row = by_line.get(number, [])
        stack = [pending] if pending else []
        if pending is None and not row:
            continue
        closed, left = _pair(row, stack)
        found.extend(Stretch(a.at + 1, b.at, a.at, b.at + 1) for a, b in closed)
        pending = None
        if left is not None:
            if _goes_on(text, left, lines, number, by_line):
                pending = left
            elif _runs_on(text, left, lines, number, by_line.get(number + 1, [])):
                found.append(Stretch(left.at + 1, end, left.at, end, closed=False))
    return tuple(sorted((s for s in found if text[s.start : s.end].strip()), key=lambda s: s.start))


def _marks(text: str, lines: list[tuple[int, int]]) -> Iterator[_Mark]:
    """Yield the quotation marks with the sides they can stand on, judged by their neighbours."""
    line = 0
    for count, match in enumerate(_MARK.finditer(text)):
        if count >= _MOST_MARKS:
            return
        for at in range(match.start(), match.end()):
            while lines[line][1] <= at:
                line += 1
            before = text[at - 1] if at else "\n"
            after = text[at + 1] if at + 1 < len(text) else "\n"
            if before == "=":
                continue  # an attribute of stray mark-up
            char = text[at]
            opens = before in _BEFORE_OPENING and not after.isspace()
            closes = not before.isspace()
            if char in "«»":  # French sets them off with spaces, German turns them round: the pair itself decides
                opens, closes = char == "«" or opens, True
            elif not opens and not closes:
                opens = closes = True
            yield _Mark(at, line, char, opens, closes, char == '"' and after.isalnum())


def _pair(row: list[_Mark], stack: list[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    """Pair the marks of one line; return the outermost pairs and the mark left open, if any."""
    pairs: list[tuple[int, _Mark, _Mark]] = []
    for mark in row:
        if _closes(mark, stack):
            pairs.append((len(stack), stack.pop(), mark))
        elif (mark.opens and mark.char != "”") or (not stack and (mark.opens or mark.glued)):
            stack.append(mark)
    if not stack:
        return [(a, b) for depth, a, b in pairs if depth == 1], None
    # Something was never closed: what was closed inside it counts, and only what stays open on its own can run on.
    inner = [(depth, a, b) for depth, a, b in pairs if depth <= len(stack) + 1]
    kept: list[tuple[_Mark, _Mark]] = []
    for _, a, b in sorted(inner, key=lambda pair: pair[1].at):
        if not kept or a.at > kept[-1][1].at:
            kept.append((a, b))
    last = stack[-1]
    return kept, None if any(b.at > last.at for _, b in kept) else last


def _closes(mark: _Mark, stack: list[_Mark]) -> bool:
    if not stack or not mark.closes:
        return False
    opened = stack[-1].char
    if mark.char in "”‟" or (mark.char == "“" and opened == "„"):
        return True
    if mark.char in "«»":
        return mark.char != opened and opened in "«»„"
    return not mark.opens or mark.char == '"'


def _goes_on(
    text: str, left: _Mark, lines: list[tuple[int, int]], number: int, by_line: dict[int, list[_Mark]]
) -> bool:
    """Tell whether the next mark after the line break closes what `left` opened."""
    for later in range(number + 1, len(lines)):
        if lines[later][0] - left.at > _LONGEST_JOIN:
            return False
        row = by_line.get(later)
        if row:
            first = row[0]
            return first.closes and not (first.opens and first.char != "”") and first.char not in "“„"
    return False


def _runs_on(text: str, left: _Mark, lines: list[tuple[int, int]], number: int, following: list[_Mark]) -> bool:
    """Tell a running quotation: it opens the line, or a sentence of it while the next line opens with a mark too."""
    before = text[lines[number][0] : left.at].rstrip()
    if left.line != number or (before and before[-1] not in '.,:;!?…»”"'):
        return False
    return not before or (bool(following) and not text[lines[number + 1][0] : following[0].at].strip())
