"""Opening: a new file is made, an own one kept, any other refused untouched."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.store import Store
from digest.store.coverage import coverage
from digest.store.migrations import migrations
from digest.store.rows import time_text
from digest.store.schema import APPLICATION_ID, VERSION

from .sample import NOW, ago, article, saved, told


def test_a_new_file_and_its_folder_are_made_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "digest.db"
    with Store(path) as store:
        saved(store, article("1"))
        modes = [stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()]
    assert modes
    assert set(modes) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_was_stored_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path) as store:
        saved(store, article("1"))
        before = store.articles()
    with Store(path) as store:
        assert store.articles() == before


def test_a_new_file_bears_our_mark_before_anything_else_happens(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path):
        head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72]) == APPLICATION_ID
    assert int.from_bytes(head[60:64]) == VERSION == len(migrations._migrations)


def test_an_empty_file_counts_as_new(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    path.touch()
    with Store(path) as store:
        assert store.counts().articles == 0


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE places (id, url)")
    other.commit()
    other.close()
    refused(path, "another program", "--db")


def test_a_newer_digests_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    Store(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    refused(path, "newer digest", "update digest")


@pytest.mark.parametrize("content", [b"not a database", b"\0" * 5000, os.urandom(5000)], ids=["text", "zeros", "noise"])
def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "digest.db"
    path.write_bytes(content)
    refused(path, "damaged or not a database", "digest doctor")


def test_a_file_cut_in_half_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    refused(path, "damaged", "digest doctor")


def test_a_damaged_page_is_found_by_a_check(tmp_path: Path) -> None:
    path = filled(tmp_path)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096  # a page of rows: those of the tables themselves come first
    path.write_bytes(content)
    with Store(path) as store:
        store.check(most=4096)
        with pytest.raises(StoreError, match="damaged"):
            store.check()


def test_a_whole_file_passes_the_check(tmp_path: Path) -> None:
    with Store(filled(tmp_path)) as store:
        store.check()


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder; name a file with --db"):
        Store(tmp_path)


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"digest\.db: cannot be opened"):
        Store(tmp_path / "file" / "digest.db")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_that_may_not_be_written_is_refused_with_the_way_out() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "digest.db"
        Store(path).close()
        path.chmod(0o644)
        code = (
            "import os, sys, pathlib, digest.store, digest.errors\nos.setuid(65534)\n"
            "try:\n    digest.store.Store(pathlib.Path(sys.argv[1]))\n"
            "except digest.errors.StoreError as error:\n    sys.stdout.write(str(error))"
        )
        said = subprocess.check_output([sys.executable, "-c", code, str(path)], text=True)
    assert said.startswith(f"{path}: cannot be opened for writing")
    assert "--db" in said


def test_a_migration_that_was_interrupted_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    half = sqlite3.connect(path)
    half.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    half.commit()
    half.close()
    with Store(path) as store:
        assert saved(store, article("1")) == (1,)


def test_stories_of_an_earlier_file_take_the_dates_their_articles_state(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with Store(path) as store:
        told(store, 1, article("1", published=ago(900)), article("2", published=None))
        told(store, 2, article("3", published=None), name="coast")
        now = [(story.id, story.last_seen) for story in store.stories()]
    earlier = sqlite3.connect(path)
    fetched = (time_text(NOW), coverage(1, NOW))
    earlier.execute("UPDATE stories SET last_seen = ?, coverage = ?", fetched)
    earlier.execute("DELETE FROM _sqlite_migrations WHERE name = 'm025_stated_dates'")
    earlier.execute("PRAGMA user_version = 24")
    earlier.commit()
    earlier.close()
    with Store(path) as store:
        assert [(story.id, story.last_seen) for story in store.stories()] == now == [(1, ago(900)), (2, NOW)]


def filled(folder: Path) -> Path:
    """Return a closed database of some 60 pages."""
    path = folder / "digest.db"
    with Store(path) as store:
        saved(store, *(article(str(n), text=f"Waves rose at pier {n}. " * 40) for n in range(100)))
    return path


def refused(path: Path, *words: str) -> None:
    """Assert that opening says these words and the file's name, and changes no byte."""
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert all(word in str(caught.value) for word in words)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("there", [False, True], ids=["no file", "an empty file"])
def test_a_reader_makes_no_database(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "folder" / "digest.db"
    if there:
        path.parent.mkdir()
        path.touch()
    with Store(path, create=False) as store:
        assert store.missing
        assert store.counts().articles == 0
    assert path.exists() is there
    assert not there or path.stat().st_size == 0
    with Store(path) as store:
        assert not store.missing
    with Store(path, create=False) as store:
        assert not store.missing


def test_what_is_no_regular_file_is_refused() -> None:
    with pytest.raises(StoreError, match="/dev/null: this is a device or a pipe, not a regular file"):
        Store(Path("/dev/null"))
