"""Names to addresses, once a run: what was checked is what is dialled, so a name cannot change its mind in between."""

import asyncio
import socket
from collections.abc import Mapping

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from ..errors import FeedError
from .guard import Origin, is_public, origin


class CheckedResolver(AbstractResolver):
    """Resolves each host once and keeps the answer for the run.

    `hosts` works like /etc/hosts, but leads a name to an address and port; what stands there may be private. Only
    the demo and the tests fill it.
    """

    def __init__(self, hosts: Mapping[str, tuple[str, int]] | None = None) -> None:
        self._hosts = dict(hosts or {})
        self._known: dict[str, asyncio.Task[tuple[tuple[str, socket.AddressFamily], ...]]] = {}

    async def check(self, url: URL, typed: Origin | None) -> None:
        """Raise FeedError unless every address of the URL's host is public or its origin is the one typed."""
        target = origin(url)
        if target.host in self._hosts:
            return
        for address, _ in await self._addresses(target.host, str(url)):
            if target != typed and not is_public(address):
                raise FeedError(str(url), f"leads to {target.host}, which is a private address you did not type")

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
    loop = asyncio.get_running_loop()
    # getaddrinfo reads decimal and octal spellings ("2130706433") as the system does: what we check is what it dials.
    infos = await loop.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys((str(info[4][0]), info[0]) for info in infos))


def _result(host: str, address: str, port: int, family: socket.AddressFamily) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)
