"""Several programs at one file, and programs that die while they write."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.model import FeedAnswer
from digest.store import Store

from .sample import article, feed, saved

BATCH = 20
ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from digest.model import FeedAnswer
from digest.store import Store
from tests.store.sample import article, feed
store = Store(Path(sys.argv[1]))
for batch in range(10_000):
    some = [article(f"{batch}-{n}", text=f"Wave {n} of {batch}. " * 50) for n in range(20)]
    store.save(FeedAnswer(feed(store), tuple(some)), {a.key: "h" for a in some})
    sys.stdout.write(".")
    sys.stdout.flush()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "digest.db"


def test_a_reader_reads_on_while_a_writer_writes(path: Path) -> None:
    with Store(path) as writer, Store(path, wait=0) as reader:
        saved(writer, article("1"))
        writer._db.execute("BEGIN IMMEDIATE")
        writer._db.execute("DELETE FROM contents")
        assert len(reader.articles()) == 1
        assert reader.search("ferry")
        writer._db.rollback()
        saved(writer, article("2"))
        assert len(reader.articles()) == 2


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.1, other.rollback)
        timer.start()
        assert saved(store, article("1")) == (1,)
        timer.join()
        other.close()


def test_a_writer_that_waited_in_vain_says_so_and_can_go_on(path: Path) -> None:
    with Store(path) as first, Store(path, wait=0) as second:
        first._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"digest\.db: another program is writing") as caught:
            saved(second, article("1"))
        assert "\n" not in str(caught.value)
        first._db.rollback()
        assert saved(second, article("1")) == (1,)


def test_a_full_disk_is_said_and_what_was_stored_is_whole(path: Path) -> None:
    with Store(path) as store:
        saved(store, article("1"))
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages:d}")
        with pytest.raises(StoreError, match="disk is full"):
            saved(store, *(article(str(n), text="Waves. " * 2000) for n in range(2, 9)))
        store._db.execute("PRAGMA max_page_count = 100000")
        assert [held.key for held in store.articles()] == ["1"]
        assert len(saved(store, article("2"), article("3"))) == 2
        store.check()


def test_programs_that_open_a_new_file_at_once_all_get_it(path: Path) -> None:
    code = "import sys, pathlib, digest.store; digest.store.Store(pathlib.Path(sys.argv[1])).close()"
    running = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    assert [program.wait(timeout=60) for program in running] == [0, 0, 0]
    with Store(path) as store:
        assert saved(store, article("1")) == (1,)


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("batches", [1, 3, 8])
def test_a_program_killed_while_saving_leaves_whole_answers_only(path: Path, batches: int) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        writer.stdout.read(batches)
        writer.send_signal(signal.SIGKILL)
    with Store(path) as store:
        store.check()
        found = store.counts().articles
        assert found >= batches * BATCH
        assert found % BATCH == 0
        assert len(store.entry_hashes(1)) == found
        assert len(store.search("wave", limit=found + 1)) == found
        answer = FeedAnswer(feed(store), (article("0-0", text="Wave 0 of 0. " * 50), article("late")))
        assert len(store.save(answer).new) == 1


def test_a_second_store_in_one_program_never_costs_the_first_what_it_writes(path: Path) -> None:
    code = "import sys, pathlib, digest.store\nwith digest.store.Store(pathlib.Path(sys.argv[1])) as s: s.counts()"
    with Store(path) as screen:
        saved(screen, article("1"))
        Store(path).close()  # as a screen's worker does
        subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=ROOT)  # as cron does
        saved(screen, article("2"))
    with Store(path) as again:
        assert {kept.key for kept in again.articles()} == {"1", "2"}
