"""`digest doctor`, `backup` and `restore`: what is wrong is said with the way out, and nothing is lost on it."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.cli.lock import only_one
from digest.model import Feed, FeedAnswer
from digest.store import Store

from .conftest import Digest


@pytest.fixture(autouse=True)
def no_cron(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the machine's own crontab out of it."""
    monkeypatch.setenv("PATH", str(tmp_path))


def found(digest: Digest, *arguments: object) -> dict[str, dict[str, str]]:
    return {check["name"]: check for check in json.loads(digest(*arguments, "doctor", "--json").out)}


@pytest.mark.usefixtures("filled")
def test_a_sound_database_is_well(digest: Digest) -> None:
    shown = digest("doctor")
    assert (shown.code, shown.err) == (0, "")
    assert all(line.startswith("ok  ") for line in shown.lines)
    checks = found(digest)
    assert "sound, 4 articles, 2 stories" in checks["database"]["found"]
    assert checks["versions"]["found"].startswith("digest 0.")


def test_nothing_is_made_where_there_is_nothing_yet(digest: Digest, home: Path) -> None:
    assert digest("doctor").code == 0
    assert list(home.iterdir()) == []


def test_what_wants_a_look_is_said_and_is_no_failure(digest: Digest, filled: Path) -> None:
    now = datetime.now(UTC)
    with Store(filled) as store:
        feed = store.add_feed(Feed("https://paper.example/feed"))
        store.save(FeedAnswer(replace(feed, failures=9, error="not found (HTTP 404)", checked=now)))
        store.record_run(datetime(2020, 8, 1, tzinfo=UTC), datetime(2020, 8, 1, tzinfo=UTC), [])
    filled.chmod(0o644)
    shown = digest("doctor")
    assert shown.code == 0
    assert sum(line.startswith("look") for line in shown.lines) == 3
    assert "https://paper.example/feed: not found (HTTP 404), 9 times in a row" in shown.out
    assert f"chmod 600 {filled}" in shown.out
    assert "digest schedule install" in shown.out


def test_a_configuration_that_is_wrong_ends_with_2_and_an_open_password_is_said(digest: Digest, home: Path) -> None:
    file = home / "my.toml"
    file.write_text("zzz = 1")
    assert digest("--config", file, "doctor").code == 2
    file.write_text("[[feeds]]\nurl = 'https://a.example/'\nlogin = { user = 'ann', password = 's3cret' }\n")
    file.chmod(0o644)
    shown = digest("--config", file, "doctor")
    assert shown.code == 0
    assert "holds a password others can read" in shown.out
    assert "s3cret" not in shown.out


def test_a_search_index_that_does_not_fit_is_found(digest: Digest, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        db.execute("DROP TRIGGER contents_changed")
        db.execute("UPDATE contents SET title = 'Other words'")
        db.commit()
    shown = digest("doctor")
    assert shown.code == 3
    assert "the search index does not fit the texts" in shown.out


def test_a_damaged_database_is_named_recovered_and_restored(digest: Digest, filled: Path, home: Path) -> None:
    filled.write_bytes(os.urandom(100) + filled.read_bytes()[100:])
    shown = digest("doctor")
    assert shown.code == 3
    assert any(line.startswith("BAD   database: ") and "damaged" in line for line in shown.lines)
    assert digest("stories").code == 3
    done = digest("doctor", "--recover", home / "new.db")
    assert (done.code, done.out) == (0, "")
    assert "4 articles, 2 stories, 0 feeds; every row of it could be read" in done.err
    assert "restored from" in digest("restore", home / "new.db").err
    assert len(digest("stories").lines) == 5
    assert digest("doctor", "--recover", home / "new.db").code == 3


def test_a_backup_is_restored_and_what_it_replaces_is_kept(digest: Digest, filled: Path, home: Path) -> None:
    assert digest("backup", home / "copy.db").code == 0
    with Store(filled) as store:
        store.add_feed(Feed("https://paper.example/feed"))
    done = digest("restore", home / "copy.db")
    assert done.code == 0
    (kept,) = home.glob("digest.db.replaced-*")
    assert str(kept) in done.err
    assert digest("feeds").out == ""
    assert "paper.example" in digest("--db", kept, "feeds").out


def test_nothing_is_restored_while_an_ingest_runs(digest: Digest, filled: Path, home: Path) -> None:
    digest("backup", home / "copy.db")
    with only_one(filled):
        done = digest("restore", home / "copy.db")
    assert done.code == 3
    assert "an ingest is in progress" in done.err


def test_a_backup_to_a_place_that_cannot_be_is_a_storage_error(digest: Digest, filled: Path, home: Path) -> None:
    (home / "letter").write_text("Dear Ann")
    assert digest("backup", home / "letter").code == 3
    assert digest("backup", home / "letter" / "copy.db").code == 3
    assert digest("restore", home / "missing.db").code == 3
    assert (home / "letter").read_text() == "Dear Ann"
