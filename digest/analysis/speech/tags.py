"""The clauses beside a quotation that say who speaks: tags behind it, introductions before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lexicon.speech_verbs import FOREIGN, STRONG, VERBS
from .subjects import Span, main_subject, opens_phrase, subject_after, subject_before

_WORD = re.compile(r"[^\W\d_]+")
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
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_FOREIGN_PERFECT = re.compile(r"(?:a|ont|ha|han|avait|hat)(?:-t-il|-t-elle)?\s+(?:\w+m[e]nt\s+)?([^\W\d_]+)")
_NEAR = 6
"""No other clause fits into so few words."""
_REACH = 1_000
"""No clause is longer than so many characters."""


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


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the words beside a stretch stand."""

    low: int
    """The text before the stretch begins here: its sentence or the stretch before."""
    sentence: int
    """The sentence that holds its opening mark begins here."""
    high: int
    """The text behind it ends here."""
    end: int
    """The sentence that holds its closing mark ends here."""
    index: int
    """Which sentence it is."""
    paragraph: int


def introduction(plain: str, frame: Frame, end: int) -> Found | None:
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
    verbs = [m for m in _WORD.finditer(plain, max(low, end - _REACH), end) if m.group() in VERBS]
    for match in verbs:
        if plain[match.end()] == "," and match.group() in STRONG and (found := _aside(plain, low, match)):
            return found
    if found := _nearest(plain, frame, verbs, end):
        return found
    if match := _ACCORDING.search(plain, low, end):
        span = subject_after(plain, match.end(), end)
        return Found(span, "before", match.span(), near=True) if span else None
    if span := trailing(plain, frame, end):
        return Found(span, "trailing")
    span = main_subject(plain, frame.sentence, end)
    return Found(span, "beside") if span else None


def _nearest(plain: str, frame: Frame, verbs: Sequence[re.Match[str]], end: int) -> Found | None:
    """Return the subject of the nearest verb of speech; behind a pronoun or relative clause, of the one before it."""
    low, second = frame.low, None
    for match in reversed(verbs):
        near = len(plain[match.end() : end].split()) <= _NEAR
        if (not near or second) and match.group() not in STRONG:
            continue
        if match.group() in _GO_ON and plain.startswith(" to ", match.end()):
            continue
        span = _subject(plain, frame, match)
        if span is None:
            continue
        found = Found(span, "before", match.span(), near=near)
        leans = _leans(plain[slice(*span)])
        if second is None and leans and not _introduces(plain, low, span[0], match.end(), end):
            second = found
        elif second is None or not leans:
            return found
    return second


def _subject(plain: str, frame: Frame, verb: re.Match[str]) -> Span | None:
    if verb.group().endswith("ing") and not _NAME_BEFORE.search(plain, frame.low, verb.start()):
        return main_subject(plain, frame.sentence, verb.start())
    span = subject_before(plain, frame.low, verb.start(), frame.sentence)
    if span is None and frame.low != frame.sentence:
        span = subject_before(plain, frame.sentence, verb.start())
    return span


def tag(plain: str, start: int, high: int, ending: str) -> Found | None:
    """Look for "X said", "said X", "according to X" right behind the stretch."""
    high = min(high, start + _REACH)
    while start < high and plain[start] in ' ,-"':
        start += 1
    if match := _FOREIGN_PERFECT.match(plain, start, high):
        span = subject_after(plain, match.end(), high) if match.group(1) in FOREIGN else None
        if span:
            return Found(span, "after", match.span(1))
    if found := _relayed(plain, start, high, start, "after"):
        return found
    if match := _ACCORDING.match(plain, start, high):
        span = subject_after(plain, match.end(), high)
        return Found(span, "after", match.span()) if span else None
    for match in _WORD.finditer(plain, start, high):
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
        if span is None or (ending in ".?!" and not ends_tag(plain, match.end(), high, ending)):
            return None
        if not plain[start : span[0]].strip(" ,") or (known and opens and span[1] - start < 200):
            return Found((start, span[1]), "after", match.span())
        return None
    return None


def ends_tag(plain: str, end: int, high: int, ending: str) -> bool:
    """Tell "X said." from the opening of a new statement, "X said he would come."."""
    if ending == "." and (high - end > 40 or plain[high - 1] != "."):
        return False
    following = _WORD.match(plain, end + 1, high)
    word = following.group().lower() if following else ""
    return (
        not word or word in _AFTER_TAG or word.endswith("ly") or (following is not None and word != following.group())
    )


def trailing(plain: str, frame: Frame, start: int) -> Span | None:
    """Look for ", X said" later in the sentence."""
    for match in _WORD.finditer(plain, start, min(frame.end, start + _REACH)):
        if match.group() in STRONG and not match.group().endswith("ing"):
            comma = plain.rfind(",", start, match.start())
            span = subject_before(plain, comma + 1, match.start()) if comma >= 0 else None
            if span and not plain[comma + 1 : span[0]].strip() and ends_tag(plain, match.end(), frame.end, ","):
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
