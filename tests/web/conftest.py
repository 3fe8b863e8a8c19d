"""A web to fetch from and child processes to read in."""

from collections.abc import Iterator

import pytest

from digest.web.workers import Workers

from .server import Web


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1) as started:
        yield started
