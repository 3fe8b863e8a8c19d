"""Local documents in, outcomes out: each stored as it is read, then what is new is grouped once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import DocumentError
from ..model import Article
from ..store import Store
from ..web import jsonlines
from ..web.files import ENDINGS, read_document
from ..web.workers import Workers
from .grouping import group

READ = (*ENDINGS, *jsonlines.ENDINGS)
"""The endings of the files that are taken in."""


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """How taking in one document ended; a failure is a value, never an exception."""

    path: str
    """The file, with the line behind a colon where it holds one article a line."""
    article_id: int | None = None
    new: bool = False
    """False for a document that was there before, changed or not."""
    title: str = ""
    outlet: str = ""
    error: str = ""


def import_paths(
    paths: Iterable[Path], store: Store, *, now: dt.datetime, outlet: str = "", date: dt.date | None = None
) -> Iterator[DocumentOutcome]:
    """Yield one outcome a document, or a line of a .jsonl file; exhaust it, for the grouping comes after the last.

    A folder stands for the documents in it and below, those of other endings and hidden ones left aside.
    """
    with Workers(1, pages=True) as workers:
        for path in paths:
            found = list(_documents(path))
            if not found:
                yield DocumentOutcome(str(path), error=f"no documents in this folder ({', '.join(READ)})")
            for file in found:
                if file.suffix.lower() in jsonlines.ENDINGS:
                    yield from _take_in_lines(file, store, now, outlet, date)
                else:
                    yield _take_in(file, store, workers, now, outlet, date)
    group(store)


def _documents(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in READ and not hidden and file.is_file():
            yield file


def _take_in(
    file: Path, store: Store, workers: Workers, now: dt.datetime, outlet: str, date: dt.date | None
) -> DocumentOutcome:
    """Store one document and say how it ended."""
    try:
        article = read_document(file, workers, now=now, outlet=outlet, day=date)
    except DocumentError as error:
        return DocumentOutcome(str(file), error=error.reason)
    return _keep(str(file), article, store)


def _take_in_lines(
    file: Path, store: Store, now: dt.datetime, outlet: str, date: dt.date | None
) -> Iterator[DocumentOutcome]:
    """Store the articles of a file line by line; a bad line costs itself and is named by its number."""
    try:
        for line in jsonlines.read_lines(file, now=now, outlet=outlet, day=date):
            place = f"{file}:{line.number}"
            if line.article is None:
                yield DocumentOutcome(place, error=line.error)
            else:
                yield _keep(place, line.article, store)
    except DocumentError as error:
        yield DocumentOutcome(str(file), error=error.reason)


def _keep(place: str, article: Article, store: Store) -> DocumentOutcome:
    saved = store.save_document(article)
    return DocumentOutcome(place, saved.ids[0], new=bool(saved.new), title=article.title, outlet=article.outlet)
