"""Who says a quoted stretch: the mention beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Sentence, normal
from .speech import STRONG, VERBS
from .stretches import Stretch
from .subjects import Span, main_subject, opens_phrase, subject_after, subject_before

_VERB = re.compile(r"[^\W\d_]+")
_AFTER_TAG = frozenset(
    "in on at to during of when as after before while with from about monday tuesday wednesday thursday friday saturday"
    " sunday reporters earlier later again last this".split()
)
_QUOTED_AS = re.compile(
    r"\b(quoted|quotes|cited|cites)(?:\s+by\s+([^\",;:]{2,60}?)|\s+(?!by\b)([^\",;:]{2,80}?))?\s+as\s+(?:saying|telling|adding)\b"
)
_NAME_BEFORE = re.compile(r"\w [^\W\d_a-z]\w+ (?:\w+ly )?$")
_GO_ON = frozenset("begin begins began beginning continue continues continued continuing".split())
_NAMED_LINE = re.compile(
    r"(?:^|[.\n]\s*|\s-\s)([^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,4}(?: \([^()]{1,12}\))?):\s*\"?$"
)
_SIGNED = re.compile(r"\s*-+\s*([^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,4})\.?\s*(?:\n|$)")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")


@dataclass(frozen=True, slots=True)
class Found:
    """The mention that says a stretch and how it was found."""

    span: Span | None
    how: str = ""
    """"after", "before", "beside" (no verb of speech), "same" (as the stretch before), "carried" (from the paragraph
    before); empty if nobody was found."""
    verb: Span | None = None
    via: Span | None = None
    """Who relays it ("Belta quoted him as saying")."""
    near: bool = False
    """No other clause stands between the verb of speech and the mark."""


def speakers(text: str, parts: Sequence[Sentence], quoted: Sequence[Stretch]) -> tuple[Found, ...]:
    """Return who says each of the `quoted` stretches."""
    plain = masked(text, quoted)
    found: list[Found] = []
    frames = [_frame(parts, quoted, i) for i in range(len(quoted))]
    for i, stretch in enumerate(quoted):
        found.append(_direct(plain, text, stretch, frames[i]))
    for i in range(len(quoted)):
        if not found[i].how:
            found[i] = _carried(plain, parts, quoted, frames, found, i)
    return tuple(found)


def masked(text: str, quoted: Sequence[Stretch]) -> str:
    """Return `text` with plain marks, what stands between quotation marks blanked out, every place kept."""
    plain, at = normal(text), 0
    pieces: list[str] = []
    for stretch in quoted:
        pieces += (plain[at : stretch.start], "\x01" * (stretch.end - stretch.start))
        at = stretch.end
    return "".join(pieces) + plain[at:]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the words beside a stretch stand."""

    low: int
    """The text before the stretch begins here: its sentence or the stretch before."""
    sentence: int
    """The sentence that holds its opening mark begins here."""
    high: int
    """The text behind it ends here."""
    end: int
    """The sentence that holds its closing mark ends here."""
    paragraph: int


def _frame(parts: Sequence[Sentence], quoted: Sequence[Stretch], i: int) -> _Frame:
    stretch = quoted[i]
    first = next((p for p in reversed(parts) if p.start <= stretch.outer_start), None)
    last = next((p for p in parts if p.end >= stretch.outer_end), None)
    low = first.start if first else 0
    high = last.end if last else stretch.outer_end
    k = parts.index(last) if last else 0
    if last and high - stretch.outer_end < 3 and k + 1 < len(parts) and parts[k + 1].paragraph == last.paragraph:
        high = parts[k + 1].end
    before = quoted[i - 1].outer_end if i else 0
    after = quoted[i + 1].outer_start if i + 1 < len(quoted) else high
    return _Frame(
        max(low, before), low, max(stretch.outer_end, min(high, after)), high, first.paragraph if first else 0
    )


