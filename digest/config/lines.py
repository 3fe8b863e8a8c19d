"""In which line of a TOML file a key stands: the standard library's reader does not say."""

import re
from collections import Counter

_TABLE = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_NAME = r"[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'"
_KEY = re.compile(rf"\s*(?P<name>{_NAME})(?:\s*\.\s*(?P<inner>{_NAME}))?\s*[.=]")
_LONG = re.compile(r"\"\"\"|'''")


def key_lines(text: str) -> dict[str, int]:
    """Return the line of each key and table by its path: "timezone", "ingest.timeout", "feeds.0.url", "feeds.0",
    "keys.stories.compare".

    The text is valid TOML. What stands inside an inline table or deeper in a dotted key is not told apart.
    """
    found: dict[str, int] = {}
    tables: Counter[str] = Counter()
    prefix, inside = "", ""
    for number, line in enumerate(text.split("\n"), start=1):
        begun = inside
        for fence in _LONG.findall(line):
            inside = fence if not inside else "" if inside == fence else inside
        if begun:
            continue  # the rest of a text over several lines
        if match := _TABLE.match(line):
            prefix = _bare(match["name"])
            if match["open"] == "[[":
                tables[prefix] += 1
                prefix = f"{prefix}.{tables[prefix] - 1}"
            found.setdefault(prefix, number)
        elif match := _KEY.match(line):
            name = f"{prefix}.{_bare(match['name'])}" if prefix else _bare(match["name"])
            found.setdefault(name, number)
            if match["inner"]:
                found.setdefault(f"{name}.{_bare(match['inner'])}", number)
    return found


def _bare(name: str) -> str:
    return name.strip().strip("\"'")
