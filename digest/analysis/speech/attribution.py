"""Who says so: the reporting clauses of an article with their chain of sources and their hedge."""

import re
from collections.abc import Iterator, Sequence

from ...model import Attribution, Fact
from ...text import Noise, Sentence, noise, sentences
from ..lexicon.speech_verbs import HEDGING, REPORTING
from ..names.people import People, people, same
from .referents import Referents
from .speakers import masked
from .stretches import Stretch, stretches
from .subjects import Span, subject_after, subject_before

_WORD = re.compile(r"[^\W\d_]+")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_AS_SAYING = re.compile(r"\s+(?!by\b)([^\",;:.]{2,60}?)\s+as\s+saying\b")
_SAID_BY = re.compile(r"\s+(?:by\s+([^\",;:.]{2,60}?)\s+)?as\s+saying\b")
_WHAT_SAID = re.compile(
    r"\b[Ww]hat\s+([\w.' -]{2,40}?)\s+(?:said|says|called|calls|described as|claimed|claims)\s+(?:was|were|is|are)?\b"
)
_CLAUSE_END = re.compile(r"[,;:]|(?<!\bMr)(?<!\bMs)(?<!\bDr)\.(?=\W|$)|\s-\s")
_PUT_AT = re.compile(r"\s+(?:the|its|their)\s[^,;:.]{3,60}\sat\b")
_DENIES_SAYING = re.compile(r"(?:n't|\bnot|\bdeclined|\brefused|\bnever|\band)\b")
_RECIPIENT = re.compile(
    r"\s+((?:(?:the|an?|state|local)\s+)?(?:(?:[^\W\d_a-z][\w'.&-]*|reporters|journalists|lawmakers|investigators"
    r"|news|agency|radio|television|newspaper|magazine|media)(?:\s+|(?=\W)|$)){1,6})"
)
_TOO_FAR = 160
_LONGEST_SENTENCE = 2_000
"""What is longer is a list or a table, no sentence."""


def attributions(
    text: str,
    parts: Sequence[Sentence] | None = None,
    left_out: tuple[Noise, ...] | None = None,
    named: People | None = None,
) -> tuple[Fact, ...]:
    """Return the reporting clauses outside quotation marks ("the agency reported", "officials said") in order.

    The last three are `sentences(text)`, `noise(text)` and `people(text)`, for callers that have them already. A clause
    whose subject is a pronoun or that tags a quotation counts 1, else 2. A clause whose source stays open is left out.
    """
    left_out = noise(text) if left_out is None else left_out
    parts = sentences(text, left_out) if parts is None else parts
    named = people(text, left_out) if named is None else named
    quoted = stretches(text)
    reader = _Reader(text, parts, named, quoted)
    facts = [fact for index in range(len(parts)) for fact in reader.read(index)]
    return tuple(sorted(facts, key=lambda fact: fact.start))


def chain_for(facts: Sequence[Fact], start: int, end: int) -> Attribution | None:
    """Return who answers for the sentence `text[start:end]`, the nearest source first, or None if nobody is named.

    `facts` are the article's attributions. A tag at the sentence's end relays what stands before it: "Lee said he had
    agreed, the agency reported" is (agency, Lee).
    """
    inside = [f for f in facts if start <= f.start < end and isinstance(f.value, Attribution)]
    if not inside:
        return None
    values = [f.value for f in inside if isinstance(f.value, Attribution)]
    tags = [i for i, f in enumerate(inside) if end - f.end < 4 and i > 0]
    order = [values[i] for i in tags] + [v for i, v in enumerate(values) if i not in tags and i == 0]
    chain: list[str] = []
    for value in order:
        chain += [name for name in value.chain if name not in chain]
    hedge = next((value.hedge for value in values if value.hedge), "")
    return Attribution(tuple(chain), hedge)


def same_chain(a: Attribution, b: Attribution) -> bool:
    """Tell whether two chains name the same sources in the same order; an acronym is its expansion.

    A surname meets the full name another article needs to tell two bearers apart.
    """
    if len(a.chain) != len(b.chain):
        return False
    pairs = [(x.casefold(), y.casefold()) for x, y in zip(a.chain, b.chain, strict=True)]
    return all(same(x, y) or x.endswith(f" {y}") or y.endswith(f" {x}") for x, y in pairs)


