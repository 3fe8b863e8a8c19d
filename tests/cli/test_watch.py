"""`on_new_difference`: run once where a starred story differs in more than before, and only then."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from digest.cli.watch import Watch
from digest.store import Store


@pytest.fixture
def heard(home: Path) -> Path:
    return home / "heard"


def command(heard: Path) -> Sequence[str]:
    code = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read() + '\\n'); print('noise')"
    return (sys.executable, "-c", code, str(heard))


def differ(store: Store, story_id: int, number: int) -> None:
    story = store.story(story_id)
    assert story is not None
    store.keep_story(replace(story, differs=number))


def test_a_new_difference_in_a_starred_story_is_told_once(filled: Path, heard: Path) -> None:
    with Store(filled) as store:
        store.star([1, 4], True)
        watch = Watch(store, command(heard))
        differ(store, 1, 5)
        differ(store, 2, 1)
        watch.tell(store)
    assert [json.loads(line) for line in heard.read_text().splitlines()] == [[1, 2]]


def test_no_new_difference_and_no_star_are_no_reason(filled: Path, heard: Path) -> None:
    with Store(filled) as store:
        watch = Watch(store, command(heard))
        differ(store, 1, 5)
        watch.tell(store)
        store.star([1], True)
        watch = Watch(store, command(heard))
        differ(store, 1, 4)
        watch.tell(store)
    assert not heard.exists()


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (("/nowhere/at/all",), "/nowhere/at/all cannot be run: No such file or directory"),
        ((sys.executable, "-c", "raise SystemExit('no bell here')"), "ended with 1: no bell here"),
        (("echo $HOME; touch /tmp/never",), "cannot be run"),
    ],
)
def test_its_failure_is_one_line(
    filled: Path, capsys: pytest.CaptureFixture[str], program: Sequence[str], said: str
) -> None:
    with Store(filled) as store:
        store.star([1], True)
        watch = Watch(store, program)
        differ(store, 1, 5)
        watch.tell(store)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("digest: on_new_difference: ")
    assert said in printed.err
    assert printed.err.count("\n") == 1
