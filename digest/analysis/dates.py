"""Dates and times in an article, resolved to ISO 8601 as far as the text and its publication day allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Fact, Grain, Moment
from .prose import Prose

_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(_WEEKDAYS)
_PART = r"(?:\s(?P<part>morning|afternoon|evening|night))?"
_NUMBER = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|several|some)"
_DATE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?P<lead>(?:(?:early|late|earlier|later)\s)?on\s|last\s|next\s|this\s|early\s|late\s|earlier\son\s)?"
    rf"(?P<weekday>{_WEEKDAY})(?:'s)?{_PART}(?:,?\s\(?(?P<wmonth>{_MONTH})\.?\s(?P<wday>\d{{1,2}})\)?"
    rf"|,?\s(?P<wday2>\d{{1,2}})\s(?P<wmonth2>{_MONTH}))?(?![\w-])"
    rf"|(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d)(?:,?\s(?P<year>(?:19|20)\d\d))?"
    r"(?:\sat\s\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})(?![\w])(?:,?\s(?P<year2>(?:19|20)\d\d))?"
    rf"|(?P<prep>in|by|since|until|last|next|late|early|mid)[\s-](?P<month3>{_MONTH})\b(?!\s\d{{1,2}}\b)"
    r"(?:,?\s(?P<year3>(?:19|20)\d\d))?"
    r"|(?:(?:in|since|until|by|from|of|the|to|a|an|through)\s)(?P<year4>(?:19|20)\d\d)(?![\d,-]\d|\d)"
    r"|(?P<word>yesterday|today|tomorrow|tonight|last\snight)\b"
    r"|(?P<relative>(?:last|next|this)\s(?:year|month|week|weekend)|over\sthe\sweekend)\b"
    rf"|(?P<loose>{_NUMBER}\s(?:day|week|month|year|decade)s?\s(?:after|before|ago|earlier|later|back))\b"
    r")",
    re.IGNORECASE,
)
_AHEAD = (
    r"\b(?:(?:will|shall|(?:is|are|was|were) (?:to|due|set|expected|scheduled)|plans? to)"
    r"|(?:would|may|might|could|should)(?! have\b))\b[^.,;!?]*$"
)
_FORESEEN = re.compile(rf"{_AHEAD}|\b(?:from|until|by|before|starting)\s*$", re.IGNORECASE)
_EVENT_FORESEEN = re.compile(rf"{_AHEAD}|\b(?:until|starting)\s*$", re.IGNORECASE)
"""Before "Tuesday's vote": "from" and "by" say no more of the day there, they belong to the vote."""
_TO_BE_HELD = re.compile(
    r"[^.,;:!?]{0,40}\b(?:(?:will|to) (?:be held|take place|begin|start)|(?:is|are) (?:due|set|scheduled|planned))\b"
)
_UNFORESEEN = re.compile(
    r"'s(?: [\w-]+){0,2}? (?:accident|arrest|assault|attack|blast|blaze|bombing|collapse|collision|crash|death"
    r"|derailment|disaster|earthquake|explosion|fire|flood|killing|massacre|murder|outage|quake|raid|riot|robbery"
    r"|shooting|sinking|stabbing|tsunami|wreck)(?:s|es)?\b",
    re.IGNORECASE,
)
"""What nobody announces: "Tuesday's ferry fire" has happened, whatever will be done about it."""
_HINTS = frozenset((*_MONTHS, *_WEEKDAYS, *(f"{day}'s" for day in _WEEKDAYS))) | frozenset(
    "yesterday today tomorrow tonight night year month week weekend decade days weeks months years decades day".split()
)
"""A sentence without one of these words and without a number holds no date."""
_BEFORE = 60
_MAY_IS_A_VERB = re.compile(r"may\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that weekdays and "yesterday" count from; `inferred` when the article itself does not state it."""

    day: date
    inferred: bool = False


def dates(prose: Prose, anchor: Anchor | None) -> tuple[Fact, ...]:
    """Return the dates of an article in order.

    A weekday is the latest such day up to the anchor, unless "next" is said or the words before look
    ahead ("will", "from", "until"), which makes it the next such day. An event named by its day
    ("Tuesday's fire") has happened, unless it is said to be ahead. Without an anchor a weekday keeps
    the truncated form of ISO 8601:2000 ("-W-5"), because a guess would be a wrong mark.
    """
    found = []
    for index, sentence in enumerate(prose.sentences):
        if not any(word.text in _HINTS or word.text[0].isdigit() or "-" in word.text for word in prose.words[index]):
            continue
        for start, end, moment in _in_span(prose.plain, sentence.start, sentence.end, anchor):
            found.append(Fact(start, end, prose.text[start:end], moment, index, 2))
    return tuple(found)


def _in_span(plain: str, start: int, end: int, anchor: Anchor | None) -> Iterator[tuple[int, int, Moment]]:
    for match in _DATE.finditer(plain, start, end):
        if match.end() > end:
            continue
        foreseen = _foreseen(plain, start, end, match)
        if match.start() > start and (match["word"] or match["relative"] or "x")[0].isupper():
            continue  # a programme's name: "Today", "This Week"
        moment = _moment(match, anchor, foreseen)
        if moment is not None:
            yield match.start(), match.end(), moment


