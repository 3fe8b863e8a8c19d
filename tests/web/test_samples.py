"""The starter set is found in a checkout and in a wheel, and served as if by its outlets."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from digest.web.fetch import Fetcher
from digest.web.opml import read_opml
from digest.web.samples import seeds_folder
from digest.web.sampleweb import SampleWeb

ROOT = Path(__file__).parents[2]


def test_a_checkout_has_the_samples_beside_the_package() -> None:
    assert seeds_folder() == ROOT / "seeds"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("digest/seeds/")]
        archive.extractall(tmp_path / "site", [*names, "digest/__init__.py"])
    assert {"digest/seeds/demo.opml", "digest/seeds/feeds.opml"} <= set(names)
    monkeypatch.setattr("digest.web.samples.files", lambda package: tmp_path / "site" / package)
    assert seeds_folder() == tmp_path / "site" / "digest" / "seeds"
    assert len(read_opml(seeds_folder() / "demo.opml").feeds) >= 5


async def test_every_sample_feed_is_served_under_its_own_address() -> None:
    folder = seeds_folder()
    with SampleWeb(folder) as web:
        async with Fetcher(hosts=web.hosts) as fetcher:
            for feed in read_opml(folder / "demo.opml").feeds:
                answer = await fetcher.fetch(feed.url)
                again = await fetcher.fetch(feed.url, etag=answer.header("etag"))
                assert (answer.status, again.status) == (200, 304)


def test_the_earlier_state_lies_over_the_later_one(tmp_path: Path) -> None:
    for layer in ("sites", "earlier"):
        (tmp_path / layer / "a.example").mkdir(parents=True)
    (tmp_path / "sites/a.example/both").write_text("new")
    (tmp_path / "sites/a.example/one").write_text("new")
    (tmp_path / "earlier/a.example/both").write_text("old")
    with SampleWeb(tmp_path, earlier=True) as web:
        assert [web.find("a.example", path) for path in ("/both", "/one", "/none", "/../../sites/a.example/one")] == [
            tmp_path / "earlier/a.example/both", tmp_path / "sites/a.example/one", None, None,
        ]  # fmt: skip
        web.earlier = False
        assert web.find("a.example", "/both") == tmp_path / "sites/a.example/both"
