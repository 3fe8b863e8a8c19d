"""Small parts of drawn lines: cutting and joining to a width, ages, dates, charts of coverage."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from textual.content import Content

from ..export.phrases import is_day_alone
from ..model import Origins, Story
from .glyphs import Glyphs
from .highlight import flat

_AGES_END = timedelta(days=14)
"""From then on an age is told as a date."""


def fit(content: Content, width: int, glyphs: Glyphs, *, right: bool = False) -> Content:
    """Return `content` exactly `width` columns wide: cut with an ellipsis, or padded (on the left if `right`)."""
    if width <= 0:
        return Content("")
    length = content.cell_length
    if length > width:
        cut = content.truncate(width - 1).rstrip()
        content = cut + glyphs.ellipsis
        length = content.cell_length
    return content.pad_left(width - length) if right else content.pad_right(width - length)


def spread(left: Content, right: Content, width: int, glyphs: Glyphs) -> Content:
    """Return one line with `left` at the left and `right` at the right; `left` is cut where both do not fit."""
    if right.cell_length + 2 > width:
        return fit(left, width, glyphs)
    return fit(left, width - right.cell_length - 2, glyphs) + "  " + right


def joined(parts: Iterable[Content | str], glyphs: Glyphs, style: str = "$quiet") -> Content:
    """Return the parts that are not empty with a dot between them; plain strings get `style`."""
    shown = [Content(part).stylize(style) if isinstance(part, str) else part for part in parts if part]
    return Content.styled(f" {glyphs.dot} ", style).join(shown)


def wrap(content: Content, width: int) -> list[Content]:
    """Return `content` in lines of at most `width` columns; never an empty list."""
    return content.wrap(max(1, width)) or [Content("")]


def one_line(text: str) -> Content:
    """Return outside text as the content of one line."""
    return Content(flat(text))


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 story", "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def origins(value: Origins) -> str:
    """Return "2 origins", with "?" where the texts leave it open."""
    return count(value.count, "origin") + ("" if value.certain else "?")


def age(when: datetime, now: datetime) -> str:
    """Return how long ago it was: "5 min", "2 h", "3 d", from a fortnight on the date."""
    past = now - when
    if past < timedelta(minutes=1):
        return "now"
    if past < timedelta(hours=1):
        return f"{past // timedelta(minutes=1)} min"
    if past < timedelta(days=1):
        return f"{past // timedelta(hours=1)} h"
    if past < _AGES_END:
        return f"{past.days} d"
    local = when.astimezone(now.tzinfo)
    return f"{local.day} {local:%b}" if local.year == now.year else f"{local:%b %Y}"


def ago(when: datetime, now: datetime) -> str:
    """Return "just now", "5 min ago", "in Aug 2020"; a day within the year as it is: "on 3 Aug"."""
    past = age(when, now)
    if past == "now":
        return "just now"
    if now - when < _AGES_END:
        return f"{past} ago"
    return f"on {past}" if past[0].isdigit() else f"in {past}"


def moment(when: datetime, now: datetime) -> str:
    """Return day and time where the reader is: "Fri 28 Aug 11:40", with the year when it is another one.

    Where no more than the day is known, that day alone.
    """
    local = when.astimezone(UTC if is_day_alone(when) else now.tzinfo)
    year = "" if local.year == now.astimezone(now.tzinfo).year else f" {local.year}"
    day = f"{local:%a} {local.day} {local:%b}{year}"
    return day if is_day_alone(when) else f"{day} {local:%H:%M}"


def spark(times: Sequence[datetime], glyphs: Glyphs, width: int = 5) -> str:
    """Return a chart of when the articles came, from the first to the last, `width` columns wide; "" for one moment."""
    if len(times) < 2 or times[-1] <= times[0]:
        return ""
    span = (times[-1] - times[0]) / width
    counts = [0] * width
    for time in times:
        counts[min(width - 1, int((time - times[0]) / span))] += 1
    top = len(glyphs.sparks) - 1
    most = max(counts)
    return "".join(glyphs.sparks[-(-number * top // most)] for number in counts)


def coverage(story: Story, glyphs: Glyphs) -> Content:
    """Return "6 outlets · 2 origins · ≠ 5 differ"."""
    outlets = len(story.outlets)
    differ = (
        Content.styled(f"{glyphs.differ} {count(story.differs, 'differs', 'differ')}", "$fact-differ")
        if story.differs
        else ""
    )
    same = "same text" if outlets > 1 and story.origins.count == 1 and story.origins.certain else ""
    from_where = "" if same or outlets < 2 or not story.origins.count else origins(story.origins)
    who = count(outlets, "outlet") if outlets != 1 else one_line(story.outlets[0]).stylize("$quiet")
    return joined((who, "1 origin" if same else from_where, same, differ), glyphs)
