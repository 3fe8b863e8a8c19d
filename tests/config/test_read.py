"""A configuration is taken whole or refused with everything that is wrong in it, by file, line and key."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from digest.config.read import load
from digest.config.settings import Config, FeedWish, Limits, Login
from digest.errors import ConfigError
from digest.model import FullText

WHOLE = """\
timezone = "Europe/Berlin"
on_new_difference = ["notify-send", "A difference"]

[ingest]
contact = "ann@example.org"
timeout = 7.5
connect_timeout = 5
feed_mib = 30
page_mib = 10
pages = 50
connections = 32
per_host = 2
page_spacing = 1.5
interval = "30m"
workers = 2

[[feeds]]
url = "https://paper.example/feed.xml"
title = "The Paper"
tags = ["local", "#sea", "local"]
timeout = 60
full_text = "never"
interval = "2 hours"
login = { user = "ann", password = "s3cret" }

[[feeds]]
url = "http://wire.example:8080/"
"""


def problems(path: Path, text: str | bytes) -> tuple[str, ...]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value.problems


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_all_that_may_be_set_is_read(file: Path) -> None:
    file.write_text(WHOLE)
    config = load(file)
    assert config.timezone == "Europe/Berlin"
    assert str(config.zone) == "Europe/Berlin"
    assert config.on_new_difference == ("notify-send", "A difference")
    assert config.ingest == Limits("ann@example.org", 7.5, 5.0, 30, 10, 50, 32, 2, 1.5, timedelta(minutes=30), 2)
    paper, wire = config.feeds
    assert paper == FeedWish(
        "https://paper.example/feed.xml",
        "The Paper",
        ("local", "sea"),
        60,
        FullText.NEVER,
        timedelta(hours=2),
        Login("ann", "s3cret"),
        line=17,
    )
    assert (wire.url, wire.line) == ("http://wire.example:8080/", 26)
    assert config.lines["ingest.timeout"] == 6


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "\ufeff", "[ingest]\n", "feeds = []\n"])
def test_a_file_that_sets_nothing_is_all_defaults(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    config = load(file)
    assert (config.timezone, config.ingest, config.feeds) == ("", Limits(), ())


def test_a_file_need_not_be_there_unless_it_is_named(file: Path) -> None:
    assert load(file, needed=False) == Config()
    with pytest.raises(ConfigError, match=r"config\.toml: there is no such file"):
        load(file)
    assert load(Path(os.devnull)).feeds == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("timezoen = 'UTC'", "line 1: timezoen: there is no such key; did you mean timezone?"),
        ("fetch_timout = 5", "line 1: fetch_timout: there is no such key here; did you mean timeout in [ingest] or"),
        ("timeout = 5", "line 1: timeout: there is no such key here; did you mean timeout in [ingest] or [[feeds]]?"),
        ("[ingest]\n\ntimezone = 'UTC'", "line 3: [ingest] timezone: there is no such key here; did you mean timezone"),
        ("zzz = 1", "line 1: zzz: there is no such key; there are timezone"),
        ("[[feeds]]\nurl = 'https://a.example/'\ntag = ['x']", "line 3: [[feeds]] tag: there is no such key; did you"),
        ("[[feeds]]\ntitle = 'x'", "line 1: [[feeds]]: has no url"),
        ("[feeds]\nurl = 'https://a.example/'", "line 1: feeds: has to be tables: write [[feeds]]"),
        ("ingest = 3", "line 1: ingest: has to be a table"),
        ("[ingest]\ntimeout = 'soon'", 'line 2: [ingest] timeout: has to be a number of seconds, not "soon"'),
        ("[ingest]\ntimeout = inf", "line 2: [ingest] timeout: has to be more than 0"),
        ("[ingest]\ntimeout = true", "not true"),
        ("[ingest]\nworkers = -1", "has to be a whole number from 0 to 64"),
        ("[ingest]\nper_host = 100", "line 2: [ingest] per_host: has to be a whole number from 1 to 8, not 100"),
        ("[ingest]\nfeed_mib = 2.5", "has to be a whole number from 1 to 64, not 2.5"),
        ("[ingest]\npages = false", "has to be a whole number from 0 to 2,000, not false"),
        ("[ingest]\nperhost = 2", "line 2: [ingest] perhost: there is no such key; did you mean per_host?"),
        ("[ingest]\ninterval = 'often'", 'has to be a time such as "30m"'),
        ("[[feeds]]\nurl = 7", "line 2: [[feeds]] url: has to be text in quotes, not 7"),
        ("[[feeds]]\nurl = 'htp:/x'", '"htp:/x" is no address of a feed'),
        ("[[feeds]]\nurl = 'http://[::1'", "is no address of a feed"),
        ("[[feeds]]\nurl = 'https://a.example/'\nfull_text = 'yes'", '"auto", "always" or "never"'),
        ("timezone = 'Europe/Berln'", "did you mean Europe/Berlin?"),
        ("timezone = '../../etc/passwd'", "there is no time zone"),
        ("on_new_difference = 'notify-send x'", "has to be a list such as"),
        ("timezone = 'a\u202eb'", "holds characters that cannot be shown"),
        ("[feeds\nurl = 'x'", "config.toml, line 1, column 7: not valid TOML"),
        ("a = 1\na = 2", "line 2"),
        (f"a = {'[' * 3_000}", "nested too deeply"),
        (f"b = 1\n{'a.' * 100_000}a = 1", "line 2: longer than 4,000 bytes"),
        (b"a = '\xff\xfe'", "line 1: not a text in UTF-8"),
        (b"\x00" * 100, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_key(file: Path, text: str | bytes, said: str) -> None:
    (problem,) = problems(file, text)
    assert said in problem
    assert problem.startswith(f"{file}")


def test_everything_wrong_is_said_at_once(file: Path) -> None:
    found = problems(file, 'timeout = "soon"\n[[feeds]]\nurl = 7\n[[feeds]]\nurl = "ftp://x.example/"\n')
    assert [line.split(": ")[0].rpartition(" ")[2] for line in found] == ["1", "3", "5"]


def test_a_feed_named_twice_is_told_with_both_lines(file: Path) -> None:
    feed = "[[feeds]]\nurl = 'https://a.example/'\n"
    assert problems(file, feed * 2)[0].endswith("line 4: [[feeds]] url: names a feed again that line 1 names")


@pytest.mark.parametrize(
    "login", ["'ann:s3cret'", "{ user = 'ann', pass = 's3cret' }", "{ user = 'a:b', password = 's3cret' }"]
)
def test_a_login_that_is_wrong_is_refused_without_repeating_it(file: Path, login: str) -> None:
    (problem,) = problems(file, f"[[feeds]]\nurl = 'https://a.example/'\nlogin = {login}\n")
    assert "line 3: [[feeds]] login: has to be { user =" in problem
    assert "s3cret" not in problem
    (problem,) = problems(file, "[[feeds]]\nurl = 'https://ann:s3cret@a.example/'\n")
    assert "holds a login" in problem
    assert "s3cret" not in problem
    assert "s3cret" not in repr(Login("ann", "s3cret"))


def test_a_folder_a_pipe_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="this is a folder"):
        load(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="this is no file"):
        load(tmp_path / "pipe")
    assert "larger than 1 MiB" in problems(tmp_path / "big", b"#" * (1024 * 1024 + 1))[0]


def test_lines_are_told_past_texts_over_several_lines(file: Path) -> None:
    (problem,) = problems(file, 'timezone = """\nUTC\nfoo = 1\n"""\n[ingest]\ntimeout = 0\n[ingest.x]\n')[1:2]
    assert "line 6: [ingest] timeout" in problem


def test_views_are_queries_by_name(file: Path) -> None:
    file.write_text('[views]\nsea = "ferry is:unread"\n"far away" = "lang:de"\n')
    assert load(file).views == {"sea": "ferry is:unread", "far away": "lang:de"}
    (said,) = problems(file, "[views]\nsea = 3\n")
    assert said == f"{file}, line 2: [views] sea: has to be text in quotes, not 3"
    assert problems(file, '[views]\nsea = ""\n')[0].startswith(f"{file}, line 2: [views] sea: is empty")
    assert "[views]" in problems(file, 'views = "x"')[0]
