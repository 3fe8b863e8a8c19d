"""A local file of articles, one JSON object a line, each line for itself."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import BinaryIO

from ..errors import DocumentError, FeedError
from ..model import Article, Provenance
from ..text import clean, clean_line, headline, sentences
from ..text.language import language
from .credit import credit
from .dates import plausible, when
from .guard import web_url
from .outlets import registrable_domain

ENDINGS = (".jsonl", ".ndjson")
_LINE = 5 * 1024 * 1024
_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: an article, or why it is none."""

    number: int
    article: Article | None = None
    error: str = ""


def read_lines(path: Path, *, now: datetime, outlet: str = "", day: date | None = None) -> Iterator[Line]:
    """Yield the lines that are not empty, one at a time; DocumentError if the file cannot be read.

    `text` is needed; `title`, `url`, `outlet`, `published` (a date or time, UTC where no zone is given) and `language`
    are taken where they are there, other fields are let be. `outlet` and `day` go before what a line says.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while body := file.readline(_LINE + 1):
                number += 1
                if len(body) > _LINE:
                    _skip_line(file, body)
                    yield Line(number, error=f"longer than {_LINE // 1024**2} MiB")
                elif body.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield _line(number, body, path, now, outlet, day)
    except FileNotFoundError as error:
        raise DocumentError(str(path), "there is no such file") from error
    except OSError as error:
        raise DocumentError(str(path), f"cannot be read: {error.strerror or error}") from error
    if not number:
        raise DocumentError(str(path), "is empty")


def _skip_line(file: BinaryIO, begun: bytes) -> None:
    while begun and not begun.endswith(b"\n"):
        begun = file.readline(_LINE)


def _line(number: int, body: bytes, path: Path, now: datetime, outlet: str, day: date | None) -> Line:
    try:
        found = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Line(number, error="not in UTF-8")
    except RecursionError:
        return Line(number, error="nested too deeply")
    except ValueError as error:
        return Line(number, error=clean_line(f"not JSON: {error}", 200))
    if not isinstance(found, dict):
        return Line(number, error="not an object: write {…} with title, text, url, outlet, published")
    try:
        return Line(number, _article(found, path, now, outlet, day))
    except ValueError as error:
        return Line(number, error=clean_line(str(error), 200))


def _article(found: dict[str, object], path: Path, now: datetime, outlet: str, day: date | None) -> Article:
    text = clean(_said(found, "text"))[:_TEXT].strip()
    if not text:
        raise ValueError("it has no text")
    url = _address(_said(found, "url"))
    title, title_from, text = _title(clean_line(_said(found, "title")), text)
    published, published_from = _published(_said(found, "published"), day, now)
    name, name_from = _outlet(outlet, clean_line(_said(found, "outlet"), 80), url, path)
    said = credit(text)
    own = hashlib.sha256(f"{name}\n{title}\n{text}".encode()).hexdigest()[:24]
    stated = _said(found, "language").strip().lower()[:2]
    return Article(
        key=url or f"{path.resolve()}#{own}",
        outlet=name,
        outlet_from=name_from,
        title=title,
        title_from=title_from,
        text=text,
        fetched=now,
        url=url,
        published=published,
        published_from=published_from,
        language=stated if stated.isascii() and stated.isalpha() else language(f"{title}\n{text}"),
        agency=said.agency,
        place=said.place,
    )


def _said(found: dict[str, object], name: str) -> str:
    """Return a field's text, empty where it is not there."""
    value = found.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a text in quotes")
    return value


def _address(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(web_url(text))
    except FeedError as error:
        raise ValueError(f"url: {error.reason}") from error


def _title(given: str, text: str) -> tuple[str, Provenance, str]:
    """Return title, its provenance, and the text without a headline that is the title."""
    if given:
        return given, Provenance.TEXT, text
    if line := headline(text):
        return clean_line(text[slice(*line)]), Provenance.TEXT, (text[: line[0]] + text[line[1] :]).strip()
    lead = next((text[s.start : s.end] for s in sentences(text)), text[:200])
    return clean_line(lead), Provenance.LEAD, text


def _published(text: str, day: date | None, now: datetime) -> tuple[datetime | None, Provenance]:
    if day is not None:
        return _noon(day), Provenance.OPTION
    if not text.strip():
        return None, Provenance.FETCHED
    try:
        found: datetime | None = _noon(date.fromisoformat(text.strip()))
    except ValueError:
        found = when(text)
    if found is None:
        raise ValueError(f"published: {text!r} is no date; write it as 2020-08-28 or 2020-08-28T15:20:00Z")
    if plausible(found, now) is None:
        raise ValueError(f"published: {text!r} lies before 1970 or in the future")
    return found, Provenance.TEXT


def _outlet(option: str, given: str, url: str, path: Path) -> tuple[str, Provenance]:
    if option:
        return clean_line(option, 80), Provenance.OPTION
    if given:
        return given, Provenance.TEXT
    if domain := registrable_domain(url):
        return domain, Provenance.INFERRED
    return clean_line(path.stem.replace("_", " ").replace("-", " "), 80), Provenance.FILE


def _noon(day: date) -> datetime:
    """Return a moment that is of that day nearly everywhere."""
    return datetime.combine(day, time(12), tzinfo=UTC)
