"""The computer's own time zone, by name: whoever counts days in it can say in which."""

import os
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

_SAME_AS_UTC = frozenset("UTC Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu".split())


def own_zone() -> tzinfo:
    """Return the zone that $TZ or /etc/localtime names; UTC where neither names one that is known."""
    named = os.environ.get("TZ", "").lstrip(":") or os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    if named.startswith("/"):
        named = named.partition("zoneinfo/")[2]
    try:
        if not named:
            named = Path("/etc/timezone").read_text(encoding="utf-8").strip()
        return UTC if named in _SAME_AS_UTC else ZoneInfo(named)
    except (OSError, ValueError, KeyError):  # a KeyError where there is no such zone
        return UTC


def zone_name(zone: tzinfo) -> str:
    """Return the zone's name: "Europe/Berlin", "UTC"."""
    key = getattr(zone, "key", "UTC")
    return "UTC" if key in _SAME_AS_UTC else str(key)