def _direct(plain: str, text: str, stretch: Stretch, frame: _Frame) -> Found:
    ending = text[stretch.start : stretch.end].rstrip()[-1:]
    before = _before(plain, frame, stretch.outer_start)
    if before and before.near and ending not in ",?!-—–":
        return before
    if not stretch.closed:
        return before or Found(None)
    found = _after(plain, stretch.outer_end, frame.high, ending)
    if found and not (before and before.near and found.verb and not _ends_tag(plain, found.verb[1], frame.high, ",")):
        return found
    if before is None and ending not in ".?!" and (span := _trailing(plain, frame, stretch.outer_end)):
        return Found(span, "trailing")
    return before or Found(None)


def _after(plain: str, start: int, high: int, ending: str) -> Found | None:
    """Look for "X said", "said X", "according to X" right behind the stretch."""
    while start < high and plain[start] in ' ,-"':
        start += 1
    if found := _relayed(plain, start, high, start, "after"):
        return found
    if match := _ACCORDING.match(plain, start, high):
        span = subject_after(plain, match.end(), high)
        return Found(span, "after", match.span()) if span else None
    for match in _VERB.finditer(plain, start, high):
        word = match.group()
        known = word in VERBS and not word.endswith("ing")
        if match.start() == start and (known or word.endswith("ed")):
            span = subject_after(plain, match.end(), high)
            return Found(span, "after", match.span()) if span and (known or ending in ",?!") else None
        if not known and not (word.endswith("ed") and ending in ",?!"):
            continue
        opens = opens_phrase(plain, start)
        if not opens and plain[match.start() - 2] == "," and (span := subject_after(plain, match.end(), high)):
            return Found(span, "after", match.span())
        span = subject_before(plain, start, match.start())
        if span is None and opens and match.start() > start:
            continue
        if span is None or (ending in ".?!" and not _ends_tag(plain, match.end(), high, ending)):
            return None
        if not plain[start : span[0]].strip(" ,") or (known and opens and span[1] - start < 200):
            return Found((start, span[1]), "after", match.span())
        return None
    return None


def _ends_tag(plain: str, end: int, high: int, ending: str) -> bool:
    """Tell "X said." from the opening of a new statement, "X said he would come."."""
    if ending == "." and (high - end > 40 or plain[high - 1] != "."):
        return False
    following = _VERB.match(plain, end + 1, high)
    word = following.group().lower() if following else ""
    return (
        not word or word in _AFTER_TAG or word.endswith("ly") or (following is not None and word != following.group())
    )


def _before(plain: str, frame: _Frame, end: int) -> Found | None:
    """Look for the verb of speech nearest before the stretch, in its sentence."""
    low = frame.low
    if not plain[low:end].strip(' ,-"'):
        return None
    if match := _NAMED_LINE.search(plain, low, end):
        return Found(match.span(1), "before", near=True)
    if plain[end - 2 : end].strip(" ") == "." and low != frame.sentence and (low == 0 or plain[low - 1] == '"'):
        return None  # what stands between is the tag of the stretch before
    if found := _relayed(plain, low, end, frame.sentence, "before"):
        return found
    second: Found | None = None
    verbs = [m for m in _VERB.finditer(plain, low, end) if m.group() in VERBS]
    for match in verbs:
        if plain[match.end()] == "," and match.group() in STRONG and (found := _aside(plain, low, match)):
            return found
    for match in reversed(verbs):
        near = len(plain[match.end() : end].split()) <= 6
        if (not near or second) and match.group() not in STRONG:
            continue
        if match.group() in _GO_ON and plain.startswith(" to ", match.end()):
            continue
        if match.group().endswith("ing") and not _NAME_BEFORE.search(plain, low, match.start()):
            span = main_subject(plain, frame.sentence, match.start())
        else:
            span = subject_before(plain, low, match.start(), frame.sentence)
            if span is None and low != frame.sentence:
                span = subject_before(plain, frame.sentence, match.start())
        if span is None:
            continue
        found = Found(span, "before", match.span(), near=near)
        if second is None and _leans(plain[slice(*span)]) and not _introduces(plain, low, span[0], match.end(), end):
            second = found
        elif second is None or not _leans(plain[slice(*span)]):
            return found
    if second:
        return second
    if match := _ACCORDING.search(plain, low, end):
        span = subject_after(plain, match.end(), end)
        return Found(span, "before", match.span(), near=True) if span else None
    if span := _trailing(plain, frame, end):
        return Found(span, "trailing")
    span = main_subject(plain, frame.sentence, end)
    return Found(span, "beside") if span else None


