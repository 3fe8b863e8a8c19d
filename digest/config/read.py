"""The configuration file to settings; whatever is wrong with it is said with its line, all of it at once."""

import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..errors import ConfigError
from . import values
from .lines import key_lines
from .settings import Config, DigestWish, FeedWish, Limits

_MOST_BYTES = 1024 * 1024
_MOST_IN_LINE = 4_000
_MOST_PROBLEMS = 20
_PLACE = re.compile(r"\s*\(at (?:(line \d+), (column \d+)|end of document)\)$")

Checks = Mapping[str, Callable[[object], Any]]

TOP: Checks = {"timezone": values.zone, "theme": values.theme, "on_new_difference": values.arguments}
INGEST: Checks = {
    "contact": values.text,
    "timeout": values.seconds,
    "connect_timeout": values.seconds,
    "feed_mib": values.whole(1, 64),
    "page_mib": values.whole(1, 16),
    "pages": values.whole(0, 2_000),
    "connections": values.whole(1, 256),
    "per_host": values.whole(1, 8),
    "page_spacing": values.seconds,
    "interval": values.duration,
    "workers": values.whole(0, 64),
}
FEED: Checks = {
    "url": values.address,
    "title": values.text,
    "tags": values.tags,
    "timeout": values.seconds,
    "full_text": values.full_text,
    "interval": values.duration,
    "login": values.login,
}
DIGEST: Checks = {
    "folder": values.text,
    "format": values.choice("markdown", "html", "plain", "json", "csv"),
    "view": values.text,
    "sections": values.names,
    "min_outlets": values.whole(1, 100),
    "limit": values.whole(1, 10_000),
}
_TABLES: dict[str, Checks] = {"": TOP, "[ingest]": INGEST, "[digest]": DIGEST, "[[feeds]]": FEED}


def load(path: Path, needed: bool = True) -> Config:
    """Return what the file sets; ConfigError names file, line and key of everything that is wrong.

    A file that is not there is one that sets nothing, unless it is `needed`.
    """
    text = _text(path, needed)
    if text is None:
        return Config()
    try:
        found = tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError(f"{path}: nested too deeply") from error
    except ValueError as error:
        raise ConfigError(_syntax(path, str(error), text)) from error
    reader = _Reader(path, key_lines(text))
    config = reader.config(found)
    if reader.problems:
        raise ConfigError(*reader.problems[:_MOST_PROBLEMS])
    return config


