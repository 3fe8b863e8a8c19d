"""`digest ingest` as cron runs it: no terminal, no home, interrupted, beside others; what was stored stays whole."""

import fcntl
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.model import Feed, FullText
from digest.store import Store

from ..web.server import Handler, Page, Web, item, rss

ROOT = Path(__file__).parents[2]
DIGEST = [sys.executable, "-m", "digest"]


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "digest.db"


def subscribe(path: Path, web: Web, *names: str) -> None:
    """Subscribe to feeds of one item each, served under these names."""
    with Store(path) as store:
        for name in names:
            web.pages.setdefault(name, Page(rss(item(1, f"http://quay-courier.example{name}"))))
            store.add_feed(Feed(web.url(name), full_text=FullText.NEVER))


def start(path: Path, *options: str, **how: object) -> "subprocess.Popen[str]":
    """Start an ingest in a process of its own."""
    process: subprocess.Popen[str] = subprocess.Popen(
        [*DIGEST, "--db", str(path), "ingest", *options],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,  # type: ignore[call-overload]
    )
    return process


def run(path: Path, *options: str, **how: object) -> "tuple[int, str, str]":
    """Run an ingest to its end and return code, stdout and stderr."""
    process = start(path, *options, **how)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def stored(path: Path) -> list[str]:
    """Return the addresses of the articles, and see that the file is whole and each article has a story."""
    with Store(path) as store:
        store.check()
        return sorted(article.url.rpartition("/")[2] for article in store.articles(limit=None))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["TERM", "INT"])
def test_a_signal_ends_a_run_and_keeps_what_has_come(path: Path, web: Web, number: int, code: int) -> None:
    asked, hold = threading.Event(), threading.Event()

    def silent(handler: Handler) -> None:
        asked.set()
        hold.wait(30)

    web.pages["/slow"] = Page(raw=silent)
    subscribe(path, web, "/quick", "/slow")
    process = start(path, "--json")
    try:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        assert first["new"] == 1
        assert asked.wait(30)
        process.send_signal(number)
        _, err = process.communicate(timeout=10)
    finally:
        hold.set()
        process.kill()
    assert process.returncode == code
    assert err == "Ended early, after 1 of 2 feeds: 1 new article; the next run goes on.\n"
    assert stored(path) == ["quick"]
    web.pages["/slow"] = Page(rss(item(2, "http://quay-courier.example/slow")))
    assert run(path)[0] == 0
    assert stored(path) == ["quick", "slow"]
    with Store(path) as store:
        assert store.ungrouped() == ()


def test_a_signal_is_heeded_while_another_program_holds_the_database(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    process = start(path)
    try:
        while not web.asked:
            assert process.poll() is None
        for _ in range(2):  # the first is a wish, the second an order
            process.send_signal(signal.SIGTERM)
            threading.Event().wait(0.2)
        _, err = process.communicate(timeout=10)
    finally:
        other.close()
        process.kill()
    assert (process.returncode, err) == (143, "digest: interrupted; what was stored before is kept\n")
    assert run(path) == (0, "", "1 feed: 1 new article\n")


def test_cron_needs_to_set_nothing(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    done = run(path, "--quiet", env={"PYTHONPATH": str(ROOT)}, preexec_fn=lambda: os.chdir("/"))
    assert done == (0, "", "")
    assert stored(path) == ["feed"]


def test_outputs_that_are_closed_are_no_reason_to_stop(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed", "/gone")
    web.pages["/gone"] = Page("", 410)
    command = 'exec "$0" -m digest --db "$1" ingest --json <&- >&- 2>&-'
    done = subprocess.run(["bash", "-c", command, sys.executable, str(path)], cwd=ROOT, check=False)
    assert done.returncode == 1
    assert stored(path) == ["feed"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_log_on_a_full_disk_is_no_reason_to_stop(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*DIGEST, "--db", str(path), "ingest"], cwd=ROOT, stderr=full, check=False)
    assert done.returncode == 0
    assert stored(path) == ["feed"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_data_that_cannot_be_written_is_said_once_all_is_stored(path: Path, web: Web) -> None:
    subscribe(path, web, "/a", "/b", "/c")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*DIGEST, "--db", str(path), "ingest", "--json"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.splitlines()[0] == "3 feeds: 3 new articles"
    assert "No space left" in done.stderr
    assert stored(path) == ["a", "b", "c"]


def test_a_reader_who_has_enough_does_not_end_the_run(path: Path, web: Web) -> None:
    subscribe(path, web, "/a", "/b", "/c")
    command = '"$0" -m digest --db "$1" ingest --json | head -c 1'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command, sys.executable, str(path)], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"3 feeds: 3 new articles\n")
    assert stored(path) == ["a", "b", "c"]


def test_a_lock_that_a_killed_run_left_behind_hinders_nobody(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    path.with_name("digest.db.lock").write_text("4711")
    assert run(path) == (0, "", "1 feed: 1 new article\n")


def test_a_link_to_the_database_is_the_same_database(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    link = path.with_name("link.db")
    link.symlink_to(path)
    with path.with_name("digest.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        code, _, err = run(link)
    assert (code, "another ingest is in progress" in err) == (0, True)
    assert stored(path) == []


def test_an_import_waits_for_the_ingest_in_progress(path: Path, tmp_path: Path) -> None:
    document = tmp_path / "report.txt"
    document.write_text("Ferry fire\n\nAt least 14 people were rescued from the ferry Kestrel on Thursday.\n")
    with path.with_name("digest.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = subprocess.Popen(
            [*DIGEST, "--db", str(path), "import", str(document)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        assert process.stderr.readline() == "digest: an ingest is in progress; waiting for it to end\n"
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "1 new article\n")


def test_a_damaged_page_is_found_before_anything_is_asked_for(path: Path, web: Web) -> None:
    subscribe(path, web, "/feed")
    other = sqlite3.connect(path)
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    code, _, err = run(path)
    assert (code, err.count("\n")) == (3, 1)
    assert f"digest: {path}: the file is damaged" in err
    assert web.asked == []
    assert path.read_bytes() == bytes(content)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody without a home")
def test_a_user_without_a_home_is_told_what_is_missing() -> None:
    code = (
        "import os, sys\nimport digest.cli.feeds, digest.cli.ingest, digest.cli.run, digest.config.read, digest.store\n"
        "import digest.ingest.feeds, digest.ingest.wanted, digest.store.migrations\n"
        "os.setuid(54321)\nsys.exit(digest.cli.run.run(sys.argv[1:]))"
    )
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        for arguments in (["feeds"], ["--db", f"{folder}/digest.db", "ingest"]):
            done = subprocess.run(
                [sys.executable, "-c", code, *arguments],
                env={"PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=False,
            )
            answers.append((done.returncode, done.stderr.strip()))
    assert answers == [
        (2, "digest: no home folder is known; set $HOME, or name the database with --db or $DIGEST_DB"),
        (0, "No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`."),
    ]