def _trailing(plain: str, frame: _Frame, start: int) -> Span | None:
    """Look for ", X said" later in the sentence."""
    for match in _VERB.finditer(plain, start, frame.end):
        if match.group() in STRONG and not match.group().endswith("ing"):
            comma = plain.rfind(",", start, match.start())
            span = subject_before(plain, comma + 1, match.start()) if comma >= 0 else None
            if span and not plain[comma + 1 : span[0]].strip() and _ends_tag(plain, match.end(), frame.end, ","):
                return span
    return None


def _aside(plain: str, low: int, verb: re.Match[str]) -> Found | None:
    """Return the speaker named by a tag between commas: ", X said, "."""
    span = subject_before(plain, low, verb.start())
    if span and plain[low : span[0]].rstrip().endswith(","):
        return Found(span, "before", verb.span(), near=True)
    return None


def _relayed(plain: str, low: int, high: int, sentence: int, how: str) -> Found | None:
    """Find "Belta quoted Mr Lee as saying" and "Mr Lee was quoted by Belta as saying": Mr Lee, via Belta."""
    match = _QUOTED_AS.search(plain, low, high)
    if match is None:
        return None
    verb = match.span(1)
    subject = subject_before(plain, low, verb[0], sentence)
    if match.group(3):
        return Found(match.span(3), how, verb, via=subject, near=True)
    by = match.span(2) if match.group(2) else None
    return Found(subject, how, verb, via=by, near=True) if subject else None


def _introduces(plain: str, low: int, start: int, verb_end: int, end: int) -> bool:
    """Tell a clause of its own right before the mark: ", she said: "."""
    before = plain[low:start].rstrip()
    return plain[verb_end:end].strip(' "') == ":" and (not before or before[-1] in ',."')


def _leans(mention: str) -> bool:
    """Tell a pronoun or relative clause, behind which the sentence may name a speaker."""
    return mention.lower() in ("he", "she", "they", "it") or mention.endswith((" who", " that", " which"))


def _carried(
    plain: str,
    parts: Sequence[Sentence],
    quoted: Sequence[Stretch],
    frames: Sequence[_Frame],
    found: Sequence[Found],
    i: int,
) -> Found:
    """Take the speaker of the stretch before, or of the sentence before."""
    frame = frames[i]
    if match := _SIGNED.match(plain, quoted[i].outer_end):
        return Found(match.span(1), "after")
    if i and frames[i - 1].paragraph == frame.paragraph and found[i - 1].span:
        return Found(found[i - 1].span, "same")
    k = next((k for k, p in enumerate(parts) if p.start == frame.sentence), 0)
    if k:
        previous = parts[k - 1]
        verbs = [m for m in _VERB.finditer(plain, previous.start, previous.end) if m.group() in VERBS]
        for match in sorted(verbs, key=lambda m: m.group() not in STRONG):
            span = subject_before(plain, previous.start, match.start()) or subject_after(
                plain, match.end(), previous.end
            )
            if span:
                return Found(span, "carried")
    if i and found[i - 1].span and frames[i - 1].paragraph >= frame.paragraph - 1:
        return Found(found[i - 1].span, "carried")
    if k:
        span = main_subject(plain, parts[k - 1].start, parts[k - 1].end)
        if span:
            return Found(span, "carried")
    return Found(None)
