"""The screens beside newsboat over the same invented articles, in a real terminal: `python -m tests.bench.tui`.

Databases of 1,000, 6,000 and 100,000 articles; each figure is a median over the repeats, ours and newsboat's taken in
turn. Judge by CPU: wall time on a busy machine says nothing. Without newsboat its ratios are not measured.
"""

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from digest.store import Store

from .news import feed_files, fill
from .readers import ROOT
from .terminal import Terminal

SMALL, MIDDLE, LARGE = 1_000, 6_000, 100_000
OURS = ("j", "j", "j", "j", "k", "j", "\x04", "\x04", "\x15", "j", "G", "g", "j", "j", "n", "\x04", "j", "k", "j", "j")
NEWSBOAT_MIB = 118
"""newsboat's memory at 100,000 articles as it was measured when the goal was set."""


@dataclass(slots=True)
class Figures:
    """What one program did over one number of articles, over the repeats."""

    first_s: list[float] = field(default_factory=list)
    """CPU until the first stories or feeds are on the screen."""
    rest_s: list[float] = field(default_factory=list)
    """CPU until nothing more is drawn."""
    keys_ms: list[float] = field(default_factory=list)
    """CPU from a key to what it draws."""
    typed_ms: list[float] = field(default_factory=list)
    """The same for letters typed into the search."""
    mib: list[float] = field(default_factory=list)


def ours(database: Path, figures: Figures) -> None:
    """Open the screens over a database, move about, search."""
    env = {"PYTHONPATH": str(ROOT), "DIGEST_CONFIG": os.devnull}
    with Terminal([sys.executable, "-m", "digest", "--db", str(database)], cwd=database.parent, env=env) as terminal:
        begun = terminal.until(b" outlets")
        figures.first_s.append(terminal.cpu_s if begun else math.nan)
        terminal.settle()
        figures.rest_s.append(terminal.cpu_s)
        for key in OURS:
            figures.keys_ms.append(1000 * terminal.press(key))
            terminal.settle(0.15)
        terminal.press("/")
        terminal.settle()
        for letter in "ferry":
            figures.typed_ms.append(1000 * terminal.press(letter))
            terminal.settle(0.15)
        figures.mib.append(terminal.peak_mib)


def theirs(folder: Path, figures: Figures) -> None:
    """Open newsboat over its cache and move about."""
    with Terminal(_newsboat(), cwd=folder, env={"HOME": str(folder)}) as terminal:
        begun = terminal.until(b"Your feeds")
        figures.first_s.append(terminal.cpu_s if begun else math.nan)
        terminal.settle()
        figures.rest_s.append(terminal.cpu_s)
        for key in "jjjjjjjjjj":
            figures.keys_ms.append(1000 * terminal.press(key))
            terminal.settle(0.1)
        figures.mib.append(terminal.peak_mib)


def _newsboat() -> list[str]:
    return ["newsboat", "-u", "urls", "-c", "cache.db", "-C", "config"]


def newsboat_cache(folder: Path, number: int) -> None:
    """Let newsboat take in the articles."""
    urls = feed_files(folder / "feeds", number)
    (folder / "urls").write_text("\n".join(urls))
    (folder / "config").write_text("")
    command = [*_newsboat(), "-x", "reload"]
    subprocess.run(command, cwd=folder, env=os.environ | {"HOME": str(folder)}, check=True, capture_output=True)


def searching(database: Path) -> list[float]:
    """Return the milliseconds of CPU that newest-50 searches take, one for each word."""
    found = []
    with Store(database) as store:
        for word in ("ferry", "council bridge", "item 000042", "kestrel", "no such words"):
            for _ in range(3):
                begun = time.thread_time()
                store.search(word, 50)
                found.append(1000 * (time.thread_time() - begun))
    return found


def table(found: Mapping[tuple[str, int], Figures], search_ms: list[float], handler_ms: float) -> Iterator[str]:
    """Yield the figures against the goals, as Markdown."""
    yield "| what | figure | goal |"
    yield "|---|---|---|"
    for number, goal in ((MIDDLE, 0.5), (LARGE, 0.05)):
        if ("newsboat", number) in found:
            mine, other = (statistics.median(found[name, number].first_s) for name in ("digest", "newsboat"))
            shown = f"{mine:.2f} / {other:.2f} s = {mine / other:.3f}"
            yield f"| first screen at {number:,}, CPU, digest / newsboat | {shown} | <= {goal} |"
    small, large = (statistics.median(found["digest", number].first_s) for number in (SMALL, LARGE))
    yield f"| first screen, {LARGE:,} / {SMALL:,}, CPU | {large / small:.2f} | <= 1.2 |"
    for name, most in (("digest", f"<= {0.6 * NEWSBOAT_MIB:.0f} MiB"), ("newsboat", "")):
        if (name, LARGE) in found:
            yield f"| memory of {name} at {LARGE:,} | {statistics.median(found[name, LARGE].mib):.0f} MiB | {most} |"
    for name, times in (("key", found["digest", LARGE].keys_ms), ("typed letter", found["digest", LARGE].typed_ms)):
        drawn = [ms for ms in times if not math.isnan(ms)]
        shown = f"{statistics.median(drawn):.1f} ms median, {max(drawn):.1f} worst of {len(drawn)}"
        yield f"| {name} to paint at {LARGE:,}, CPU | {shown} | <= 20 median, <= 50 worst |"
    yield f"| the longest handler at {LARGE:,}, CPU | {handler_ms:.1f} ms | <= 20 |"
    shown = f"{statistics.median(search_ms):.2f} ms median, {max(search_ms):.2f} worst"
    yield f"| search at {LARGE:,}, newest 50, CPU | {shown} | <= 1 |"


def main() -> None:
    """Build what is needed, measure in turn, print each run and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="a folder for the databases, to be used again")
    options = parser.parse_args()
    found: dict[tuple[str, int], Figures] = {}
    with tempfile.TemporaryDirectory() as scratch:
        place = options.keep or Path(scratch)
        jobs = list(_jobs(place))
        for _ in range(options.repeats):
            for name, number, where in jobs:
                figures = found.setdefault((name, number), Figures())
                (ours if name == "digest" else theirs)(where, figures)
                print(
                    f"{name:9} {number:7,} first {figures.first_s[-1]:6.2f} s all {figures.rest_s[-1]:6.2f} s"
                    f" {figures.mib[-1]:4.0f} MiB load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
        database = next(where for name, number, where in jobs if (name, number) == ("digest", LARGE))
        handler = subprocess.run(
            [sys.executable, "-m", "tests.bench.handlers", str(database)], cwd=ROOT, capture_output=True, text=True
        )
        if handler.returncode:
            sys.exit(handler.stderr)
        longest = handler.stdout.splitlines()
        print("\n".join(longest))
        print("\n".join(table(found, searching(database), float(longest[0].split()[0]))))


def _jobs(place: Path) -> Iterator[tuple[str, int, Path]]:
    """Yield each program with a number of articles and where they are, built if they are not there yet."""
    for number in (SMALL, MIDDLE, LARGE):
        database = place / str(number) / "digest.db"
        if not database.exists():
            database.parent.mkdir(parents=True, exist_ok=True)
            fill(database, number)
        yield "digest", number, database
        if number > SMALL and shutil.which("newsboat"):
            folder = place / f"newsboat-{number}"
            if not (folder / "cache.db").exists():
                newsboat_cache(folder, number)
            yield "newsboat", number, folder


if __name__ == "__main__":
    main()
