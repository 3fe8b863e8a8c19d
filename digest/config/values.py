"""What each key may hold: every check returns the value as it is used, or raises ValueError in the user's words."""

import math
import re
from collections.abc import Callable
from datetime import timedelta
from difflib import get_close_matches
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ..model import FullText
from .settings import THEMES, Login

_DURATION = re.compile(r"(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.IGNORECASE)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_LONGEST = 600


def text(value: object) -> str:
    """Return a line of text."""
    if not isinstance(value, str):
        raise ValueError(f"has to be text in quotes, not {_shown(value)}")
    if not value.isprintable():
        raise ValueError("holds characters that cannot be shown")
    return value.strip()


def query(value: object) -> str:
    """Return a query as it was written."""
    wanted = text(value)
    if not wanted:
        raise ValueError('is empty; write a query such as "ferry is:unread"')
    return wanted


def keys(value: object) -> tuple[str, ...]:
    """Return one key, or several."""
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not found or not all(isinstance(key, str) and key.strip() for key in found):
        raise ValueError(f'has to be a key such as "x" or several such as ["x", "ctrl+x"], not {_shown(value)}')
    return tuple(text(key) for key in found)


def theme(value: object) -> str:
    """Return the name of a look."""
    name = text(value)
    if name not in THEMES:
        raise ValueError(f"has to be {', '.join(THEMES[:-1])} or {THEMES[-1]}, not {_shown(name)}")
    return name


def zone(value: object) -> str:
    """Return the name of a time zone this computer knows."""
    name = text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        near = get_close_matches(name, sorted(available_timezones()), n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "write one such as Europe/Berlin"
        raise ValueError(f"there is no time zone {_shown(name)}; {hint}") from error
    return name


def address(value: object) -> str:
    """Return an http or https address without a login in it."""
    url = text(value)
    try:
        parts = urlsplit(url)
        fits = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and " " not in url
        login, _ = parts.username, parts.port
    except ValueError:
        fits, login = False, None
    if not fits:
        raise ValueError(f"{_shown(url)} is no address of a feed; write one such as https://paper.example/feed.xml")
    if login is not None:
        raise ValueError('holds a login; write that as login = { user = "…", password = "…" }')
    return url


def seconds(value: object) -> float:
    """Return a time a request may take."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"has to be a number of seconds, not {_shown(value)}")
    if not math.isfinite(value) or not 0 < value <= _LONGEST:
        raise ValueError(f"has to be more than 0 and at most {_LONGEST} seconds, not {value}")
    return float(value)


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return the check of a whole number within limits."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"has to be a whole number from {low} to {high:,}, not {_shown(value)}")
        return value

    return check


def duration(value: object) -> timedelta:
    """Return how long "30m", "2h" or "1d" is."""
    match = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError(f'has to be a time such as "30m", "2h" or "1d", not {_shown(value)}')
    return int(match[1]) * _UNITS[match[2][0].lower()]


def choice(*known: str) -> Callable[[object], str]:
    """Return a check for one of these words."""

    def check(value: object) -> str:
        if value not in known:
            near = get_close_matches(str(value), known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise ValueError(f"cannot be {_shown(value)}; {hint}")
        return str(value)

    return check


def names(value: object) -> tuple[str, ...]:
    """Return a list of names, each once."""
    if not isinstance(value, list):
        raise ValueError(f'has to be a list such as ["harbour", "#court"], not {_shown(value)}')
    return tuple(dict.fromkeys(text(name) for name in value))


def full_text(value: object) -> FullText:
    """Return whether pages are fetched."""
    try:
        return FullText(str(value))
    except ValueError:
        raise ValueError(f'has to be "auto", "always" or "never", not {_shown(value)}') from None


def tags(value: object) -> tuple[str, ...]:
    """Return the tags, each once."""
    if not isinstance(value, list):
        raise ValueError(f'has to be a list such as ["politics", "local"], not {_shown(value)}')
    found = [text(tag).lstrip("#") for tag in value]
    if any(not tag or len(tag) > 50 or "," in tag for tag in found):
        raise ValueError("holds a tag that is empty, longer than 50 characters or has a comma in it")
    return tuple(dict.fromkeys(found))


def arguments(value: object) -> tuple[str, ...]:
    """Return a program with its arguments: no shell reads them."""
    if not isinstance(value, list) or not all(isinstance(part, str) and "\0" not in part for part in value):
        raise ValueError(f'has to be a list such as ["notify-send", "New difference"], not {_shown(value)}')
    if value and not value[0]:
        raise ValueError("begins with an empty text; the first one names the program")
    return tuple(value)


def login(value: object) -> Login:
    """Return a login; no message repeats what was written."""
    wanted = 'has to be { user = "…", password = "…" } or { user = "…", keyring = "…" }'
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise ValueError(wanted)
    if set(value) not in ({"user", "password"}, {"user", "keyring"}) or not all(value.values()) or ":" in value["user"]:
        raise ValueError(wanted)
    return Login(**value)


def _shown(value: object) -> str:
    """Return a value as it may stand in a message."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    words = str(value)
    return f'"{words[:60]}{"…" if len(words) > 60 else ""}"' if isinstance(value, str) else words[:60]
