"""Whatever goes wrong: one line that says what, where and what to do, and the documented exit code."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from digest.cli.commands import COMMANDS, cli
from digest.cli.run import unexpected
from digest.store import Store

from .conftest import Digest, Result


def complains(result: Result, code: int, *parts: str) -> None:
    assert result.code == code
    assert result.out == ""
    assert result.err.startswith("digest: ")
    assert result.err.count("\n") == 1
    for part in parts:
        assert part in result.err


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        ("storis", ("'storis'", "did you mean 'stories'?")),
        ("qqqq", ("'qqqq'", "digest --help")),
        ("stories --jsn", ("--jsn", "--json")),
        ("stories --db x.db", ("--db goes before the command",)),
        ("stories --since soonish", ("'soonish'", "24h", "2020-08-28")),
        ("export --day 2020-02-30", ("'2020-02-30'", "2020-08-28")),
        ("export --day 2020-08-28 --since 24h", ("exclude each other",)),
        ("show", ("STORY",)),
        ("show b7", ("'b7'", "a12")),
        ("show 99", ("99", "digest stories")),
        ("show a99", ("99", "digest articles")),
        ("compare 99", ("99", "digest stories")),
        ("compare x", ("'x'",)),
        ("articles --story 99", ("99",)),
        ("add paper.example/feed", ("paper.example/feed", "http")),
        ("add file:///etc/hosts", ("file:///etc/hosts", "http")),
        ("add --title T https://a.example/ https://b.example/", ("--title",)),
        ("stories --sort loudest", ("loudest", "coverage")),
        ("feeds renam 1 x", ("'renam'", "did you mean 'rename'?")),
        ("feeds pause 99", ("no feed 99", "digest feeds")),
        ("feeds set 1", ("nothing to set", "--interval")),
        ("feeds set 1 --interval often", ("--interval", "30m")),
        ("outlet rename Nobody x", ("no outlet 'Nobody'",)),
    ],
)
def test_wrong_usage_is_one_line_and_ends_with_2(
    digest: Digest, home: Path, arguments: str, parts: tuple[str, ...]
) -> None:
    with Store(home / "digest.db"):
        pass
    complains(digest(*arguments.split()), 2, *parts)


@pytest.mark.parametrize("there", [False, True], ids=["no file", "an empty file"])
def test_reading_makes_no_database_and_says_how_to_start(digest: Digest, home: Path, there: bool) -> None:
    path = home / "folder" / "other.db"
    if there:
        path.parent.mkdir()
        path.touch()
    for command in ("", "stories", "articles", "articles --outlet X --story 3", "search x", "stories --json"):
        shown = digest("--db", path, *command.split())
        assert (shown.code, shown.out) == (0, "[]\n" if "--json" in command else "")
        assert shown.err == (
            f"No database at {path} yet: start with `digest demo`, `digest add URL` or `digest import FILE`.\n"
        )
    for command in ("show 3", "compare 3", "mark read 3", "export"):
        complains(digest("--db", path, *command.split()), 2, f"no database at {path} yet", "digest demo")
    assert path.exists() is there
    assert path.parent.exists() is there
    assert not there or not path.stat().st_size


@pytest.mark.usefixtures("filled")
def test_a_number_that_is_not_there_says_which_are(digest: Digest) -> None:
    complains(digest("show", 99), 2, "no story 99 (the numbers go from 1 to 2)")
    complains(digest("show", "a99"), 2, "no article 99 (the numbers go from a1 to a4)")


@pytest.mark.usefixtures("filled")
def test_one_account_alone_is_nothing_to_compare(digest: Digest) -> None:
    complains(digest("compare", 1, "coast"), 2, "one outlet only; name another: Northern Wire, Harbour Post")
    complains(digest("compare", 2), 2, "only Counting House has story 2", "digest show 2")


@pytest.mark.usefixtures("filled")
def test_an_outlet_nobody_has_heard_of_is_answered_with_those_there_are(digest: Digest) -> None:
    complains(digest("articles", "--outlet", "Nobody"), 2, "Coast FM, Counting House, Harbour Post, Northern Wire")
    complains(digest("articles", "--outlet", "o"), 2, "o may be Coast FM or Counting House or", "write more")
    assert len(digest("articles", "--outlet", "harb").lines) == 2


def test_a_database_that_is_no_regular_file_is_refused(digest: Digest) -> None:
    for command in ("stories", "ingest"):
        complains(digest("--db", "/dev/null", command), 3, "/dev/null", "not a regular file")


@pytest.mark.usefixtures("filled")
def test_an_unknown_outlet_names_those_there_are(digest: Digest) -> None:
    complains(digest("compare", 1, "Northern Wyre"), 2, "Northern Wyre", "Harbour Post")


def test_a_foreign_database_is_named_and_left_alone(digest: Digest, tmp_path: Path) -> None:
    foreign = tmp_path / "letters.db"
    foreign.write_text("not a database at all, but a letter that somebody wants to keep\n" * 20)
    before = foreign.read_bytes()
    complains(digest("--db", foreign, "stories"), 3, "letters.db")
    assert foreign.read_bytes() == before


def test_a_database_in_a_place_that_cannot_be_is_a_storage_error(digest: Digest, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    complains(digest("--db", tmp_path / "file" / "digest.db", "stories"), 3, "digest.db")
    complains(digest("--db", tmp_path / "file" / "digest.db", "ingest"), 3, "digest.db")


def test_a_folder_that_cannot_be_written_is_named(digest: Digest, tmp_path: Path, filled: Path) -> None:
    (tmp_path / "taken").write_text("x")
    complains(digest("export", "--out", tmp_path / "taken"), 2, "taken", "--out")


@pytest.mark.usefixtures("filled")
def test_a_closed_pipe_is_no_error() -> None:
    command = f'"{sys.executable}" -m digest articles --json | head -c 1'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("filled")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "digest", "stories"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert done.stderr.startswith("digest: ")
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("filled")
def test_a_terminal_without_unicode_gets_ascii() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        [sys.executable, "-m", "digest", "stories"], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"!= 2 differ" in done.stdout


def test_a_fault_of_our_own_is_one_line_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIGEST_DEBUG", raising=False)
    try:
        raise KeyError("x")
    except KeyError as error:
        unexpected(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert said.startswith("digest: a fault in digest itself at test_errors.py:")
    assert said.count("\n") == 1


def test_the_help_names_every_command_and_the_exit_codes(digest: Digest) -> None:
    shown = digest("--help")
    assert shown.code == 0
    for name, (_, purpose) in COMMANDS.items():
        assert f"  {name} " in shown.out
        assert purpose in shown.out
    for line in ("0  all well", "1  some feeds or documents failed", "2  wrong usage", "3  the database"):
        assert line in shown.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_within_80_columns(digest: Digest, name: str) -> None:
    shown = digest(name, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: digest {name} ")
    assert max(map(len, shown.lines)) <= 80
    command = cli.get_command(cli.make_context("digest", ["feeds"], resilient_parsing=True), name)
    assert command is not None
    assert command.name == name
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    for below in command.commands if isinstance(command, click.Group) else ():
        shown = digest(name, below, "--help")
        assert shown.out.startswith(f"Usage: digest {name} {below} ")
        assert max(map(len, shown.lines)) <= 80


def test_the_version_is_told(digest: Digest) -> None:
    assert digest("--version").out.startswith("digest 0.")
