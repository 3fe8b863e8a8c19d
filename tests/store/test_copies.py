"""Backup, restore and recovery, on real files that others write to, that are damaged or not ours."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.model import Reading
from digest.store import Store
from digest.store.copies import backup, restore
from digest.store.recovery import recover

from .sample import NOW, article, saved, told

COUNT = 400


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A closed database with so many articles that each table has many pages."""
    path = tmp_path / "digest.db"
    with Store(path) as store:
        told(store, 1, *(article(str(n), text=f"The ferry {n} left. " * 40) for n in range(COUNT)))
        store.star([7], True)
    return path


def titles(path: Path) -> set[str]:
    with Store(path) as store:
        store.check()
        return {found.title for found in store.articles(limit=None)}


def test_a_backup_is_one_whole_file_for_its_owner_only(full: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "digest.bak"
    size = backup(full, target)
    assert (size, target.stat().st_mode & 0o777) == (target.stat().st_size, 0o600)
    assert [path.name for path in target.parent.iterdir()] == ["digest.bak"]
    assert titles(target) == titles(full)


def test_a_backup_made_while_another_writes_is_of_one_moment(full: Path, tmp_path: Path) -> None:
    done = threading.Event()

    def write() -> None:
        with Store(full) as store:
            for n in range(COUNT, COUNT + 60, 2):
                saved(store, article(str(n)), article(str(n + 1)))
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    number = 0
    while not done.is_set() or not number:
        number += 1
        backup(full, tmp_path / f"{number}.db")
    writer.join()
    assert all(len(titles(tmp_path / f"{n + 1}.db")) % 2 == 0 for n in range(number))


def test_an_earlier_backup_is_replaced_but_no_other_file(full: Path, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy.db")
    backup(full, tmp_path / "copy.db")
    (tmp_path / "letter.txt").write_text("Dear Ann, " * 50)
    for target in (tmp_path / "letter.txt", tmp_path, full):
        with pytest.raises(StoreError):
            backup(full, target)
    assert (tmp_path / "letter.txt").read_text().startswith("Dear Ann")
    with pytest.raises(StoreError, match="there is no database"):
        backup(tmp_path / "none.db", tmp_path / "copy.db")


def test_a_restored_copy_takes_the_place_and_the_replaced_one_is_kept(full: Path, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy.db")
    with Store(full) as store:
        saved(store, article("later"))
    kept = restore(tmp_path / "copy.db", full, NOW)
    assert kept is not None
    assert kept.parent == full.parent
    assert len(titles(full)) == COUNT
    assert len(titles(kept)) == COUNT + 1
    assert restore(tmp_path / "copy.db", tmp_path / "new" / "digest.db", NOW) is None


@pytest.mark.parametrize("what", ["newer", "foreign", "text", "damaged", "missing"])
def test_what_is_no_sound_copy_of_ours_is_refused_and_nothing_changed(full: Path, tmp_path: Path, what: str) -> None:
    copy = tmp_path / "copy.db"
    if what != "missing":
        backup(full, copy)
    if what == "newer":
        with closing(sqlite3.connect(copy)) as db:
            db.execute("PRAGMA user_version = 999")
    elif what == "foreign":
        with closing(sqlite3.connect(copy)) as db:
            db.execute("PRAGMA application_id = 1")
    elif what == "text":
        copy.write_text("no database")
    elif what == "damaged":
        overwrite(copy, page=copy.stat().st_size // 8192)
    before = full.read_bytes()
    with pytest.raises(StoreError, match=r"copy\.db: "):
        restore(copy, full, NOW)
    assert full.read_bytes() == before
    assert not list(tmp_path.glob("*replaced*"))
    assert not list(tmp_path.glob(".*"))


def test_a_database_that_is_open_elsewhere_is_not_replaced(full: Path, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy.db")
    with Store(full) as store:
        store.mark([1], Reading.READ)
        with pytest.raises(StoreError, match="another program has it open"):
            restore(tmp_path / "copy.db", full, NOW)
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as db:
        db.execute("CREATE TABLE bookmarks (x)")
    with pytest.raises(StoreError, match="another program's database"):
        restore(tmp_path / "copy.db", tmp_path / "theirs.db", NOW)


def test_a_damaged_database_is_replaced_and_kept(full: Path, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy.db")
    garbage = os.urandom(100)
    full.write_bytes(garbage + full.read_bytes()[100:])
    kept = restore(tmp_path / "copy.db", full, NOW)
    assert kept is not None
    assert kept.read_bytes()[:100] == garbage
    assert len(titles(full)) == COUNT


def overwrite(path: Path, page: int, size: int = 4096) -> None:
    with path.open("r+b") as file:
        file.seek(page * size)
        file.write(b"\xff" * size)


@pytest.mark.parametrize("page", range(2, 300, 23))
def test_one_damaged_page_costs_little(full: Path, tmp_path: Path, page: int) -> None:
    with closing(sqlite3.connect(full)) as db:
        (first,) = db.execute("SELECT max(rootpage) FROM sqlite_master").fetchone()
    pages = full.stat().st_size // 4096
    overwrite(full, first + page % (pages - first))  # those before say what tables there are and lead to all of them
    before = full.read_bytes()
    found = recover(full, tmp_path / "new.db")
    assert found.articles >= COUNT - 45  # a page of the light rows holds some thirty
    assert full.read_bytes() == before
    recovered = titles(tmp_path / "new.db")
    assert len(recovered) == found.articles
    with Store(tmp_path / "new.db") as store:
        assert len(store.search("ferry", limit=1000)) == found.articles


def test_a_head_of_garbage_costs_nothing(full: Path, tmp_path: Path) -> None:
    whole = titles(full)
    full.write_bytes(os.urandom(100) + full.read_bytes()[100:])
    found = recover(full, tmp_path / "new.db")
    assert found.torn == ()
    assert titles(tmp_path / "new.db") == whole
    with Store(tmp_path / "new.db") as store:
        assert [story.articles for story in store.stories()] == [COUNT]
        assert len(store.articles(starred=True)) == 1
        assert saved(store, article("0")) == (1,)


def test_a_file_cut_in_half_gives_what_is_left(full: Path, tmp_path: Path) -> None:
    body = full.read_bytes()
    full.write_bytes(body[: len(body) // 2])
    found = recover(full, tmp_path / "new.db")
    assert found.articles > COUNT // 10
    assert found.torn
    assert len(titles(tmp_path / "new.db")) == found.articles


def test_what_holds_nothing_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "noise.db").write_bytes(os.urandom(20_000))
    with pytest.raises(StoreError, match=r"noise\.db: nothing in it can be read"):
        recover(tmp_path / "noise.db", tmp_path / "new.db")
    assert [path.name for path in tmp_path.iterdir()] == ["noise.db"]


def test_a_table_that_is_gone_is_not_taken_for_an_empty_one(full: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(full)) as db:
        db.execute("DROP TABLE revisions")
    assert "revisions" in recover(full, tmp_path / "new.db").torn
