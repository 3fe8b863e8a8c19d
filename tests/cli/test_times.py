"""Times as people write them."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.cli.times import reach
from digest.query.times import duration, moment

NOON = datetime(2020, 8, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hours"), [("24h", 24), ("2d", 48), ("2 days", 48), ("1 week", 168), ("1w", 168), ("36 hours", 36)]
)
def test_a_duration_is_read(text: str, hours: int) -> None:
    assert duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "d", "2 fortnights", "-1d", "1.5h", "2020-08-28"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert duration(text) is None


def test_a_time_without_a_zone_is_utc() -> None:
    assert moment("2020-08-28T12:00") == moment("2020-08-28T14:00+02:00") == NOON


def test_a_duration_counts_back_and_a_moment_stands() -> None:
    assert reach(timedelta(days=1), NOON) == datetime(2020, 8, 27, 12, tzinfo=UTC)
    assert reach(NOON, datetime(2021, 1, 1, tzinfo=UTC)) == NOON
    assert reach(None, NOON) is None


def test_more_days_than_there_were_reach_the_beginning() -> None:
    assert reach(duration("9999 weeks"), NOON) is not None
    assert reach(timedelta(days=900_000), NOON) == datetime.min.replace(tzinfo=UTC)
