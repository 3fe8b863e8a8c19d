"""`digest schedule` with the real crontab, whose folder of tables is one of the test's own; and systemd's files."""

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from digest.cli import crontab, systemd
from digest.cli.timed import EVERY, Job

from .conftest import Digest

SPOOL = Path("/var/spool/cron/crontabs")
REAL = shutil.which("crontab")
OTHERS = "# mine\nMAILTO=ann\n0 4 * * * /usr/bin/true # 50\\% done\n"


def job(database: str = "/data/digest.db", every: str = "30m") -> Job:
    return Job(Path(database), ("/opt/digest", "--db", database, "ingest", "--quiet"), EVERY[every])


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `crontab` be cron's own, on an empty folder that only it sees in the place of the machine's."""
    if REAL is None or not SPOOL.is_dir():
        pytest.skip("Debian's cron is not installed: apt-get install cron")
    (tmp_path / "spool").mkdir()
    (tmp_path / "bin").mkdir()
    wrapper = tmp_path / "bin" / "crontab"
    inside = f'mount --bind {shlex.quote(str(tmp_path / "spool"))} {SPOOL} && exec {REAL} "$@"'
    wrapper.write_text(f"#!/bin/sh\nexec unshare --user --map-root-user --mount sh -c '{inside}' crontab \"$@\"\n")
    wrapper.chmod(0o755)
    listed = subprocess.run([wrapper, "-l"], capture_output=True, text=True, check=False)
    if "no crontab for" not in listed.stderr:
        pytest.skip(f"no namespace of our own to be had here: {listed.stderr.strip()}")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("table")
def test_a_line_goes_into_the_real_crontab_and_out_and_nothing_else_is_touched(digest: Digest, home: Path) -> None:
    crontab.write(OTHERS)
    assert "Nothing is installed" in digest("schedule", "show").err
    done = digest("schedule", "install", "--yes")
    (line,) = done.lines
    assert done.code == 0
    assert crontab.read() == OTHERS + line + "\n"
    assert f"--db {home / 'digest.db'} ingest --quiet" in line
    assert digest("schedule", "show").lines == [line]
    assert "in the place of the one there" in digest("schedule", "install", "--every", "2h", "--yes").err
    assert crontab.read().startswith(OTHERS)
    assert len(crontab.read().splitlines()) == 4
    assert digest("schedule", "remove", "--yes").err == "To be removed:\nRemoved.\n"
    assert crontab.read() == OTHERS


@pytest.mark.usefixtures("table")
def test_two_databases_have_a_line_each_and_an_empty_table_is_taken_away(digest: Digest, home: Path) -> None:
    digest("schedule", "install", "--yes")
    digest("--db", home / "100% ours.db", "schedule", "install", "--yes")
    assert len(crontab.read().splitlines()) == 2
    assert r"'" + str(home) + r"/100\% ours.db'" in crontab.read()
    digest("schedule", "remove", "--yes")
    digest("--db", home / "100% ours.db", "schedule", "remove", "--yes")
    assert crontab.read() == ""
    assert "Nothing is installed" in digest("schedule", "remove", "--yes").err


@pytest.mark.usefixtures("table")
def test_nothing_is_written_before_somebody_agreed(digest: Digest) -> None:
    done = digest("schedule", "install")
    assert done.code == 2
    assert done.lines[0].endswith(f"# digest-ingest {done.lines[0][-8:]}")
    assert "say --yes" in done.err
    assert crontab.read() == ""


@pytest.mark.usefixtures("table")
def test_the_line_runs_in_cron_s_bare_surroundings(digest: Digest, home: Path) -> None:
    digest("schedule", "install", "--yes")
    command = crontab.read().split(" ", 5)[5].replace("\\%", "%")
    done = subprocess.run(
        ["/bin/sh", "-c", command], env={"PATH": "/usr/bin:/bin"}, cwd="/", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (home / "digest.db").is_file()


def test_a_broken_configuration_is_said_before_it_is_scheduled(digest: Digest, home: Path) -> None:
    (home / "bad.toml").write_text("zzz = 1")
    assert digest("--config", home / "bad.toml", "schedule", "install", "--yes").code == 2


def test_without_cron_the_other_way_is_named(digest: Digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = digest("schedule", "install", "--yes")
    assert done.code == 2
    assert "install cron, or take --systemd" in done.err


@pytest.mark.parametrize("every", EVERY)
def test_every_interval_is_kept_within_the_hour_and_off_its_beginning(every: str) -> None:
    for number in range(40):
        minutes, hours, *days = crontab.line(job(f"/data/{number}.db", every)).split()[:5]
        assert days == ["*", "*", "*"]
        at = [int(minute) for minute in minutes.split(",")]
        assert 0 not in at
        assert max(at) < 60
        if EVERY[every] < 60:
            assert {(after - before) % 60 for before, after in zip(at, at[1:] + at[:1], strict=True)} == {EVERY[every]}
            assert hours == "*"


def test_a_table_without_a_last_newline_and_a_doubled_line_are_mended() -> None:
    with_line = crontab.with_job("0 4 * * * true", job())
    assert with_line == f"0 4 * * * true\n{crontab.line(job())}\n"
    assert crontab.with_job(with_line + crontab.line(job()) + "\n", job(every="1h")).count("digest-ingest") == 1
    assert crontab.without_job(with_line, job()) == "0 4 * * * true\n"
    assert crontab.has("# " + crontab.line(job()), job()) is False


def test_systemd_s_files_are_shown_first_and_are_what_systemd_reads(
    digest: Digest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = home / "bin"
    calls.mkdir()
    (calls / "systemctl").write_text(f'#!/bin/sh\necho "$@" >> {home}/calls\n')
    (calls / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{calls}{os.pathsep}{os.environ['PATH']}")
    database = home / 'a "b" $c 100%.db'
    done = digest("--db", database, "schedule", "install", "--systemd", "--every", "6h", "--yes")
    assert done.code == 0
    service, timer = sorted((home / "config" / "systemd" / "user").iterdir())
    assert 'a \\"b\\" $$c 100%%.db' in service.read_text()
    assert timer.read_text() in done.out
    assert (home / "calls").read_text().splitlines() == [
        "--user daemon-reload", f"--user enable --now {timer.name}",
    ]  # fmt: skip
    if shutil.which("systemd-analyze"):
        found = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", service, timer], capture_output=True, text=True, check=False
        )
        assert (found.returncode, found.stderr) == (0, "")
    assert digest("--db", database, "schedule", "remove", "--systemd", "--yes").code == 0
    assert not service.exists()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed: apt-get install systemd")
@pytest.mark.parametrize("every", EVERY)
def test_systemd_keeps_every_interval(every: str) -> None:
    for number in range(3):
        found = re.findall(r"OnCalendar=(.+)", systemd.text(job(f"/data/{number}.db", every)))
        asked = ["systemd-analyze", "calendar", "--iterations=6", *found]
        shown = subprocess.run(asked, capture_output=True, text=True, check=True, env=os.environ | {"TZ": "UTC"}).stdout
        times = [datetime.fromisoformat(when) for when in re.findall(r"(\d{4}-\d\d-\d\d \d\d:\d\d):00 UTC", shown)]
        steps = {(after - before).total_seconds() / 60 for before, after in pairwise(times)}
        assert (len(times), steps) == (6, {EVERY[every]})


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("answer", "installed"), [("y", True), ("n", False), ("", False)], ids=["yes", "no", "enter"])
def test_a_person_is_asked_and_only_a_yes_writes(home: Path, answer: str, installed: bool) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "digest", "--db", str(home / "digest.db"), "schedule", "install"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, text=True) as running:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        assert running.stderr is not None
        said = running.stderr.read()
        assert running.wait() == 0
    os.close(ours)
    assert "Go on? [y/N]:" in said
    assert bool(crontab.read()) is installed


def test_where_systemd_does_not_answer_what_is_left_to_do_is_said(
    digest: Digest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = home / "bin"
    calls.mkdir()
    (calls / "systemctl").write_text("#!/bin/sh\necho 'Failed to connect to bus' >&2; exit 1\n")
    (calls / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{calls}{os.pathsep}{os.environ['PATH']}")
    done = digest("schedule", "install", "--systemd", "--yes")
    assert done.code == 2
    assert "`systemctl --user daemon-reload`: Failed to connect to bus; the files are written" in done.err
    assert systemd.installed(Job.of(home / "digest.db", None, "30m"))


def test_the_program_named_is_there() -> None:
    command = Job.of(Path("x.db"), Path("c.toml"), "1h").command
    assert Path(command[0]).is_absolute()
    assert command[-2:] == ("ingest", "--quiet")
    assert str(Path("c.toml").absolute()) in command
    assert Path(command[0]).exists() or command[0] == sys.executable
