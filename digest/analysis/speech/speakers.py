"""Who says a quoted stretch: the mention beside it, or the speaker carried over from the stretch before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...text import Sentence, normal
from ..lexicon.speech_verbs import STRONG, VERBS
from .stretches import Stretch
from .subjects import subject_after, subject_before
from .tags import Found, Frame, ends_tag, introduction, tag, trailing

_WORD = re.compile(r"[^\W\d_]+")
_SIGNED = re.compile(r"\s*-+\s*([^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,4})\.?\s*(?:\n|$)")


def speakers(text: str, parts: Sequence[Sentence], quoted: Sequence[Stretch]) -> tuple[Found, ...]:
    """Return who says each of the `quoted` stretches; `parts` are the article's sentences."""
    plain = masked(text, quoted)
    frames = _frames(parts, quoted)
    found = [_direct(plain, text, *both) for both in zip(quoted, frames, strict=True)]
    for i, one in enumerate(found):
        if not one.how:
            found[i] = _carried(plain, parts, quoted[i], frames, found, i)
    return tuple(found)


def masked(text: str, quoted: Sequence[Stretch]) -> str:
    """Return `text` with plain marks, what stands between quotation marks blanked out, every place kept."""
    plain, at = normal(text), 0
    pieces: list[str] = []
    for stretch in quoted:
        pieces += (plain[at : stretch.start], "\x01" * (stretch.end - stretch.start))
        at = stretch.end
    return "".join(pieces) + plain[at:]


def _frames(parts: Sequence[Sentence], quoted: Sequence[Stretch]) -> list[Frame]:
    """Return for each stretch where the words beside it stand."""
    starts, ends = [part.start for part in parts], [part.end for part in parts]
    frames = []
    for i, stretch in enumerate(quoted):
        first = max(0, bisect_right(starts, stretch.outer_start) - 1)
        last = min(bisect_left(ends, stretch.outer_end), len(parts) - 1)
        low = starts[first] if parts else 0
        end = high = max(ends[last] if parts else 0, stretch.outer_end)
        following = parts[last + 1] if last + 1 < len(parts) else None
        if following and high - stretch.outer_end < 3 and following.paragraph == parts[last].paragraph:
            high = following.end  # "Why?" she asked.
        before = quoted[i - 1].outer_end if i else 0
        after = quoted[i + 1].outer_start if i + 1 < len(quoted) else high
        high = max(stretch.outer_end, min(high, after))
        frames.append(Frame(max(low, before), low, high, end, first, parts[first].paragraph if parts else 0))
    return frames


def _direct(plain: str, text: str, stretch: Stretch, frame: Frame) -> Found:
    ending = text[stretch.start : stretch.end].rstrip()[-1:]
    before = introduction(plain, frame, stretch.outer_start)
    if before and before.near and ending not in ",?!-—–":
        return before
    if not stretch.closed:
        return before or Found(None)
    found = tag(plain, stretch.outer_end, frame.high, ending)
    if found and not (before and before.near and found.verb and not ends_tag(plain, found.verb[1], frame.high, ",")):
        return found
    if before is None and ending not in ".?!" and (span := trailing(plain, frame, stretch.outer_end)):
        return Found(span, "trailing")
    return before or Found(None)


def _carried(
    plain: str,
    parts: Sequence[Sentence],
    stretch: Stretch,
    frames: Sequence[Frame],
    found: Sequence[Found],
    i: int,
) -> Found:
    """Take the speaker of the stretch before, or of the sentence before."""
    frame = frames[i]
    if match := _SIGNED.match(plain, stretch.outer_end):
        return Found(match.span(1), "after")
    if i and frames[i - 1].paragraph == frame.paragraph and found[i - 1].span:
        return Found(found[i - 1].span, "same", via=found[i - 1].via)
    if frame.index:
        previous = parts[frame.index - 1]
        verbs = [m for m in _WORD.finditer(plain, previous.start, previous.end) if m.group() in VERBS]
        for match in sorted(verbs[-8:], key=lambda m: m.group() not in STRONG):
            span = subject_before(plain, previous.start, match.start())
            if span := span or subject_after(plain, match.end(), previous.end):
                return Found(span, "carried")
    if i and found[i - 1].span and frames[i - 1].paragraph >= frame.paragraph - 1:
        return Found(found[i - 1].span, "carried", via=found[i - 1].via)
    return Found(None)
