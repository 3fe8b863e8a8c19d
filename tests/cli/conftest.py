"""A command line to call, and a database with two stories of invented outlets to call it on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.cli.run import run
from digest.model import Article, Decision, Origins, Story
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Result:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Digest = Callable[..., Result]


def at(day: int, hour: int) -> datetime:
    return datetime(2020, 8, day, hour, tzinfo=UTC)


FERRY = (
    (
        "Northern Wire",
        "Ferry fire: 14 rescued",
        "At least 14 people were rescued from the burning ferry Kestrel.",
        at(27, 20),
    ),
    ("Harbour Post", "Blaze on the Kestrel", "Rescuers brought 17 people ashore from the ferry Kestrel.", at(28, 6)),
    ("Coast FM", "Kestrel towed in", "The ferry Kestrel was towed into Port Ansel on Saturday.", at(29, 5)),
)
RATES = (("Counting House", "Bank holds rates at 2.25 %", "The bank of Lethmar held its rate.", at(26, 9)),)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the real data folder, and from the terminal's own settings."""
    monkeypatch.setenv("DIGEST_DB", str(tmp_path / "digest.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def digest(capsys: pytest.CaptureFixture[str]) -> Digest:
    """Run the command line and return how it ended."""

    def call(*arguments: object) -> Result:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call


@pytest.fixture
def filled(home: Path) -> Path:
    """The database with the stories 1 (three outlets) and 2 (one outlet)."""
    path = home / "digest.db"
    with Store(path) as store:
        for number, told in enumerate((FERRY, RATES), start=1):
            ids = [_keep(store, *article) for article in told]
            store.record(
                Decision("join" if i else "new", article_id, number, score=0.6, terms=("ferry", "kestrel"), days=0.4)
                for i, article_id in enumerate(ids)
            )
            store.keep_story(
                Story(
                    number,
                    told[0][1],
                    told[0][3],
                    told[-1][3],
                    title_why="first to report",
                    lead=told[0][2],
                    origins=Origins(len(told), certain=False),
                    differs=len(told) - 1,
                )
            )
    return path


def _keep(store: Store, outlet: str, title: str, text: str, when: datetime) -> int:
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{when:%d%H}"
    article = Article(url, outlet, title, text, when, url=url, published=when, language="en")
    (saved,) = store.save_document(article).new
    return saved
