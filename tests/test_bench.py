"""The benchmark's own arithmetic, and that it needs nothing which is not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.analysis.comparison.compare import compare
from digest.analysis.sources import as_source

from .bench.compare import articles
from .bench.cost import run
from .bench.goals import Figure, table


def figure(peer: str, repeat: int, cpu: float, code: int = 0) -> Figure:
    """Return one run of a peer over unchanged feeds."""
    return Figure(peer, "warm", repeat, 2 * cpu, cpu, 50.0, code, 10, 5, 0.0, 0.5)


def test_ratios_are_taken_within_one_repeat_and_runs_that_failed_do_not_count() -> None:
    ours = [figure("digest", 0, 1.0), figure("digest", 1, 3.0), figure("digest", 2, 9.0, code=1)]
    theirs = [figure("newsboat-t20", 0, 2.0), figure("newsboat-t20", 1, 2.0), figure("newsboat-t20", 2, 2.0)]
    (line,) = [
        line for line in table([*ours, *theirs]).splitlines() if line.startswith("| unchanged (304) | 0 | newsboat")
    ]
    assert "1.00 (0.50-1.50)" in line
    assert line.endswith("| 2 |")


def test_a_step_that_is_done_in_two_runs_counts_both() -> None:
    ours = [Figure("digest", step, 0, wall, wall) for step, wall in (("cold", 2.0), ("prime", 3.0))]
    (line,) = [
        line for line in table([*ours, Figure("newsboat-t20", "cold", 0, 2.0, 2.0)]).splitlines() if "next" in line
    ]
    assert "2.50 (2.50-2.50)" in line


def test_without_the_peers_the_benchmark_says_so_and_ends_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.bench.ingest"]
    done = subprocess.run(command, env=os.environ | {"BENCH": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.startswith("not measured")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands orphans over")
def test_the_time_of_children_nobody_waits_for_is_counted() -> None:
    busy = "import time\nwhile time.process_time() < 0.2: pass"
    left_alone = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}])"
    assert run([sys.executable, "-W", "ignore", "-c", left_alone]).cpu_s >= 0.2


def test_the_accounts_that_are_compared_are_the_same_each_time_and_have_what_to_compare() -> None:
    ten = articles(10)
    assert ten == articles(10)
    assert all(600 < len(one.text.split()) < 700 for one in ten)
    rows = compare([as_source(one) for one in ten[:4]]).rows
    assert {row.state.family for row in rows if len(row.present) > 1} == {"agree", "differ"}
