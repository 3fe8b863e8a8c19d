"""What the configuration file wants, carried over to the subscriptions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from ..config.settings import Config, FeedWish, Limits, Login
from ..errors import ConfigError
from ..model import Feed
from ..store import Store


@dataclass(frozen=True, slots=True)
class Carried:
    """What changed by the configuration file, as addresses."""

    added: tuple[str, ...] = ()
    resumed: tuple[str, ...] = ()
    paused: tuple[str, ...] = ()


def carry_over(store: Store, config: Config) -> Carried:
    """Subscribe to the feeds the file names, with its options, and pause those it does not name any more.

    Without a file nothing is changed: one that got lost is no wish to pause everything. A feed that moved for good
    stays the one the file means. What was paused by hand stays so.
    """
    if config.path is None:
        return Carried()
    before = store.feeds()
    known = {feed.url: feed for feed in before} | {feed.listed: feed for feed in before if feed.listed}
    added, resumed, changed, named = [], [], [], set()
    for wish in config.feeds:
        found = known.get(wish.url)
        feed = _as_wished(found or store.add_feed(Feed(wish.url)), wish)
        named.add(feed.id)
        if found is None:
            added.append(wish.url)
        elif found.paused and not found.listed:
            resumed.append(feed.url)
            feed = replace(feed, paused=False)
        changed.append(feed)
    dropped = [feed for feed in before if feed.listed and feed.id not in named]
    changed += [replace(feed, paused=True, listed="") for feed in dropped]
    store.subscriptions.change(feed for feed in changed if feed not in before)
    return Carried(tuple(added), tuple(resumed), tuple(feed.url for feed in dropped if not feed.paused))


def to_ask(store: Store, config: Config) -> tuple[Feed, ...]:
    """Return the feeds that are not paused, each with what the configuration says of it or of all of them.

    ConfigError if a login's password is not to be had.
    """
    logins = {wish.url: wish.login for wish in config.feeds if wish.login}
    return tuple(_to_ask(store.feeds(), config.ingest, logins))


def _to_ask(feeds: tuple[Feed, ...], limits: Limits, logins: dict[str, Login]) -> Iterator[Feed]:
    for feed in feeds:
        if feed.paused:
            continue
        login = logins.get(feed.listed)
        yield replace(
            feed,
            timeout=feed.timeout or limits.timeout,
            interval=feed.interval or limits.interval,
            login=f"{login.user}:{_password(login, feed.url)}" if login else "",
        )


def _as_wished(feed: Feed, wish: FeedWish) -> Feed:
    return replace(
        feed,
        name=wish.title,
        tags=wish.tags,
        timeout=wish.timeout,
        full_text=wish.full_text,
        interval=wish.interval,
        listed=wish.url,
    )


def _password(login: Login, url: str) -> str:
    """Return the login's password, from the system's keyring where the configuration says so."""
    if not login.keyring:
        return login.password
    try:
        keyring = import_module("keyring")  # not a dependency: few need it
    except ImportError as error:
        raise ConfigError(
            f"{url}: its password is in the keyring, but `keyring` is not here; pip install keyring"
        ) from error
    try:
        found = keyring.get_password(login.keyring, login.user)
    except keyring.errors.KeyringError as error:
        raise ConfigError(f"{url}: the keyring cannot be read: {error}") from error
    if not found:
        raise ConfigError(f"{url}: the keyring holds no password of {login.user} for {login.keyring}")
    return str(found)
