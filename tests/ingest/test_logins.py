"""The password of a login in the configuration, from the system's keyring by its own interface."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from digest.config.settings import Config, FeedWish, Login
from digest.errors import ConfigError
from digest.ingest.wanted import carry_over, to_ask
from digest.store import Store

URL = "https://paper.example/feed"


@pytest.fixture
def keyring() -> Iterator[ModuleType]:
    """Let the keyring be one that holds a password of Ann, and is locked for everybody else."""
    module: ModuleType = pytest.importorskip("keyring")
    backend = pytest.importorskip("keyring.backend").KeyringBackend

    class Held(backend):  # type: ignore[misc, valid-type]
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            if username == "eve":
                raise module.errors.KeyringLocked("the collection is locked")
            return {("paper", "ann"): "s3cret"}.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            """Keep nothing: the interface asks for it."""

    before = module.get_keyring()
    module.set_keyring(Held())
    yield module
    module.set_keyring(before)


def asked(store: Store, login: Login) -> str:
    """Return the login with which the one feed is asked."""
    config = Config(path=Path("config.toml"), feeds=(FeedWish(URL, login=login),))
    carry_over(store, config)
    (feed,) = to_ask(store, config)
    return feed.login


def test_a_password_is_taken_from_the_file_or_the_keyring(store: Store, keyring: ModuleType) -> None:
    assert asked(store, Login("ann", password="in the file")) == "ann:in the file"
    assert asked(store, Login("ann", keyring="paper")) == "ann:s3cret"


def test_a_password_the_keyring_does_not_give_is_said_with_whose_it_is(store: Store, keyring: ModuleType) -> None:
    with pytest.raises(ConfigError, match=f"{URL}: the keyring holds no password of bo for paper"):
        asked(store, Login("bo", keyring="paper"))
    with pytest.raises(ConfigError, match="the keyring cannot be read: the collection is locked"):
        asked(store, Login("eve", keyring="paper"))


def test_without_the_library_it_is_said_how_to_get_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)  # what the import system itself takes for "not there"
    with pytest.raises(ConfigError, match="pip install keyring"):
        asked(store, Login("ann", keyring="paper"))
