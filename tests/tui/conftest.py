"""A database of samples for each test, and the application over it with a clock that stands still."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from digest.desk import Desk
from digest.model import Comparison
from digest.store import Store
from digest.tui.app import DigestApp

from .library import fill
from .samples import NOW, ferry


class SampleDesk(Desk):
    """A desk whose first story is compared by hand, so that screens are tested and not the finding of facts."""

    def compare(self, story_id: int, outlets: Sequence[str] = (), limit: int = 4) -> Comparison:
        found = ferry()
        if story_id != 1:
            return super().compare(story_id, outlets, limit)
        ids = {article.outlet: article.id for article in reversed(self.articles(1))}
        named = tuple(replace(source, article_id=ids[source.outlet]) for source in found.sources)
        return replace(found, sources=named)


class SampleApp(DigestApp):
    """The application over a desk of samples."""

    @contextmanager
    def open_desk(self) -> Iterator[Desk]:
        with Store(self._database) as store:
            yield SampleDesk(store)


MakeApp = Callable[..., DigestApp]


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "digest.db"
    fill(path)
    return path


@pytest.fixture
def database(_filled: Path, tmp_path: Path) -> Path:
    """Return a database of six stories, the test's own."""
    return Path(shutil.copy(_filled, tmp_path / "digest.db"))


@pytest.fixture
def make_app(database: Path) -> MakeApp:
    """Return a maker of applications over the samples."""

    def make(**more: object) -> DigestApp:
        return SampleApp(database, now=lambda: NOW, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pilot look 5 ms apart, not 20, whether all is still: the tests take half the time."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.005)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.0025)
