"""Numbers that are no amounts: parts of dates, clock times, bare years, models and idioms."""

import re

from ..lexicon.units import is_measure
from .counted import STOP
from .numbers import Number

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec"
).split()
_BEFORE_YEARS = frozenset({"in", "since", "by", "until", "from", "the", "of"})
_TIME_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|gmt\b|utc\b|hrs\b)", re.IGNORECASE)
_CODE_AFTER = re.compile(r":\d\d|/\d|-[A-Z]|-\d{3}|(?!(?:km|kg|cm|mm|mw|kw|ft|mph|m|s)\b)[a-z]")
_MONTH_AFTER = re.compile(rf"\.?(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_LOOSE_TIME = re.compile(r"\s(?:day|week|month|year|decade)s?\s(?:after|before|ago|earlier|later|back)\b", re.I)
_PERCENT_OR_AGE = re.compile(r"\s?(?:%|percent\b|per cent\b)|-(?:year|month|week|day|hour|minute|mile|km|foot|inch)")
_COUNTED_YEAR = re.compile(r"\s(?:people|\w+s\b)")
_ONE_PERSON = re.compile(r"\s(?:(?:person|man|woman|child|people)\b(?! of)|(?:[a-z]+\s)?(?:count|charge)\b)")
_PLURAL = re.compile(r"\s[a-z]{3,}s\b")
_LAST_WORD = re.compile(r"[\w'.]+$")
_WINDOW = 60


def is_no_amount(plain: str, sentence_start: int, number: Number) -> bool:
    """Tell whether the number is part of a date, a time, a name or an idiom."""
    if number.currency:
        return False
    before = plain[max(sentence_start, number.start - _WINDOW) : number.start].rstrip()
    found = _LAST_WORD.search(before)
    last = found.group() if found else ""
    previous = last.lower().rstrip(".")
    end = number.end
    if previous in _MONTHS or any(rule.match(plain, end) for rule in (_MONTH_AFTER, _TIME_AFTER, _CODE_AFTER)):
        return True
    whole = number.digits and not number.bound and number.low == int(number.low)
    if whole and 1900 <= number.low <= 2099 and "," not in plain[number.start : end]:
        return previous in _BEFORE_YEARS or not _COUNTED_YEAR.match(plain, end)
    stressed = plain[number.start : end].lower() == "a single"
    if number.form == "count" and number.low == number.high == 1 and not number.digits and not stressed:
        return not number.bound and not _ONE_PERSON.match(plain, end)
    if _LOOSE_TIME.match(plain, end):
        return True
    return number.digits and not number.bound and _is_name(last, before, plain, number)


def _is_name(last: str, before: str, plain: str, number: Number) -> bool:
    """Tell "Boeing 737" and "a 911 dispatcher" from amounts."""
    if _PERCENT_OR_AGE.match(plain, number.end):
        return False
    next_word = plain[number.end : number.end + 24].strip().split(" ")[0]
    if last.lower() in {"a", "an"} and 100 <= number.low <= 999 and not is_measure(next_word):
        return True
    named = last[:1].isupper() and last.lower() not in STOP and before[-1:] not in ",;:"
    return named and not _PLURAL.match(plain, number.end)
