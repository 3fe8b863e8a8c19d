"""What a page costs: fetched, read, stored and indexed by a whole ingest; and what a second child brings to reading."""

import asyncio
import os
import sqlite3
import statistics
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from digest.store import Store
from digest.web import reading
from digest.web.workers import Workers

from .cost import run
from .readers import environment, subscribe

FEEDS = 20
_READ = 300
_REPEATS = 3


def measured(scratch: Path, urls: Sequence[str]) -> tuple[str, ...]:
    """Return lines that say what was measured on the farm whose feeds these are."""
    folder = scratch / "pages"
    folder.mkdir()
    spent = [_ingest(folder / str(n), urls[:FEEDS]) for n in range(_REPEATS)]
    pages = _pages(folder / "0")
    ratios = [one / two for one, two in ((_read(pages, 1), _read(pages, 2)) for _ in range(_REPEATS))]
    return (
        f"a page, all in (ingest --no-stories): {_span(spent)} ms CPU; goal <= 10",
        f"two children against one, {len(pages)} pages, wall: {_span(ratios)} x; goal >= 1.8"
        f" ({os.cpu_count()} processors, load {os.getloadavg()[0]:.1f})",
    )


def _ingest(folder: Path, urls: Sequence[str]) -> float:
    """Return the milliseconds of CPU a page, of a first ingest that takes every page."""
    folder.mkdir()
    (folder / "urls").write_text("\n".join(urls))
    subscribe(folder, "always")
    command = [sys.executable, "-m", "digest", "--db", "digest.db", "ingest", "--quiet", "--no-stories"]
    cost = run(command, cwd=str(folder), env=environment(), log=str(folder / "log"))
    with sqlite3.connect(folder / "digest.db") as db:
        whole = int(db.execute("SELECT count(*) FROM articles WHERE NOT excerpt").fetchone()[0])
    return cost.cpu_s / whole * 1000


def _pages(folder: Path) -> list[tuple[str, bytes]]:
    with Store(folder / "digest.db") as store:
        urls = [article.url for article in store.articles(limit=_READ)]
    return [(url, urllib.request.urlopen(url).read()) for url in urls]


def _read(pages: Sequence[tuple[str, bytes]], children: int) -> float:
    """Return the seconds in which so many children read the pages, their start left out."""

    async def read() -> float:
        async with Workers(children, pages=True) as workers:
            await asyncio.gather(*(workers.run("", reading.page, body, url) for url, body in pages[: 8 * children]))
            begun = time.perf_counter()
            await asyncio.gather(*(workers.run("", reading.page, body, url) for url, body in pages))
            return time.perf_counter() - begun

    return asyncio.run(read())


def _span(figures: Sequence[float]) -> str:
    return f"{statistics.median(figures):.2f} ({min(figures):.2f}-{max(figures):.2f})"
