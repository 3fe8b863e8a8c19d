"""A web to fetch from and a store to keep things in."""

from collections.abc import Iterator

import pytest

from digest.store import Store

from ..web.server import Web


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        yield opened
