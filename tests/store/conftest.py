"""A store in memory for each test."""

from collections.abc import Iterator

import pytest

from digest.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        yield opened
