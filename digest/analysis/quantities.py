"""Stated amounts: number, what it counts, what happens to those counted, as an interval that can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Fact, Quantity
from ..text import Token, stem
from .numbers import Number, numbers
from .prose import Prose
from .units import HUMAN_ROLES, PERSON, currency_of, is_measure, role_of, unit_of

_STOP = frozenset(
    "of in on at by for from to with and or but that which who whom whose as if than then while when after before"
    " since until during into onto over under between among against about around through the a an this these those"
    " his her its their our my your is are was were be been being has have had do does did will would could should may"
    " might must can not no nor so yet also only just each both all any he she it they we i you there here how why what"
    " said says told say still already now more less most least per off out up down away back later earlier ago"
    " because near amid without toward towards across along worth".split()
)
_BEFORE_YEARS = frozenset({"in", "since", "by", "until", "from", "the", "of"})
_MONEY_ROLES = ("forfeit", "fine", "cost", "raise", "lost")
_OWNERS = frozenset({"the", "his", "her", "their", "its"})
_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec"
).split()
_IDLE_UNITS = frozenset("side way thing part time hand point step reason occasion day-old other".split())
_TIME_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|gmt\b|utc\b|hrs\b|[ap]m\b)", re.IGNORECASE)
_AGE = re.compile(r",\s*\Z")
_RECORD = re.compile(r"(?<![\w.,/:-])\d{1,3}-\d{1,3}(?:-\d{1,2})?(?![\w/:%]|-\w|\.\d)")
_MAGNITUDE = re.compile(
    r"(?:(?P<least>at least|about|around)\s+)?(?:magnitude[- ](?:of )?(?P<after>\d\.\d|\d\b)"
    r"|(?P<before>\d\.\d)[- ](?:magnitude|strength)|magnitude (?:at|was|of) (?P<at>\d\.\d))",
    re.IGNORECASE,
)
_HYPHEN_UNIT = re.compile(
    r"-(?P<unit>year-old|month-old|year|month|week|day|hour|minute|mile|metre|meter|foot|inch|km)s?\b"
)
_LOOSE_TIME = re.compile(r"\s(?:day|week|month|year|decade)s?\s(?:after|before|ago|earlier|later|back)\b", re.I)
_CLAUSE = re.compile(r"[;:()]|\s-+\s|,\s(?=(?:and|but|while|which|who|after|as)\b)")


@dataclass(frozen=True, slots=True)
class _Counted:
    end: int
    unit: str
    subject: tuple[str, ...]


def quantities(prose: Prose) -> tuple[Fact, ...]:
    """Return the quantities of an article in order: spans from the bounding word to the counted noun."""
    found: list[Fact] = []
    for index in range(len(prose.sentences)):
        found.extend(_in_sentence(prose, index))
    return tuple(found)


def _in_sentence(prose: Prose, index: int) -> Iterator[Fact]:
    where = prose.sentences[index]
    words = prose.words[index]
    taken: list[tuple[int, int]] = []
    for start, end, value in (*_magnitudes(prose.plain, where.start, where.end), *_records(prose, index)):
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield _fact(prose, start, end, value, index)
    for number in numbers(prose.plain, where.start, where.end):
        if any(a < number.end and number.start < b for a, b in taken) or _is_no_amount(prose, where.start, number):
            continue
        amount, end = _value(prose, words, number, (where.start, where.end))
        if amount is not None:
            taken.append((number.start, end))
            yield _fact(prose, number.start, end, amount, index)


def _fact(prose: Prose, start: int, end: int, value: Quantity, index: int) -> Fact:
    money = value.unit.isupper() and len(value.unit) == 3
    key = money or value.role in HUMAN_ROLES or value.unit in {"%", "magnitude"}
    return Fact(start, end, prose.text[start:end], value, index, 3 if key or index < 3 else 2)


def _magnitudes(plain: str, start: int, end: int) -> Iterator[tuple[int, int, Quantity]]:
    for match in _MAGNITUDE.finditer(plain, start, end):
        value = float(match["after"] or match["before"] or match["at"])
        bound = (match["least"] or "").lower()
        high = float("inf") if bound == "at least" else value
        yield match.start(), match.end(), Quantity(value, high, "magnitude", bound=bound)


def _records(prose: Prose, index: int) -> Iterator[tuple[int, int, Quantity]]:
    """Yield win-loss records and scores: compared as the text they are, never as a range."""
    where = prose.sentences[index]
    for match in _RECORD.finditer(prose.plain, where.start, where.end):
        if match.group().count("-") == 1 and re.match(r"\s+[a-z]", prose.plain[match.end() :]) and _spans_years(match):
            continue
        parts = [int(part) for part in match.group().split("-")]
        if max(parts) < 1000:
            total = float(sum(part * 1000**i for i, part in enumerate(reversed(parts))))
            yield match.start(), match.end(), Quantity(total, total, "record")


def _spans_years(match: re.Match[str]) -> bool:
    low, high = (int(part) for part in match.group().split("-"))
    return high > low


def _is_no_amount(prose: Prose, sentence_start: int, number: Number) -> bool:
    """Tell parts of dates, clock times, names of models and bare years from amounts."""
    plain = prose.plain
    before = plain[sentence_start : number.start].rstrip()
    last = re.search(r"[\w'.]+$", before)
    previous = last.group().lower().rstrip(".") if last else ""
    after = plain[number.end : number.end + 24]
    if number.currency:
        return False
    if previous in _MONTHS or re.match(rf"\.?(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(_MONTHS)})\b", after, re.I):
        return True
    if _TIME_AFTER.match(after) or re.match(r":\d\d|/\d", after) or re.match(r"-[A-Z]", after):
        return True
    whole = number.digits and not number.bound and number.low == int(number.low)
    if whole and 1900 <= number.low <= 2099 and "," not in plain[number.start : number.end]:
        return previous in _BEFORE_YEARS or not re.match(r"\s(?:people|\w+s\b)", after)
    if number.form == "count" and number.low == number.high == 1 and not number.digits:
        return not number.bound and not re.match(r"\s(?:of\b)?\s?(?:person|man|woman|child|people)\b(?! of)", after)
    if _LOOSE_TIME.match(after):
        return True
    return number.digits and not number.bound and _is_name(last.group() if last else "", before, after, number)


def _is_name(last: str, before: str, after: str, number: Number) -> bool:
    """Tell "Boeing 737" and "a 911 dispatcher" from amounts."""
    if re.match(r"\s?(?:%|percent\b|per cent\b)", after) or _HYPHEN_UNIT.match(after):
        return False
    if last.lower() in {"a", "an"} and 100 <= number.low <= 999 and not is_measure(after.strip().split(" ")[0]):
        return True
    named = last[:1].isupper() and last.lower() not in _STOP and before[-1:] not in ",;:"
    return named and not re.match(r"\s[a-z]{3,}s\b", after)


def _value(
    prose: Prose, words: tuple[Token, ...], number: Number, span: tuple[int, int]
) -> tuple[Quantity | None, int]:
    """Return what the number counts and where its noun ends; None where it counts nothing we can name."""
    plain = prose.plain
    if number.currency:
        unit = currency_of(number.currency)
        subject = _counted(plain, words, number).subject
        role = _money_role(plain, number, span)
        return Quantity(number.low, number.high, unit, role, subject, number.bound), number.end
    if hyphen := _HYPHEN_UNIT.match(plain, number.end):
        unit, role = (hyphen["unit"].split("-")[0], "age" if "old" in hyphen["unit"] else "")
        return Quantity(number.low, number.high, unit, role, bound=number.bound), hyphen.end()
    if number.digits and _AGE.search(plain[: number.start]) and re.match(r",|\.(?:\s|$)", plain[number.end :]):
        aged = number.low < 120 and re.search(r"[A-Z][\w'-]+,\s*$", plain[: number.start])
        return (Quantity(number.low, number.high, "year", "age"), number.end) if aged else (None, 0)
    counted = _counted(plain, words, number)
    if number.form == "ordinal":
        return _ordinal(plain, number, counted)
    role = _role(plain, words, number, counted.end, span)
    unit = counted.unit or (PERSON if role in HUMAN_ROLES or _is_population(plain, number) else "")
    if number.form == "share":
        return Quantity(number.low, number.high, "%", role, counted.subject, number.bound), counted.end
    if not unit or unit in _IDLE_UNITS:
        return None, 0
    return Quantity(number.low, number.high, unit, role, counted.subject, number.bound), counted.end


def _is_population(plain: str, number: Number) -> bool:
    return bool(re.search(r"\bpopulation (?:of|is|was)\s*$", plain[max(0, number.start - 20) : number.start]))


def _ordinal(plain: str, number: Number, counted: _Counted) -> tuple[Quantity | None, int]:
    hyphened = re.match(r"-([a-z]+)", plain[number.end :])
    noun = hyphened.group(1) if hyphened else counted.unit
    if not noun or noun in _IDLE_UNITS or number.low < 3:
        return None, 0
    end = number.end + hyphened.end() if hyphened else counted.end
    return Quantity(number.low, number.low, unit_of(noun), "ordinal"), end


def _counted(plain: str, words: tuple[Token, ...], number: Number) -> _Counted:
    """Return the noun phrase behind a number: up to five words, ended by a preposition, a verb or a stop."""
    sign = re.match(r"\s?(%|km\b|kg\b|m\b|ft\b)", plain[number.end :])
    if sign and plain[number.start : number.end][-1:].isdigit():
        unit = "%" if sign[1] == "%" else unit_of(sign[1])
        return _Counted(number.end + sign.end(), unit, _subject_of_share(plain, words, number.end + sign.end()))
    phrase: list[Token] = []
    at = number.end
    for token in words:
        if token.start < number.end:
            continue
        gap = plain[at : token.start]
        if gap.strip() not in {"", "of", '"'} or len(phrase) == 5:
            break
        if token.text == "of" and not phrase and plain[number.start : number.end].lower().split()[-1].endswith("s"):
            at = token.end  # "hundreds of people"
            continue
        if token.text in _STOP and not (token.text in _OWNERS and number.form in {"share", "zero"} and not phrase):
            if token.text == "of" and not phrase and number.form in {"share", "zero"}:
                at = token.end
                continue
            break
        if (phrase or number.form == "ordinal") and (role_of(token.text) or _looks_like_verb(token.text)):
            break
        phrase.append(token)
        at = token.end
        if is_measure(token.text):
            break
    return _phrase(plain, words, number, phrase)


def _phrase(plain: str, words: tuple[Token, ...], number: Number, phrase: list[Token]) -> _Counted:
    phrase = [token for token in phrase if token.text not in _OWNERS]
    if not phrase:
        return _Counted(number.end, "", ())
    first = phrase[0]
    if len(phrase) == 1 and role_of(first.text) and unit_of(first.text) != PERSON:
        return _Counted(number.end, "", ())
    if is_measure(first.text):
        return _Counted(first.end, unit_of(first.text), _subject_of_share(plain, words, first.end))
    persons = [token for token in phrase if unit_of(token.text) == PERSON]
    head = persons[-1] if persons else phrase[-1]
    subject = tuple(sorted({stem(token.text) for token in phrase if token.end <= head.end}))
    return _Counted(head.end, unit_of(head.text.split("'")[0]), subject)


def _subject_of_share(plain: str, words: tuple[Token, ...], end: int) -> tuple[str, ...]:
    """Return the stems of what a share is a share of: "80 percent of votes"."""
    match = re.match(r"\s(?:of|in)\s", plain[end:])
    if not match:
        return ()
    after = [token for token in words if token.start >= end + match.end()][:4]
    kept = []
    for token in after:
        if token.text in _STOP - {"the", "his", "her", "its", "their"}:
            break
        if token.text not in _STOP:
            kept.append(stem(token.text))
    return tuple(sorted(kept))


def _looks_like_verb(word: str) -> bool:
    return len(word) > 4 and word.endswith(("ed", "ing")) and word not in {"hundred", "building", "united", "buildings"}


def _role(plain: str, words: tuple[Token, ...], number: Number, end: int, span: tuple[int, int]) -> str:
    """Return what happens to those counted: the nearest role word in the clause, behind before in front."""
    left = max((m.end() for m in _CLAUSE.finditer(plain, span[0], number.start)), default=span[0])
    right = next((m.start() for m in _CLAUSE.finditer(plain, end, span[1])), span[1])
    inside = [token for token in words if number.end <= token.start < end]
    for token in inside:
        if role := role_of(token.text):
            return role
    behind = [token for token in words if end <= token.start < right][:5]
    for token in behind:
        if plain[end : token.start].count(",") or token.text in {"and", "or"}:
            break
        if role := role_of(token.text):
            return role
    ahead = [token for token in words if left <= token.start < number.start][-7:]
    for token in reversed(ahead):
        if role := role_of(token.text):
            return role
    return ""


def _money_role(plain: str, number: Number, span: tuple[int, int]) -> str:
    """Return the verb class of a sum, so that a sum spent is never laid beside a sum fined."""
    before = plain[max(span[0], number.start - 60) : number.start].lower()
    return next((role for role in _MONEY_ROLES if role in before), "")