class _Reader:
    """Reads one file's tables and collects what is wrong with them."""

    def __init__(self, path: Path, lines: Mapping[str, int]) -> None:
        self.problems: list[str] = []
        self._path = path
        self._lines = lines

    def config(self, found: dict[str, Any]) -> Config:
        """Return what the tables set, as far as it is right."""
        limits, wish = self._table(found, "ingest"), self._table(found, "digest")
        feeds, views, keys = found.pop("feeds", []), found.pop("views", {}), found.pop("keys", {})
        top = self._checked(found, "", TOP)
        if not isinstance(feeds, list) or not all(isinstance(feed, dict) for feed in feeds):
            self._complain("feeds", "has to be tables: write [[feeds]] above each feed")
            feeds = []
        return Config(
            path=self._path,
            **top,
            ingest=Limits(**self._checked(limits, "ingest", INGEST)),
            feeds=tuple(self._feeds(feeds)),
            views=self._views(views),
            keys=self._keys(keys),
            digest=DigestWish(**self._checked(wish, "digest", DIGEST)),
            lines=self._lines,
        )

    def _table(self, found: dict[str, Any], name: str) -> dict[str, Any]:
        """Take a table out of what was found."""
        table = found.pop(name, {})
        if isinstance(table, dict):
            return table
        self._complain(name, f"has to be a table: [{name}]")
        return {}

    def _feeds(self, feeds: list[dict[str, Any]]) -> Iterator[FeedWish]:
        seen: dict[str, int] = {}
        for number, feed in enumerate(feeds):
            place = f"feeds.{number}"
            line = self._lines.get(place, 0)
            if "url" not in feed:
                self._complain(place, "has no url")
            fields = self._checked(feed, place, FEED)
            url = fields.get("url")
            if url in seen:
                self._complain(f"{place}.url", f"names a feed again that line {seen[url]} names")
            elif url:
                seen[url] = line
                yield FeedWish(**fields, line=line)

    def _views(self, views: object) -> dict[str, str]:
        """Return the saved queries as texts: whoever asks for one reads it, so that no ingest fails over it."""
        if not isinstance(views, dict):
            self._complain("views", 'has to be a table: [views], and below it name = "query"')
            return {}
        return self._checked(views, "views", dict.fromkeys(views, values.query))

    def _keys(self, table: object) -> dict[str, tuple[str, ...]]:
        """Return the keys of commands, written `stories.compare = "x"` or in a table of their own: [keys.stories]."""
        if not isinstance(table, dict):
            self._complain("keys", 'has to be a table: [keys], and below it stories.compare = "x"')
            return {}
        flat: dict[str, object] = {}
        for name, value in table.items():
            inner = value.items() if isinstance(value, dict) else [("", value)]
            flat.update({f"{name}.{key}" if key else name: keys for key, keys in inner})
        return self._checked(flat, "keys", dict.fromkeys(flat, values.keys))

    def _checked(self, table: dict[str, Any], place: str, checks: Checks) -> dict[str, Any]:
        """Return the table's values that are right."""
        good: dict[str, Any] = {}
        for key, value in table.items():
            if len(self.problems) >= _MOST_PROBLEMS:
                break
            where = f"{place}.{key}" if place else key
            if key not in checks:
                self._complain(where, _unknown(key, checks))
                continue
            try:
                good[key] = checks[key](value)
            except ValueError as error:
                self._complain(where, str(error))
        return good

    def _complain(self, where: str, what: str) -> None:
        line = self._lines.get(where) or self._lines.get(where.rpartition(".")[0])
        name = re.sub(r"^feeds\.\d+", "[[feeds]]", where).replace("]].", "]] ")
        name = re.sub(r"^(ingest|views|keys|digest)\.", r"[\1] ", name)
        self.problems.append(f"{self._path}{f', line {line}' if line else ''}: {name}: {what}")


def _text(path: Path, needed: bool) -> str | None:
    """Return the file's text; None if it is not there and need not be."""
    try:
        if path.is_dir():
            raise ConfigError(f"{path}: this is a folder, not a configuration file")
        if str(path) == os.devnull:
            return ""
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path}: this is no file")
        with path.open("rb") as file:
            body = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        if not needed:
            return None
        raise ConfigError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{path}: cannot be read: {reason}") from error
    if len(body) > _MOST_BYTES:
        raise ConfigError(f"{path}: larger than {_MOST_BYTES // 1024**2} MiB; this is no configuration file")
    for number, raw in enumerate(body.split(b"\n"), start=1):
        if len(raw) > _MOST_IN_LINE:  # the library takes minutes over a key of so many parts
            what = f"longer than {_MOST_IN_LINE:,} bytes; this is no configuration file"
            raise ConfigError(f"{path}, line {number}: {what}")
    try:
        return body.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}, line {line}: not a text in UTF-8; this is no configuration file") from error


def _syntax(path: Path, message: str, text: str) -> str:
    place = _PLACE.search(message)
    last = f", line {len(text.splitlines())}"
    where = "" if place is None else f", {place[1]}, {place[2]}" if place[1] else last
    what = _PLACE.sub("", message)
    return f"{path}{where}: not valid TOML: {what[:1].lower()}{what[1:]}"


def _unknown(key: str, checks: Checks) -> str:
    """Say that there is no such key, and which one is nearest: in this table, else in another."""
    others = sorted({name for table in _TABLES.values() for name in table})
    near = get_close_matches(key, checks, n=1, cutoff=0.6)
    if near and key not in others:
        return f"there is no such key; did you mean {near[0]}?"
    for name in get_close_matches(key, others, n=1, cutoff=0.5):
        tables = [table for table, keys in _TABLES.items() if table and name in keys]
        if tables:
            return f"there is no such key here; did you mean {name} in {' or '.join(tables)}?"
        return f"there is no such key here; did you mean {name}, above all tables?"
    return f"there is no such key; there are {', '.join(checks)}"
