"""Names to addresses, once a run: what was checked is what is dialled, so a name cannot change its mind in between."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from yarl import URL

from ..errors import FeedError
from .guard import Origin, is_public, origin

_Infos = Sequence[tuple[socket.AddressFamily, int, int, str, tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a request may be dialled."""

    addresses: tuple[str, ...]
    """None for a request whose name only the proxy can look up."""
    port: int
    public: bool
    """Whether every address is of the public internet."""
    spelled: bool = False
    """Whether the host is an address already, so that there is nothing to look up."""


class CheckedResolver:
    """Resolves each host once and keeps the answer for the run.

    `hosts` works like /etc/hosts, but leads a name to an address and port; what stands there may be private. Only
    the demo and the tests fill it.
    """

    def __init__(self, hosts: Mapping[str, tuple[str, int]] | None = None) -> None:
        self._hosts = dict(hosts or {})
        self._known: dict[str, asyncio.Task[tuple[str, ...]]] = {}

    async def route(self, url: URL, typed: Origin | None, *, proxied: bool = False) -> Route:
        """Return where the URL leads; FeedError if that is not public and its origin is not the one typed.

        What we cannot look up is an error too, unless the request is `proxied`: then the proxy looks it up.
        """
        target = origin(url)
        if target.host in self._hosts:
            address, port = self._hosts[target.host]
            return Route((address,), port, public=False)
        try:
            found = await self._addresses(target.host, str(url))
        except FeedError:
            if proxied:
                return Route((), target.port, public=True)
            raise
        public = all(map(is_public, found))
        if not public and target != typed:
            raise FeedError(str(url), f"leads to {target.host}, which is a private address you did not type")
        return Route(found, target.port, public, spelled=_is_number(target.host))

    async def _addresses(self, host: str, url: str) -> tuple[str, ...]:
        if host not in self._known:
            self._known[host] = asyncio.create_task(_look_up(host))
        try:
            # Shielded, because the others who wait for the same name go on when one of them runs out of time.
            return await asyncio.shield(self._known[host])
        except (OSError, UnicodeError) as error:
            raise FeedError(url, f"no such host: {host}") from error


async def _look_up(host: str) -> tuple[str, ...]:
    """Ask the system, each host in a thread of its own: names that hang keep no other name waiting, nor the end."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[_Infos] = loop.create_future()

    def tell(infos: _Infos, error: Exception | None) -> None:
        if not answer.done():
            answer.set_exception(error) if error else answer.set_result(infos)

    def ask() -> None:
        infos: _Infos = []
        failed: Exception | None = None
        try:
            # It reads decimal and octal spellings ("2130706433") as the system does: what we check is what it dials.
            infos = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            failed = error
        with suppress(RuntimeError):  # the run has ended meanwhile
            loop.call_soon_threadsafe(tell, infos, failed)

    if _is_number(host):
        ask()  # no name, no waiting
    else:
        threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
    return tuple(dict.fromkeys(str(info[4][0]) for info in await answer))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
