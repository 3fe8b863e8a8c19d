"""What a digest can be asked for: formats, queries, sections, a check of an earlier one, defaults from the file."""

import csv
import io
import json
from pathlib import Path

import pytest

from digest.model import Reading
from digest.store import Store

from .conftest import Digest

pytestmark = pytest.mark.usefixtures("filled")
DAYS = ("--since", "4d")


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def test_a_query_chooses_the_stories_and_is_said(digest: Digest) -> None:
    shown = digest("export", *DAYS, "-q", "bank OR zeppelin")
    assert headings(shown.out)[2:] == ["## 1. Bank holds rates at 2.25 %"]
    assert "query: bank OR zeppelin" in shown.lines
    assert "Only stories that fit: bank OR zeppelin" in shown.lines
    none = digest("export", *DAYS, "-q", "zeppelin")
    assert (none.code, none.err) == (0, "No story of this period fits.\n")
    assert digest("export", "-q", "(bank").code == 2
    assert digest("export", "-q", "bank", "--explain").out == "the word “bank” in the title or the text\n"


def test_what_comes_later_does_not_make_a_past_story_fit(digest: Digest) -> None:
    assert "1 story" in digest("export", "--day", "2020-08-28", "-q", "rescuers").out
    assert "0 stories" in digest("export", "--day", "2020-08-28", "-q", "towed").out


def test_sections_hold_what_their_view_finds_each_story_once(digest: Digest, home: Path) -> None:
    (home / "v.toml").write_text('[views]\nsea = "ferry"\nall = "ferry OR bank"\nnone = "zeppelin"\n')
    digest("tag", "money", 2)
    shown = digest("--config", home / "v.toml", "export", *DAYS, "--section", "sea", "--section", "#money")
    assert headings(shown.out)[2:] == [
        "## sea",
        "### 1. Ferry fire: 14 rescued",
        "## \\#money",
        "### 2. Bank holds rates at 2.25 %",
    ]
    shown = digest("--config", home / "v.toml", "export", *DAYS, "--section", "none", "--section", "sea")
    assert headings(shown.out)[2:] == [
        "## none",
        "## sea",
        "### 1. Ferry fire: 14 rescued",
        "## Further stories",
        "### 2. Bank holds rates at 2.25 %",
    ]
    assert "did you mean 'sea'?" in digest("--config", home / "v.toml", "export", "--section", "see").err


def test_every_format_tells_the_same_stories(digest: Digest, home: Path) -> None:
    page = digest("export", *DAYS, "--format", "html").out
    assert '<h2 id="1-ferry-fire-14-rescued">1. Ferry fire: 14 rescued</h2>' in page
    assert "1. Ferry fire: 14 rescued\n-----" in digest("export", *DAYS, "--format", "plain").out
    told = json.loads(digest("export", *DAYS, "--format", "json").out)
    assert [one["story"]["id"] for one in told["stories"]] == [1, 2]
    assert told["from"] == "2020-08-25T05:00:00Z"
    rows = list(csv.DictReader(io.StringIO(digest("export", *DAYS, "--format", "csv").out)))
    assert {row["story"] for row in rows} == {"1"}
    for form, name in (("html", "html"), ("plain", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")):
        written = digest("export", "--day", "2020-08-28", "--format", form, "--out", home / "out")
        assert written.lines == [str(home / "out" / f"digest-2020-08-28.{name}")]


def test_a_digest_of_a_query_or_view_has_a_file_of_its_own(digest: Digest, home: Path) -> None:
    (home / "v.toml").write_text('[views]\n"../Sea News" = "ferry"\n')
    call = ("--config", home / "v.toml", "export", "--day", "2020-08-28", "--out", home / "out")
    assert digest(*call, "--view", "../Sea News").lines == [str(home / "out" / "digest-2020-08-28-sea-news.md")]
    assert digest(*call, "-q", '"../x" OR ferry').lines == [str(home / "out" / "digest-2020-08-28-x-or-ferry.md")]
    assert sorted(path.name for path in home.iterdir() if path.is_dir()) == ["out"]


def test_a_check_says_whether_a_digest_is_still_what_the_database_says(
    digest: Digest, home: Path, filled: Path
) -> None:
    call = ("export", "--day", "2020-08-28", "--out", home / "out")
    path = home / "out" / "digest-2020-08-28.md"
    missing = digest(*call, "--check")
    assert (missing.code, missing.err) == (1, f"digest: {path}: not written yet\n")
    assert not path.exists()
    digest(*call)
    with Store(filled) as store:
        store.mark([1], Reading.READ)
    assert (digest(*call, "--check").code, digest(*call, "--check").out) == (0, "")
    digest("outlet", "rename", "Harbour Post", "Harbour Mail")
    before = path.read_bytes()
    changed = digest(*call, "--check")
    assert (changed.code, changed.err) == (1, f"digest: {path}: no longer what the database says\n")
    assert path.read_bytes() == before
    assert digest("export", "--check").code == 2


def test_the_configuration_says_what_a_digest_is_like_unless_an_option_does(digest: Digest, home: Path) -> None:
    (home / "d.toml").write_text(
        f'[digest]\nfolder = "{home / "there"}"\nformat = "plain"\nview = "sea"\nlimit = 1\n[views]\nsea = "ferry"\n'
    )
    config = ("--config", home / "d.toml")
    written = digest(*config, "export", "--day", "2020-08-28")
    assert written.lines == [str(home / "there" / "digest-2020-08-28.txt")]
    assert "Only stories that fit: ferry" in (home / "there" / "digest-2020-08-28.txt").read_text()
    assert digest(*config, "export", "--out", "-", "--format", "markdown").out.startswith("---\n")
    shown = {s["name"]: s for s in json.loads(digest(*config, "config", "--json").out)}
    assert shown["digest.limit"] == {"name": "digest.limit", "value": 1, "source": "line 5"}
    assert shown["digest.sections"]["source"] == "default"
    (home / "d.toml").write_text('[digest]\nformat = "markdwn"\n')
    assert 'line 2: [digest] format: cannot be "markdwn"; did you mean markdown?' in digest(*config, "export").err
