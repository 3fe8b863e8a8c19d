"""Ingest beside newsboat and reader, in turn on one farm of feeds: `make bench`, or `python -m tests.bench.ingest`.

The farm and the peers' drivers lie in the folder $BENCH (by default ../shared/bench), not in the project; where it is
missing this says so and ends well. $READER_PYTHON is an interpreter that has the package `reader`. Judge by CPU and by
ratios: each line of the table is a median over the repeats, with the span of the repeats' own ratios.
What a page costs, and what a second child brings, is measured after that (`pages.py`).
"""

import argparse
import compileall
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import pages
from .cost import run
from .goals import Figure, table
from .readers import ROOT, digests

STEPS = (("cold", 0), ("prime", 0), ("warm", 0), ("one-new", 1))
"""newsboat keeps validators from its second run on only: "prime" is that run and no goal."""


def main() -> None:
    """Run the peers in turn and print each run as it ends, then the ratios."""
    options = _options()
    bench = Path(os.environ.get("BENCH") or ROOT.parent / "shared" / "bench").resolve()
    if not (bench / "peers.py").exists():
        print(f"not measured: no peers.py in {bench}; name the folder with $BENCH")
        return
    sys.path.insert(0, str(bench))
    peers = importlib.import_module("peers")
    peers.__dict__["run"] = run
    peers.__dict__["READER_PYTHON"] = os.environ.get("READER_PYTHON") or peers.READER_PYTHON
    known = {**peers.PEERS, **digests(peers.Peer, run)}
    compileall.compile_dir(ROOT / "digest", quiet=1)  # as an installation does
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as scratch, _farm(bench, options.port, options.feeds, options.entries):
        for repeat in range(options.repeats):
            for latency in options.latency_ms.split(","):
                for name in options.peers.split(","):
                    for figure in _rounds(known[name], Path(scratch), repeat, latency, options.port):
                        figures.append(figure)
                        print(_line(figure), flush=True)
        _ask(options.port, "set?generation=0&latency-ms=0")
        costs = pages.measured(Path(scratch), _ask(options.port, "urls").split()) if options.pages else ()
    if options.out:
        options.out.write_text(json.dumps([asdict(figure) for figure in figures], indent=1))
    print("\n".join([table(figures), *costs]))


def _rounds(peer: type[Any], scratch: Path, repeat: int, latency: str, port: int) -> Iterator[Figure]:
    _ask(port, f"set?generation=0&latency-ms={latency}")
    subscribed = _ask(port, "urls").split()
    one = peer(scratch, subscribed)
    one.reset()
    for step, generation in STEPS:
        _ask(port, f"set?generation={generation}")
        if hasattr(one, "before"):
            one.before(step)
        load = os.getloadavg()[0]
        cost = one.update()
        stats = json.loads(_ask(port, "stats"))
        yield Figure(
            one.name, step, repeat, cost.wall_s, cost.cpu_s, cost.rss_mib, cost.code, one.entries(),
            stats.get("feed", 0) + stats.get("a", 0), stats.get("bytes", 0) / 1e6, load, latency,
        )  # fmt: skip


def _line(figure: Figure) -> str:
    return (
        f"{figure.peer:14} {figure.step:8} {figure.latency:>3} ms wall {figure.wall:6.2f} cpu {figure.cpu:6.2f}"
        f" rss {figure.rss:4.0f} entries {figure.entries} requests {figure.requests} {figure.megabytes:.1f} MB"
        f" rc {figure.code} load {figure.load:.1f}"
    )


@contextmanager
def _farm(bench: Path, port: int, feeds: int, entries: int) -> Iterator[None]:
    """Serve the feeds on loopback until the block ends."""
    command = [sys.executable, str(bench / "farm.py"), "--port", str(port), "--feeds", str(feeds)]
    command += ["--hosts", str(feeds), "--entries", str(entries)]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stdout is not None
            server.stdout.readline()  # "farm ready"
            yield
        finally:
            server.terminate()


def _ask(port: int, what: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_farm/{what}") as answer:
        text: str = answer.read().decode()
        return text


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=19000)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--entries", type=int, default=30)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--latency-ms", default="0,100", help="one or more, each a round of its own")
    there = ["Newsboat20"] if shutil.which("newsboat") else []
    there += ["Reader20"] if os.environ.get("READER_PYTHON") else []
    parser.add_argument("--peers", default=",".join(["Digest", *there, "DigestPages"]))
    parser.add_argument("--no-pages", dest="pages", action="store_false", help="leave out what a page costs")
    parser.add_argument("--out", type=Path, help="where to write every run as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
