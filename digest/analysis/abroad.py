"""The facts of a text in German, French or Spanish: amounts, days and quotations; events are read in English only."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..model import Fact, Grain, Moment, Quantity
from ..text import Token, noise
from .amounts.numbers import ORDER_OF_MAGNITUDE, bounded
from .dates import Anchor, calendar_day
from .lexicon.abroad import Speech, speech
from .lexicon.units import HUMAN_ROLES, MEASURES, PERSON
from .names.people import People
from .prose import Prose
from .speech.quotes import quotes

_NEAR = 7
_PHRASE = 3
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_UNIT_SIGN = re.compile(r"\s?(%|€|\$|£|km\b|kg\b)")
_CODE = re.compile(r"[:/-]\d|\s?(?:Uhr|h\d\d|heures? \d\d)\b|[.,]\d", re.IGNORECASE)
_YEARS = range(1900, 2100)


def facts_abroad(prose: Prose, names: People, anchor: Anchor | None, language: str) -> tuple[Fact, ...]:
    """Return the amounts, days and quotations of a text in a language of `lexicon.abroad.LANGUAGES`, in order."""
    words = speech(language)
    days = list(_days(prose, words, anchor))
    found = [
        *days,
        *_amounts(prose, words, [(day.start, day.end) for day in days]),
        *quotes(prose.text, prose.sentences, noise(prose.text), names),
    ]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end, fact.kind)))


def _days(prose: Prose, words: Speech, anchor: Anchor | None) -> Iterator[Fact]:
    starts = [where.start for where in prose.sentences]
    for match in words.day.finditer(prose.plain):  # "9. August" may look like the end of a sentence
        moment, index = _moment(match, words, anchor), bisect_right(starts, match.start()) - 1
        if moment is not None and index >= 0:
            yield Fact(match.start(), match.end(), prose.text[match.start() : match.end()], moment, index, 2)


def _moment(match: re.Match[str], words: Speech, anchor: Anchor | None) -> Moment | None:
    if match["month"]:
        return calendar_day(words.months[match["month"].lower()], int(match["day"]), match["year"], anchor)
    if anchor is None:
        return None
    if match["near"]:
        return _on(anchor, words.near[match["near"].lower()])
    return _on(anchor, -((anchor.day.weekday() - words.weekdays[match["weekday"].lower()]) % 7))


def _on(anchor: Anchor, days: int) -> Moment:
    day: date = anchor.day + timedelta(days=days)
    return Moment(day.isoformat(), Grain.DAY, anchor.inferred)


def _amounts(prose: Prose, words: Speech, taken: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    for index, where in enumerate(prose.sentences):
        for match in words.number.finditer(prose.plain, where.start, where.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if _CODE.match(prose.plain, match.end()):
                continue
            found = _amount(prose, words, match, index)
            if found is not None:
                value, end = found
                early = index < 3 or value.role in HUMAN_ROLES or value.unit in ("%", "EUR", "USD", "GBP", "CHF")
                yield Fact(match.start(), end, prose.text[match.start() : end], value, index, 3 if early else 2)


def _amount(prose: Prose, words: Speech, match: re.Match[str], index: int) -> tuple[Quantity, int] | None:
    """Return what the number counts and where its noun ends; None for a number that names nothing we know."""
    bound = words.bounds.get((match["bound"] or "").lower(), "")
    low, high, bound = _interval(words, match, bound)
    if match["sign"]:
        return Quantity(low, high, _SIGNS[match["sign"]], bound=bound), match.end()
    if sign := _UNIT_SIGN.match(prose.plain, match.end()):
        return Quantity(low, high, words.units[sign[1].lower()], bound=bound), sign.end()
    behind = prose.within(index, match.end(), prose.sentences[index].end)[:_NEAR]
    for n, token in enumerate(behind[:_PHRASE]):
        word = token.text.removeprefix("d'")  # "3,2 milliards d'euros"
        if prose.plain[match.end() : token.start].strip(" ") and n == 0:
            return None
        if role := words.roles.get(word):
            return Quantity(low, high, PERSON, role, bound=bound), token.end
        if unit := words.units.get(word):
            role = "" if unit in MEASURES else _role(prose, words, behind[n + 1 :], match, index)
            return Quantity(low, high, unit, role, () if unit != PERSON else (word,), bound), token.end
    return None


def _interval(words: Speech, match: re.Match[str], bound: str) -> tuple[float, float, str]:
    if match["vague"]:
        low, high = words.vague[match["vague"].lower()]
        return low, high, bound or ORDER_OF_MAGNITUDE
    if match["word"]:
        value = words.values[match["word"].lower()]
    else:
        digits = match["money"] or match["digits"]
        for mark in words.thousands:
            digits = digits.replace(mark, "")
        value = float(digits.replace(words.decimal, "."))
    if match["scale"]:
        value *= words.scales[match["scale"].lower()]
    return *bounded(bound, value, value), bound


def _role(prose: Prose, words: Speech, behind: Sequence[Token], match: re.Match[str], index: int) -> str:
    """Return what happens to those counted: a role word behind, within the clause, else one close before."""
    for token in behind:
        if "," in prose.plain[match.end() : token.start]:
            break
        if role := words.roles.get(token.text):
            return role
    before = prose.within(index, prose.sentences[index].start, match.start())[-_PHRASE:]
    return next((words.roles[token.text] for token in reversed(before) if token.text in words.roles), "")
