"""The days a text speaks of, as far as its words alone tell: what sets two alike events apart when no date is given."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "jan januar janvier enero",
    "feb februar février fevrier febrero",
    "mar mär märz maerz mars marzo",
    "apr avril abril",
    "may mai mayo",
    "jun juni juin junio",
    "jul juli juillet julio",
    "aug août aout agosto",
    "sep sept septembre septiembre",
    "oct okt oktober octobre octubre",
    "nov novembre noviembre",
    "dec dez dezember décembre decembre diciembre",
)
_ENGLISH = "january february march april may june july august september october november december".split()
_MONTH_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in (*names.split(), _ENGLISH[n - 1])}
_WEEKDAYS = (
    "monday montag lundi lunes",
    "tuesday dienstag mardi martes",
    "wednesday mittwoch mercredi miércoles",
    "thursday donnerstag jeudi jueves",
    "friday freitag vendredi viernes",
    "saturday samstag sonnabend samedi sábado",
    "sunday sonntag dimanche domingo",
)
_WEEKDAY_OF = {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split()}

_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    rf"\b(?P<y>{_YEAR}) ?- ?(?P<m>\d\d) ?- ?(?P<d>\d\d)\b"
    rf"|\b(?P<m1>{_MONTH})\b\.? ?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?: ?, ?(?P<y1>{_YEAR})\b)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er)?\.? (?:of |de )?(?P<m2>{_MONTH})\b\.?(?: ?,?(?: de)? (?P<y2>{_YEAR})\b)?"
)
_YEARS = re.compile(r"(?<![\d.,$€£])(?:19[5-9]|20[0-4])\d(?![\d%]|[.,]\d)")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(_WEEKDAY_OF, key=len, reverse=True))})")
_STAMP = 1_000
"""Characters in which a page prints the day it was published."""


@dataclass(frozen=True, slots=True)
class Times:
    """What a text says of when."""

    stated: int = 0
    """The first full date near its beginning, as days since the year 1; 0 where there is none."""
    days: frozenset[int] = frozenset()
    """Days of the year named, as 100 x month + day."""
    years: frozenset[int] = frozenset()
    weekdays: tuple[int, ...] = ()
    """Named days of the week in order, Monday 0."""


def times(text: str) -> Times:
    """Return the dates and weekdays `text` names, in English, German, French or Spanish."""
    text = text.lower()  # once; a pattern that ignores case takes three times as long
    stated, days = 0, set()
    for match in _DAY.finditer(text):
        found = match.groupdict()
        name = found["m1"] or found["m2"]
        month = _MONTH_OF[name] if name else int(found["m"])
        day = int(found["d"] or found["d1"] or found["d2"])
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        days.add(100 * month + day)
        year = found["y"] or found["y1"] or found["y2"]
        if year and not stated and match.start() < _STAMP:
            stated = _ordinal(int(year), month, day)
    weekdays = tuple(_WEEKDAY_OF[match.group()] for match in _WEEKDAY.finditer(text))
    return Times(stated, frozenset(days), frozenset(map(int, _YEARS.findall(text))), weekdays)


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # the 31st of a short month
        return 0
