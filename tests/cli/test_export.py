"""`digest export`: a period of the database as markdown, the same bytes each time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.model import Article, Decision
from digest.store import Store

from .conftest import Digest


@pytest.mark.usefixtures("filled")
def test_a_day_goes_to_stdout_and_is_counted_in_utc(digest: Digest) -> None:
    shown = digest("export", "--day", "2020-08-28")
    assert (shown.code, shown.err) == (0, "")
    assert "# News digest, 28 August 2020" in shown.lines
    assert "Fri 28 Aug 2020 00:00 – Sat 29 Aug 2020 00:00 UTC · 1 story, 2 articles, 2 outlets" in shown.lines
    assert "Kestrel towed in" not in shown.out


@pytest.mark.usefixtures("filled")
def test_days_are_counted_in_the_zone_that_is_set_and_the_digest_says_so(
    digest: Digest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "zone.toml").write_text('timezone = "Europe/Berlin"\n')
    configured = digest("--config", home / "zone.toml", "export", "--day", "2020-08-28")
    assert "# News digest, 28 August 2020" in configured.lines
    period = "Thu 27 Aug 2020 22:00 – Fri 28 Aug 2020 22:00 UTC (days counted in Europe/Berlin)"
    assert any(line.startswith(period) for line in configured.lines)
    assert "timezone: Europe/Berlin" in configured.lines
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert digest("export", "--day", "2020-08-28").out == configured.out
    winter = digest("export", "--day", "2020-10-25").lines  # the clocks go back: a day of 25 hours
    assert any(line.startswith("Sat 24 Oct 2020 22:00 – Sun 25 Oct 2020 23:00 UTC") for line in winter)
    assert digest("export", "--day", "9999-12-31").code == 2


@pytest.mark.usefixtures("filled")
def test_a_duration_counts_back_from_the_newest_article_so_that_the_clock_does_not_matter(digest: Digest) -> None:
    shown = digest("export")
    assert "# News digest, 28 August 2020 to 29 August 2020" in shown.lines
    assert "Kestrel towed in" in shown.out
    assert shown.out == digest("export", "--since", "24h").out


@pytest.mark.usefixtures("filled")
def test_the_most_covered_story_comes_first_and_the_limit_is_said(digest: Digest) -> None:
    both = digest("export", "--since", "4d").lines
    assert [line for line in both if line.startswith("## ")] == [
        "## Contents",
        "## 1. Ferry fire: 14 rescued",
        "## 2. Bank holds rates at 2.25 %",
    ]
    assert digest("export", "--since", "4d", "--limit", 1).lines[-1] == "1 further story of the period left out."
    assert "Bank holds" not in digest("export", "--since", "4d", "--min-outlets", 2).out


@pytest.mark.usefixtures("filled")
def test_the_file_is_named_by_its_dates_and_its_path_printed(digest: Digest, tmp_path: Path) -> None:
    folder = tmp_path / "digests"
    first = digest("export", "--day", "2020-08-28", "--out", folder)
    assert first.lines == [str(folder / "digest-2020-08-28.md")]
    before = (folder / "digest-2020-08-28.md").read_bytes()
    digest("export", "--day", "2020-08-28", "--out", folder)
    assert (folder / "digest-2020-08-28.md").read_bytes() == before
    assert digest("export", "--out", folder).lines == [str(folder / "digest-2020-08-28-2020-08-29.md")]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("filled")
def test_an_empty_period_gives_a_digest_that_says_so(digest: Digest, tmp_path: Path) -> None:
    shown = digest("export", "--day", "2020-05-01", "--out", tmp_path)
    assert (shown.code, shown.err) == (0, "No story was published in this period.\n")
    assert "No story was published in this period." in (tmp_path / "digest-2020-05-01.md").read_text()


def test_an_empty_database_gives_one_too(digest: Digest, home: Path) -> None:
    with Store(home / "digest.db"):
        pass
    assert digest("export").code == 0


def test_a_past_day_stays_the_same_when_a_story_goes_on(digest: Digest, filled: Path) -> None:
    before = digest("export", "--day", "2020-08-28").out
    when = datetime(2020, 8, 30, 9, tzinfo=UTC)
    text = "The ferry Kestrel will be scrapped, and 23 people were rescued in all."
    with Store(filled) as store:
        late = Article("late", "Late Post", "Kestrel to be scrapped", text, when, published=when, language="en")
        (article_id,) = store.save_document(late).new
        store.record([Decision("join", article_id, 1, score=0.6)])
    assert digest("export", "--day", "2020-08-28").out == before
    assert "Kestrel to be scrapped" in digest("export", "--day", "2020-08-30").out


@pytest.mark.usefixtures("filled")
def test_a_query_without_a_period_says_which_time_it_was_asked_of(digest: Digest) -> None:
    assert "24 hours to the newest article" in digest("export", "-q", "ferry").err
    assert digest("export", "-q", "ferry", "--since", "2d").err == ""
