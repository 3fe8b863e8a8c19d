"""A local .txt, .md or .html file to an article, each thing it says with where that was found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from ..errors import DocumentError, FeedError
from ..model import Article, Provenance
from ..text import clean_line, headline, sentences
from ..text.language import language
from . import reading
from .credit import Credit, credit
from .dates import plausible, when
from .entries import link
from .plaintext import decoded, front_matter, unwrapped, without_markdown
from .undated import full_dates, inferred_day, stated_day
from .workers import Workers

ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm")
_BYTES = 5 * 1024 * 1024
_FILE_DATE = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_NUMBERS = re.compile(r"\b[0-9a-f]{8,}\b|\b\d+\b")


def read_document(path: Path, workers: Workers, *, now: datetime, outlet: str = "", day: date | None = None) -> Article:
    """Return the article a local file holds; DocumentError, in one line, if it holds none.

    `outlet` and `day` go before what the text says. A day without a time of day stands for its noon in UTC, which is
    the same day nearly everywhere. HTML is read in a child process.
    """
    body = _bytes(path)
    ending = path.suffix.lower()
    if ending in (".html", ".htm"):
        article = _from_html(body, path, workers, now)
    elif ending in ENDINGS:
        article = _from_text(decoded(body, str(path)), path, now, markdown=ending in (".md", ".markdown"))
    else:
        known = ", ".join(ENDINGS)
        raise DocumentError(str(path), f"cannot be read: its ending is none of {known}")
    if outlet:
        article = replace(article, outlet=clean_line(outlet, 80), outlet_from=Provenance.OPTION)
    if day is not None:
        article = replace(article, published=_noon(day), published_from=Provenance.OPTION)
    return replace(article, language=article.language or language(f"{article.title}\n{article.text}"))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _BYTES:
            raise DocumentError(str(path), f"is larger than {_BYTES // 1024**2} MiB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(str(path), "there is no such file") from error
    except OSError as error:
        raise DocumentError(str(path), f"cannot be read: {error.strerror or error}") from error


def _from_text(whole: str, path: Path, now: datetime, *, markdown: bool) -> Article:
    fields: Mapping[str, str] = {}
    heading, text = "", whole
    if markdown:
        fields, text = front_matter(whole)
        heading, text = without_markdown(text)
    text = unwrapped(text)
    if not text:
        raise DocumentError(str(path), "holds no text")
    title, origin, text = _title(text, clean_line(fields.get("title", "")) or clean_line(heading))
    said = credit(text)
    name, name_from = _outlet(said, path, clean_line(fields.get("outlet") or fields.get("source") or "", 80))
    published, published_from = _published(text, said, path, now, fields.get("date", ""))
    return Article(
        key=str(path.resolve()),
        outlet=name,
        outlet_from=name_from,
        title=title,
        title_from=origin,
        text=text,
        fetched=now,
        url=link(fields.get("url") or fields.get("link") or "", "http://localhost/"),
        published=published,
        published_from=published_from,
        authors=tuple(name for name in [clean_line(fields.get("author", ""), 100)] if name),
        agency=said.agency,
        place=said.place,
    )


def _from_html(body: bytes, path: Path, workers: Workers, now: datetime) -> Article:
    if not body.strip():
        raise DocumentError(str(path), "is empty")
    try:
        page = workers.wait(str(path), reading.page, body, "")
    except FeedError as error:
        raise DocumentError(str(path), error.reason) from error
    if page is None or not page.text:
        raise DocumentError(str(path), (page.barrier if page else "") or "holds no article text")
    said = credit(page.text)
    name, name_from = (page.outlet, Provenance.PAGE) if page.outlet else _outlet(said, path, "")
    published, published_from = plausible(page.published, now), Provenance.PAGE
    if published is None:
        published, published_from = _published(page.text, said, path, now, "")
    title, title_from, text = page.title, Provenance.PAGE, page.text
    if not title:
        title, title_from, text = _title(text, "")
    return Article(
        key=str(path.resolve()),
        outlet=name,
        outlet_from=name_from,
        title=title,
        title_from=title_from,
        text=text,
        fetched=now,
        url=page.url,
        published=published,
        published_from=published_from,
        language=language(f"{title}\n{text}") or page.language,
        authors=page.authors,
        agency=said.agency,
        place=said.place,
    )


def _title(text: str, given: str) -> tuple[str, Provenance, str]:
    """Return title, its provenance and the text without its headline line, for the title holds that."""
    if given:
        return given, Provenance.TEXT, text
    if line := headline(text):
        return clean_line(text[slice(*line)]), Provenance.TEXT, (text[: line[0]] + text[line[1] :]).strip()
    lead = next((text[s.start : s.end] for s in sentences(text)), text[:200])
    return clean_line(lead), Provenance.LEAD, text


def _outlet(said: Credit, path: Path, given: str) -> tuple[str, Provenance]:
    named = given or said.outlet or said.agency
    if named:
        return named, Provenance.TEXT
    words = _NUMBERS.sub(" ", _FILE_DATE.sub(" ", path.stem).replace("_", " ").replace("-", " ")).split()
    return clean_line(" ".join(word[:1].upper() + word[1:] for word in words) or path.stem, 80), Provenance.FILE


def _published(text: str, said: Credit, path: Path, now: datetime, given: str) -> tuple[datetime | None, Provenance]:
    """Return the first plausible date, what is said before what is worked out."""
    for found, origin in _dates(text, said, path, given):
        if (date_time := plausible(found, now)) is not None:
            return date_time, origin
    return None, Provenance.FETCHED


def _dates(text: str, said: Credit, path: Path, given: str) -> Iterator[tuple[datetime | None, Provenance]]:
    exact = len(given) > len("2020-08-28")
    yield when(given) if exact else _noon(next(iter(full_dates(given)), None)), Provenance.TEXT
    yield _noon(said.day), Provenance.TEXT
    yield _noon(stated_day(text)), Provenance.TEXT
    named = _FILE_DATE.search(path.stem)
    in_name = next(iter(full_dates("-".join(named.groups()))), None) if named else None
    inferred = inferred_day(text)
    year = in_name or inferred
    if said.month_day and year:
        yield _noon(date(year.year, *said.month_day)), Provenance.INFERRED
    yield _noon(in_name), Provenance.FILE
    yield _noon(inferred), Provenance.INFERRED


def _noon(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), tzinfo=UTC) if day else None
