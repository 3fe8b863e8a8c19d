"""When a feed may be asked again."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.ingest.timetable import MOST, after_answer, after_failure
from digest.model import Response

NOW = datetime(2020, 8, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"cache-control": "public, max-age=600"}, timedelta(minutes=10)),
        ({"cache-control": "max-age=99999999"}, MOST),
        ({"cache-control": "max-age=0"}, None),
        ({"cache-control": "no-cache, max-age=600"}, None),
        ({"cache-control": "s-maxage=600"}, None),
        ({"expires": "Fri, 28 Aug 2020 13:00:00 GMT"}, timedelta(hours=1)),
        ({"expires": "Fri, 28 Aug 2020 13:00:00 GMT", "cache-control": "max-age=60"}, timedelta(minutes=1)),
        ({"expires": "Fri, 28 Aug 2020 11:00:00 GMT"}, None),
        ({"expires": "0"}, None),
    ],
)
def test_a_good_answer_stays_fresh_as_long_as_it_says(headers: dict[str, str], wait: timedelta | None) -> None:
    found = after_answer(Response("http://a.example/", "http://a.example/", 200, tuple(headers.items())), 0, NOW)
    assert found == (wait and NOW + wait)


@pytest.mark.parametrize(
    ("status", "retry", "failures", "wait"),
    [
        (500, "", 1, None),
        (0, "", 9, None),
        (503, "120", 1, timedelta(minutes=2)),
        (429, "Fri, 28 Aug 2020 13:00:00 GMT", 1, timedelta(hours=1)),
        (429, "9999999999", 1, MOST),
        (429, "soon", 1, timedelta(hours=1)),
        (429, "", 3, timedelta(hours=4)),
        (503, "", 50, MOST),
        (410, "", 1, timedelta(days=3650)),
    ],
)
def test_a_refusal_is_given_time(status: int, retry: str, failures: int, wait: timedelta | None) -> None:
    assert after_failure(status, retry, failures, NOW) == (wait and NOW + wait)