class _Reader:
    """Reads one article's sentences for reporting clauses."""

    def __init__(self, text: str, parts: Sequence[Sentence], named: People, quoted: Sequence[Stretch]) -> None:
        self._text = text
        self._plain = masked(text, quoted)
        self._parts = parts
        self._named = named
        self._referents = Referents(text, parts, named, quoted)
        self._last = ""

    def read(self, index: int) -> Iterator[Fact]:
        """Yield the reporting clauses of one sentence."""
        part, plain = self._parts[index], self._plain
        if part.end - part.start > _LONGEST_SENTENCE:
            return
        for match in _ACCORDING.finditer(plain, part.start, part.end):
            span = subject_after(plain, match.end(), part.end)
            if span and span[1] - span[0] < _TOO_FAR:
                yield from self._fact(index, (match.start(), span[1]), [span], "")
        for match in _WHAT_SAID.finditer(plain, part.start, part.end):
            stop = _CLAUSE_END.search(plain, match.end(), part.end)
            end = stop.start() if stop else part.end
            hedge = self._text[match.start() : match.end()].strip()
            yield from self._fact(index, (match.start(), end), [match.span(1)], hedge)
        for match in _WORD.finditer(plain, part.start, part.end):
            if match.group() in REPORTING:
                yield from self._clause(index, match)

    def _clause(self, index: int, verb: re.Match[str]) -> Iterator[Fact]:
        part, plain = self._parts[index], self._plain
        low = max(part.start, plain.rfind('"', part.start, verb.start()) + 1)
        while low < verb.start() and plain[low] in " ,-":
            low += 1
        span = _subject(plain, low, verb, part.end)
        if (
            span is None
            or span[1] - span[0] > _TOO_FAR
            or self._text[slice(*span)].endswith((" who", " that", " which"))
        ):
            return
        if plain[max(0, span[0] - 5) : span[0]].lower() == "what ":
            return
        between = plain[span[1] : verb.start()]
        if len(between.split()) > 5 or _DENIES_SAYING.search(between):
            return
        start, end = min(span[0], verb.start()), max(span[1], verb.end())
        sources = [span]
        lemma = REPORTING[verb.group()]
        if lemma == "quote":
            if relayed := _AS_SAYING.match(plain, verb.end(), part.end):
                sources, end = [span, relayed.span(1)], relayed.end()
            elif passive := _SAID_BY.match(plain, verb.end(), part.end):
                sources = [passive.span(1), span] if passive.group(1) else [span]
                end = passive.end()
            else:
                return
        elif lemma == "put" and not _PUT_AT.match(plain, verb.end(), part.end):
            return
        elif lemma == "tell":
            recipient = _RECIPIENT.match(plain, verb.end(), part.end)
            if recipient is None:
                return  # "told her to leave" reports nothing to us
            end = recipient.start(1) + len(recipient.group(1).rstrip(" ."))
        yield from self._fact(index, (start, end), sources, verb.group() if lemma in HEDGING else "")

    def _fact(self, index: int, span: Span, sources: Sequence[Span], hedge: str) -> Iterator[Fact]:
        chain = tuple(filter(None, (self._name(source) for source in sources)))
        if len(chain) < len(sources):
            return
        start, end = span
        surface = self._text[slice(*sources[0])].lower()
        tags = '"' in self._plain[max(0, start - 3) : start] or '"' in self._plain[end : end + 3]
        weak = surface in ("he", "she") or tags
        yield Fact(start, end, self._text[start:end], Attribution(chain, hedge), index, 1 if weak and not hedge else 2)

    def _name(self, span: Span) -> str:
        """Return a source in the form two articles share: a person's surname, a body's name, else the description."""
        name = self._referents.who(span, self._last)
        if not name:
            return ""
        if self._named.is_person(name):
            self._last = name
            return self._named.short(name)
        return name.replace(".", "") if name[:1].isupper() else name


def _subject(plain: str, low: int, verb: re.Match[str], high: int) -> Span | None:
    """Return the subject of a reporting verb, before it or, inverted, behind it ("…, said Lee.")."""
    after = subject_after(plain, verb.end(), high)
    if low == verb.start():
        return after
    ends = after and (high - after[1] < 3 or plain[after[1]] == '"')
    if plain[low : verb.start()].rstrip().endswith(",") and after and ends and plain[after[0]].isupper():
        return after
    return subject_before(plain, low, verb.start())
