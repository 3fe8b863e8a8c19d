"""Names to addresses, once a run: what was checked is what is dialled, so a name cannot change its mind in between."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from ..errors import FeedError
from .guard import Origin, is_public, origin

_Infos = Sequence[tuple[socket.AddressFamily, int, int, str, tuple[Any, ...]]]


class CheckedResolver(AbstractResolver):
    """Resolves each host once and keeps the answer for the run.

    `hosts` works like /etc/hosts, but leads a name to an address and port; what stands there may be private. Only
    the demo and the tests fill it.
    """

    def __init__(self, hosts: Mapping[str, tuple[str, int]] | None = None) -> None:
        self._hosts = dict(hosts or {})
        self._known: dict[str, asyncio.Task[tuple[tuple[str, socket.AddressFamily], ...]]] = {}

    async def check(self, url: URL, typed: Origin | None, *, proxied: bool = False) -> bool:
        """Say whether the URL's host is public; FeedError if it is not and its origin is not the one typed.

        What we cannot look up is an error too, unless the request is `proxied`: then the proxy looks it up.
        """
        target = origin(url)
        if target.host in self._hosts:
            return False
        try:
            found = await self._addresses(target.host, str(url))
        except FeedError:
            if proxied:
                return True
            raise
        public = all(is_public(address) for address, _ in found)
        if not public and target != typed:
            raise FeedError(str(url), f"leads to {target.host}, which is a private address you did not type")
        return public

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the checked addresses in aiohttp's form."""
        name = host.lower().rstrip(".")
        if name in self._hosts:
            address, mapped = self._hosts[name]
            return [_result(host, address, mapped, socket.AF_INET6 if ":" in address else socket.AF_INET)]
        found = await self._addresses(name, host)
        return [_result(host, a, port, f) for a, f in found if family in (socket.AF_UNSPEC, f)]

    async def close(self) -> None:
        """Forget all names."""
        self._known.clear()

    async def _addresses(self, host: str, url: str) -> tuple[tuple[str, socket.AddressFamily], ...]:
        if host not in self._known:
            self._known[host] = asyncio.create_task(_look_up(host))
        try:
            # Shielded, because the others who wait for the same name go on when one of them runs out of time.
            return await asyncio.shield(self._known[host])
        except (OSError, UnicodeError) as error:
            raise FeedError(url, f"no such host: {host}") from error


async def _look_up(host: str) -> tuple[tuple[str, socket.AddressFamily], ...]:
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
    return tuple(dict.fromkeys((str(info[4][0]), info[0]) for info in await answer))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _result(host: str, address: str, port: int, family: socket.AddressFamily) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)
