"""`digest config`: every value with its origin, and a file that cannot be used refused with 2."""

import json
from pathlib import Path

import pytest

from digest.config.read import FEED, INGEST, TOP

from .conftest import Digest

TOML = """timezone = "Asia/Tokyo"
[[feeds]]
url = "https://paper.example/feed.xml"
login = { user = "ann", password = "s3cret" }
"""


def test_without_a_file_all_is_default(digest: Digest, home: Path) -> None:
    shown = {setting["name"]: setting for setting in json.loads(digest("config", "--json").out)}
    assert shown["database"] == {
        "name": "database",
        "value": str(home / "digest.db"),
        "source": "$DIGEST_DB",
    }
    assert shown["config"]["source"] == "default; there is no such file"
    assert shown["ingest.timeout"] == {"name": "ingest.timeout", "value": 20.0, "source": "default"}


def test_each_value_says_where_it_comes_from_and_no_password_is_shown(
    digest: Digest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "my.toml"
    file.write_text(TOML)
    named = digest("--config", file, "--db", home / "x.db", "config")
    monkeypatch.setenv("DIGEST_CONFIG", str(file))
    by_environment = digest("config")
    for shown, source in ((named, "--config"), (by_environment, "$DIGEST_CONFIG")):
        assert (shown.code, shown.err) == (0, "")
        assert f"config                {file}  ({source})".split() in [line.split() for line in shown.lines]
        assert any(line.endswith("Asia/Tokyo  (line 1)") for line in shown.lines)
        assert any(line.endswith("https://paper.example/feed.xml; login ann  (line 2)") for line in shown.lines)
        assert "s3cret" not in shown.out
    assert any(line.endswith("x.db  (--db)") for line in named.lines)


def test_every_key_is_explained_and_every_limit_listed(digest: Digest) -> None:
    explained, listed = digest("config", "--help").out, digest("config").out
    for table in (TOP, INGEST, FEED):
        assert [key for key in table if f"  {key} = " not in explained] == []
    assert [key for key in INGEST if f"ingest.{key} " not in listed] == []


def test_a_file_in_the_configuration_folder_is_found(digest: Digest, home: Path) -> None:
    (home / "config" / "digest").mkdir(parents=True)
    (home / "config" / "digest" / "config.toml").write_text("[ingest]\ntimeout = 5\n")
    assert any(line.endswith("5  (line 2)") for line in digest("config").lines)


def test_what_is_wrong_is_one_line_each_and_ends_with_2(digest: Digest, home: Path) -> None:
    (home / "bad.toml").write_text('fetch_timout = 5\n[[feeds]]\nurl = "htp:/x"\n')
    for command in ("config", "ingest"):
        shown = digest("--config", home / "bad.toml", command)
        assert (shown.code, shown.out) == (2, "")
        first, second = shown.err.splitlines()
        assert first.startswith(f"digest: {home / 'bad.toml'}, line 1: fetch_timout: ")
        assert "htp:/x" in second
    missing = digest("--config", home / "none.toml", "config")
    assert (missing.code, missing.err) == (2, f"digest: {home / 'none.toml'}: there is no such file\n")
