"""What may stand behind each key of a query: every reader returns a node, or raises ValueError in the user's words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from difflib import get_close_matches

from . import times
from .nodes import Counted, Dated, Field, Figure, Key, Mark, Marked, Named, Node, Numbered, Pattern, Words

_COMPARED = re.compile(r"(<=|>=|<|>|=)?(\d{1,9})")
_STORY = re.compile(r"\d{1,15}")


@dataclass(frozen=True, slots=True)
class Clock:
    """What times in a query are relative to."""

    now: datetime
    """Durations count back from here."""
    zone: tzinfo
    """Days begin at midnight here."""
    today: datetime | None = None
    """The moment by which "today" is told; `now` if None."""


def field(name: str, value: str, clock: Clock) -> Node:
    """Return what `name:value` asks for; KeyError if there is no such key."""
    return KEYS[name.lower()](value, clock)


def nearest(name: str) -> str:
    """Say which key is meant, or which there are."""
    near = get_close_matches(name.lower(), KEYS, n=1, cutoff=0.5)
    return f"did you mean {near[0]}:?" if near else f"there are {', '.join(KEYS)}"


def words(text: str, where: Field = Field.ANY) -> Node:
    """Return the node for a word (perhaps with a * at its end) or a phrase."""
    return Words(text.rstrip("*"), where, begun=text.endswith("*"))


def tag(name: str) -> Node:
    """Return the node for a tag."""
    return Named(Key.TAG, name.lstrip("#"))


def pattern(expression: str) -> Node:
    """Return the node for a regular expression."""
    import regex  # 15 ms that few queries need; unlike the standard library's it can be stopped

    try:
        regex.compile(expression, regex.IGNORECASE)
    except (regex.error, RecursionError, OverflowError) as error:
        reason = getattr(error, "msg", None) or str(error)
        raise ValueError(f"is no regular expression: {reason}") from error
    return Pattern(expression)


def _in(where: Field) -> Callable[[str, Clock], Node]:
    return lambda value, _: words(value, where)


def _named(key: Key) -> Callable[[str, Clock], Node]:
    return lambda value, _: Named(key, value)


def _mark(value: str, _: Clock) -> Node:
    try:
        return Marked(Mark(value.lower()))
    except ValueError:
        near = get_close_matches(value.lower(), list(Mark), n=1, cutoff=0.5)
        hint = f"did you mean is:{near[0]}?" if near else f"write is: with one of {', '.join(Mark)}"
        raise ValueError(f"nothing is {value!r} here; {hint}") from None


def _dated(newer: bool) -> Callable[[str, Clock], Node]:
    def read(value: str, clock: Clock) -> Node:
        if (span := times.duration(value)) is not None:
            return Dated(times.ago(span, clock.now), newer)
        day = times.named_day(value, clock.today or clock.now, clock.zone)
        try:
            moment = times.moment(value, clock.zone) if day is None else times.midnight(day, clock.zone)
        except ValueError:
            example = "2020-08-28, yesterday, 24h or “2 days”"
            raise ValueError(f"{value!r} is no time; write one such as {example}") from None
        return Dated(moment, newer)

    return read


def _numbered(key: str) -> Callable[[str, Clock], Node]:
    def read(value: str, _: Clock) -> Node:
        if not _STORY.fullmatch(value):
            raise ValueError(f"{value!r} is no {key}'s number; write one such as {key}:12")
        return Numbered(int(value), storyline=key == "storyline")

    return read


def _counted(figure: Figure) -> Callable[[str, Clock], Node]:
    def read(value: str, _: Clock) -> Node:
        match = _COMPARED.fullmatch(value)
        if match is None:
            raise ValueError(f"{value!r} is no number; write one such as {figure}:>=3")
        return Counted(figure, match[1] or "=", int(match[2]))

    return read


KEYS: Mapping[str, Callable[[str, Clock], Node]] = {
    "title": _in(Field.TITLE),
    "text": _in(Field.TEXT),
    **{key.value: _named(key) for key in Key},
    "is": _mark,
    "newer": _dated(newer=True),
    "older": _dated(newer=False),
    "story": _numbered("story"),
    "storyline": _numbered("storyline"),
    **{figure.value: _counted(figure) for figure in Figure},
}
"""Each key with what reads its value."""
