"""Who says a quoted stretch: the mention beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Sentence, normal
from .names import People
from .speech import STRONG, VERBS
from .stretches import Stretch
from .subjects import Span, main_subject, opens_phrase, subject_after, subject_before

_VERB = re.compile(r"[^\W\d_]+")
_UNRESOLVED = frozenset("they it we i you who one another someone others everyone that this er sie il elle".split())
_HEAD_END = re.compile(r"[,(—–]| - ")
_LINK = re.compile(r"\b(?:of|for|to|from|in|at|with)\b")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BARE_TITLE = re.compile(r"^[Tt]he (\w+)$")
_AFTER_TAG = frozenset(
    "in on at to during of when as after before while with from about monday tuesday wednesday thursday friday saturday"
    " sunday reporters earlier later again last this".split()
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
    via: str = ""
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


def who(text: str, parts: Sequence[Sentence], named: People, found: Found) -> str:
    """Return whom the mention means, in the fullest form the article gives; empty if a pronoun stays unresolved."""
    if found.span is None:
        return ""
    start, end = found.span
    surface = text[start:end]
    low = surface.lower()
    if low in ("he", "she"):
        k = next((k for k, p in enumerate(parts) if p.end > start), 0)
        return named.pronoun(low, start, parts[max(0, k - 1)].start if parts else 0)
    if low in _UNRESOLVED:
        return ""
    head = _HEAD_END.split(surface, maxsplit=1)[0]
    inside = named.within(start, start + len(head))
    if (link := _LINK.search(head)) and (not inside or link.end() < inside[0].start - start or not inside[-1].person):
        return _described(head)
    if inside:
        last = inside[-1]
        if head[last.end - start :].strip(" .'s’") == "":
            return last.name
    if match := _BARE_TITLE.match(head):
        return named.holder(match.group(1), start) or _described(head)
    return _described(head)


def _described(head: str) -> str:
    return _ARTICLE.sub("", head).strip()


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
    return _Frame(max(low, before), low, max(stretch.outer_end, min(high, after)), first.paragraph if first else 0)


def _direct(plain: str, text: str, stretch: Stretch, frame: _Frame) -> Found:
    ending = text[stretch.start : stretch.end].rstrip()[-1:]
    before = _before(plain, frame, stretch.outer_start)
    if before and before.near and ending not in ",?!-—–":
        return before
    if stretch.closed and (found := _after(plain, stretch.outer_end, frame.high, ending)):
        if not (before and before.near and found.verb and not _ends_tag(plain, found.verb[1], frame.high, ",")):
            return found
    return before or Found(None)


def _after(plain: str, start: int, high: int, ending: str) -> Found | None:
    """Look for "X said", "said X", "according to X" right behind the stretch."""
    while start < high and plain[start] in ' ,-"':
        start += 1
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
    return following is None or following.group() in _AFTER_TAG


def _before(plain: str, frame: _Frame, end: int) -> Found | None:
    """Look for the verb of speech nearest before the stretch, in its sentence."""
    low = frame.low
    if not plain[low:end].strip(' ,-"'):
        return None
    if match := _NAMED_LINE.search(plain, low, end):
        return Found(match.span(1), "before", near=True)
    second: Found | None = None
    for match in reversed([m for m in _VERB.finditer(plain, low, end) if m.group() in VERBS]):
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
        if second is None and _leans(plain[slice(*span)]):
            second = found
        elif second is None or not _leans(plain[slice(*span)]):
            return found
    if second:
        return second
    span = main_subject(plain, frame.sentence, end)
    return Found(span, "beside") if span else None


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
        for match in reversed(verbs):
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
