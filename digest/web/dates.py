"""Dates as feeds and pages spell them, to UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FUTURE = timedelta(days=2)
# The first three letters of the months in English, German, French, Spanish, Italian, Portuguese and Dutch; where two
# languages disagree ("mai", "mar") they mean the same month.
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan gen ene|feb fév fev|mar mär mrz maa|apr avr abr|may mai mag mei|jun jui giu|jul lug|aug aoû aou ago"
        "|sep set|oct okt ott out|nov|dec dez déc dic".split("|"),
        1,
    )
    for name in names.split()
}
_MAIL = re.compile(
    r"(?P<day>\d{1,2})\.? (?:de )?(?P<month>[^\W\d_]{3,})\.? (?:de )?(?P<year>\d{4}),? (?P<hour>\d\d):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d))?(?:\.\d+)?\s*(?P<zone>[+-]\d\d:?\d\d)?"
)


def when(text: str) -> datetime | None:
    """Return the UTC time of an ISO 8601 text or of a mail date, in whose months seven languages are read.

    Without a zone it is taken for UTC; None if the text gives no time.
    """
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return _mail(text)


def plausible(found: datetime | None, now: datetime) -> datetime | None:
    """Return the date if it lies between 1970 and two days from now, else None."""
    return found if found is not None and _EPOCH < found <= now + _FUTURE else None


def _mail(text: str) -> datetime | None:
    match = _MAIL.search(text[:200])
    if match is None:
        return None
    name = match["month"].lower()
    month = 7 if name.startswith("juil") else _MONTHS.get(name[:3])
    if month is None:
        return None
    zone = (match["zone"] or "+0000").replace(":", "")
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    try:
        local = datetime(
            int(match["year"]), month, int(match["day"]), int(match["hour"]), int(match["minute"]),
            min(int(match["second"] or 0), 59), tzinfo=timezone(offset),
        )  # fmt: skip
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