def _foreseen(plain: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Tell whether the clause looks ahead to the day, or to the event that is named by it: "Tuesday's vote"."""
    before = max(start, match.start() - _BEFORE)
    named_by = match.end("weekday")
    if not match["weekday"] or not plain.startswith("'s ", named_by):
        return bool(_FORESEEN.search(plain, before, match.start()))
    if _UNFORESEEN.match(plain, named_by, end):
        return False
    return bool(_EVENT_FORESEEN.search(plain, before, match.start()) or _TO_BE_HELD.match(plain, named_by, end))


def _moment(match: re.Match[str], anchor: Anchor | None, foreseen: bool) -> Moment | None:
    found = match.groupdict()
    inferred = anchor.inferred if anchor else False
    if found["iso"]:
        return Moment(found["iso"], Grain.DAY)
    if found["weekday"]:
        return _weekday(found, anchor, foreseen)
    for month, day, year in (("month", "day", "year"), ("month2", "day2", "year2")):
        if found[month]:
            return calendar_day(_MONTHS[found[month].lower()], int(found[day]), found[year], anchor)
    if found["month3"]:
        return _month(found, anchor)
    if found["year4"]:
        return Moment(found["year4"], Grain.YEAR)
    if found["word"]:
        return _near(found["word"].lower(), anchor)
    if found["relative"]:
        return _relative(found["relative"].lower(), anchor, inferred)
    return Moment("", Grain.LOOSE)


def _weekday(found: dict[str, str | None], anchor: Anchor | None, foreseen: bool) -> Moment:
    month, day = found["wmonth"] or found["wmonth2"], found["wday"] or found["wday2"]
    if month and day:
        return calendar_day(_MONTHS[month.lower()], int(day), None, anchor) or Moment("", Grain.LOOSE)
    if anchor is None:
        return Moment(f"-W-{_WEEKDAYS[(found['weekday'] or '').lower()] + 1}", Grain.DAY, inferred=True)
    back = (anchor.day.weekday() - _WEEKDAYS[(found["weekday"] or "").lower()]) % 7
    if (found["lead"] or "").lower().startswith("next"):
        return Moment((anchor.day + timedelta(days=7 - back)).isoformat(), Grain.DAY, anchor.inferred)
    if foreseen:  # on a Friday "will meet on Friday" is today
        return Moment((anchor.day + timedelta(days=-back % 7)).isoformat(), Grain.DAY, anchor.inferred)
    return Moment((anchor.day - timedelta(days=back)).isoformat(), Grain.DAY, anchor.inferred)


def calendar_day(month: int, day: int, year: str | None, anchor: Anchor | None) -> Moment | None:
    """Resolve month and day; without a year it is the nearest to the anchor, else the form "--08-09"."""
    try:
        if year:
            return Moment(date(int(year), month, day).isoformat(), Grain.DAY)
        date(2000, month, day)
    except ValueError:
        return None
    if anchor is None:
        return Moment(f"--{month:02}-{day:02}", Grain.DAY)
    near = [date(anchor.day.year + d, month, day) for d in (-1, 0, 1) if _exists(anchor.day.year + d, month, day)]
    return Moment(min(near, key=lambda other: abs(other - anchor.day)).isoformat(), Grain.DAY) if near else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(found: dict[str, str | None], anchor: Anchor | None) -> Moment | None:
    name = found["month3"] or ""
    if name[0].islower() or (_MAY_IS_A_VERB.match(name) and found["prep"] not in {"in", "In", "since", "by", "last"}):
        return None
    month = _MONTHS[name.lower()]
    if found["year3"]:
        return Moment(f"{found['year3']}-{month:02}", Grain.MONTH)
    if anchor is None:
        return Moment(f"--{month:02}", Grain.MONTH)
    ahead = (found["prep"] or "").lower() in {"by", "next", "until"}
    year = anchor.day.year + (1 if ahead and month < anchor.day.month else 0)
    year -= 1 if not ahead and month > anchor.day.month else 0
    return Moment(f"{year}-{month:02}", Grain.MONTH, inferred=anchor.inferred)


def _near(word: str, anchor: Anchor | None) -> Moment | None:
    if anchor is None:
        return Moment("", Grain.DAY, inferred=True)
    days = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(re.sub(r"\s", " ", word), 0)
    return Moment((anchor.day + timedelta(days=days)).isoformat(), Grain.DAY, anchor.inferred)


def _relative(words: str, anchor: Anchor | None, inferred: bool) -> Moment:
    """Resolve "last month" and "last year"; weeks and weekends stay loose."""
    if anchor is None or words.endswith(("week", "weekend")):
        return Moment("", Grain.LOOSE)
    step = {"last": -1, "next": 1}.get(words.split()[0], 0)
    if words.endswith("year"):
        return Moment(str(anchor.day.year + step), Grain.YEAR, inferred)
    months = anchor.day.year * 12 + anchor.day.month - 1 + step
    return Moment(f"{months // 12}-{months % 12 + 1:02}", Grain.MONTH, inferred)
