"""`on_new_difference`: run once where a starred story differs in something new, and only then."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from digest.cli.watch import Watch
from digest.model import Decision
from digest.store import Store

from ..web.server import Page, Web, rss
from .conftest import Digest


@pytest.fixture
def heard(home: Path) -> Path:
    return home / "heard"


def command(heard: Path) -> Sequence[str]:
    code = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read() + '\\n'); print('noise')"
    return (sys.executable, "-c", code, str(heard))


def differ(store: Store, story_id: int, *keys: str) -> None:
    """Let exactly this differ in a story."""
    story = store.story(story_id)
    assert story is not None
    store.keep_story(replace(story, differs=None))
    store.differences.keep([(store.differences.open([story_id])[0], keys)])


def test_a_new_difference_in_a_starred_story_is_told_once(filled: Path, heard: Path) -> None:
    with Store(filled) as store:
        store.star([1, 4], True)
        differ(store, 1, "quantity: 14 / 17")
        differ(store, 2)
        watch = Watch(store, command(heard))
        differ(store, 1, "quantity: 14 / 18")
        differ(store, 2, "date: 2020-08-27 / 2020-08-28")
        watch.tell(store)
    assert [json.loads(line) for line in heard.read_text().splitlines()] == [[1, 2]]


def test_no_new_difference_and_no_star_are_no_reason(filled: Path, heard: Path) -> None:
    with Store(filled) as store:
        differ(store, 1, "quantity: 14 / 17")
        watch = Watch(store, command(heard))
        differ(store, 1, "quantity: 14 / 18")
        watch.tell(store)
        store.star([1], True)
        differ(store, 1, "quantity: 14 / 17", "date: 2020-08-27 / 2020-08-28")
        watch = Watch(store, command(heard))
        differ(store, 1, "date: 2020-08-27 / 2020-08-28")
        watch.tell(store)
    assert not heard.exists()


def test_a_merge_brings_no_new_difference(filled: Path, heard: Path) -> None:
    with Store(filled) as store:
        store.star([1, 4], True)
        differ(store, 1, "quantity: 14 / 17")
        differ(store, 2, "date: 2020-08-27 / 2020-08-28")
        watch = Watch(store, command(heard))
        store.record([Decision("merge", 4, 1, gone=2)])
        differ(store, 1, "quantity: 14 / 17", "date: 2020-08-27 / 2020-08-28")
        watch.tell(store)
    assert not heard.exists()


def told(number: int, when: int, text: str) -> str:
    """Return a feed's item with its whole text."""
    return (
        f"<item><title>Fire on the ferry Anneke off Holm</title><link>http://quay-{number}.example/fire</link>"
        f"<guid>fire-{number}</guid><pubDate>Fri, 28 Aug 2020 0{when}:00:00 +0000</pubDate>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
    )


def feed(number: int, *items: str) -> Page:
    body = rss(*items, title=f"Quay Paper {number}", site=f"http://quay-{number}.example/")
    return Page(body.replace("<rss ", "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "))


def test_a_real_ingest_tells_of_a_new_answer_and_not_of_one_more_outlet_with_a_known_one(
    digest: Digest, home: Path, heard: Path
) -> None:
    tails = (
        "The ferry Anneke burned for six hours off Holm. Harbour Master Tilda Wren closed the northern quay.",
        "Off Holm, Tilda Wren shut the quay to the north while the Anneke was still burning.",
        "Smoke rose over Holm all night; the Anneke, said Harbour Master Tilda Wren, could not be towed.",
        "Tilda Wren, who runs the harbour of Holm, had the Anneke towed to a northern pier.",
    )
    (home / "config").mkdir()
    config = home / "config" / "digest.toml"
    config.write_text(f"on_new_difference = {json.dumps(list(command(heard)))}\n")
    with Web() as web:
        ingest = ("--config", config, "ingest", "--force", "--quiet")
        for number in (1, 2, 3, 4):
            web.pages[f"/{number}"] = feed(number)
            assert digest("add", "--no-check", web.url(f"/{number}")).code == 0
        web.pages["/1"] = feed(1, told(1, 1, f"The fire killed 14 people on Thursday, police said. {tails[0]}"))
        web.pages["/2"] = feed(2, told(2, 2, f"Police said the fire killed 17 people on Thursday. {tails[1]}"))
        assert digest(*ingest).code == 0
        assert digest("mark", "star", "1").code == 0
        web.pages["/3"] = feed(3, told(3, 3, f"On Thursday the fire killed 17 people, police said. {tails[2]}"))
        assert digest(*ingest).code == 0
        assert not heard.exists()
        web.pages["/4"] = feed(4, told(4, 4, f"The fire killed 19 people on Thursday, police said. {tails[3]}"))
        assert digest(*ingest).code == 0
        assert digest(*ingest).code == 0
    assert heard.read_text().splitlines() == ["[1]"]


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
        differ(store, 1)
        watch = Watch(store, program)
        differ(store, 1, "quantity: 14 / 17")
        watch.tell(store)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("digest: on_new_difference: ")
    assert said in printed.err
    assert printed.err.count("\n") == 1
