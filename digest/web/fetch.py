"""One request, answered whole within a deadline, every hop of it checked before it is dialled."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from .. import __version__
from ..errors import FeedError
from ..model import Response
from ..text import clean_line
from .decode import BODY_BYTES, Body
from .guard import Origin, origin, web_url
from .resolve import CheckedResolver

DEADLINE = 20.0
"""Seconds for one request, from the name lookup to the last byte, all redirects included."""
CONNECT = 10.0
REDIRECTS = 5
CONNECTIONS = 64
PER_HOST = 4
FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"

_MOVED = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_STATUS = {
    401: "wants a login",
    403: "refuses access",
    404: "not found",
    410: "gone for good",
    429: "asks to slow down",
    503: "not available at the moment",
}


class AnswerError(FeedError):
    """The server answered, but with a status that carries no feed."""

    def __init__(self, url: str, status: int, retry_after: str = "") -> None:
        words = _STATUS.get(status, "server error" if status >= 500 else "unexpected answer")
        super().__init__(url, f"{words} (HTTP {status})")
        self.status = status
        self.retry_after = retry_after


class UnreachableError(FeedError):
    """No answer came: no such host, connection refused, time ran out."""


class Fetcher:
    """Fetches over one set of connections; use it as an async context manager, in one event loop."""

    def __init__(
        self, *, hosts: Mapping[str, tuple[str, int]] | None = None, contact: str = "", deadline: float = DEADLINE
    ) -> None:
        self._resolver = CheckedResolver(hosts)
        self._deadline = deadline
        self._agent = f"digest/{__version__} ({contact or 'personal news reader'})"
        self._hosts: defaultdict[Origin, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))
        self._all = asyncio.Semaphore(CONNECTIONS)
        self._silent: dict[Origin, str] = {}
        """Who could not be reached at all in this run, and why: not asked again."""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=self._resolver, use_dns_cache=False, limit=CONNECTIONS, limit_per_host=PER_HOST
            ),
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT),
            headers={"User-Agent": self._agent, "Accept-Encoding": "gzip"},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def fetch(
        self,
        url: str,
        *,
        typed: str = "",
        etag: str = "",
        last_modified: str = "",
        accept: str = FEEDS,
        limit: int = BODY_BYTES,
    ) -> Response:
        """Return the answer, a 200 or a 304; anything else is a FeedError whose reason is in words.

        `typed` is the address the user gave: its exact origin may be private, no other may.
        """
        start = web_url(url)
        headers = {"Accept": accept}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        trusted = origin(web_url(typed)) if typed else None
        async with self._hosts[origin(start)], self._all:
            if origin(start) in self._silent:
                raise UnreachableError(url, self._silent[origin(start)])
            try:
                async with asyncio.timeout(self._deadline):
                    return await self._follow(start, trusted, headers, limit)
            except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
                self._silent[origin(start)] = _reason(error)
                raise UnreachableError(url, _reason(error)) from error
            except TimeoutError as error:
                raise UnreachableError(url, f"no complete answer within {self._deadline:g} s") from error
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise UnreachableError(url, _reason(error)) from error

    async def _follow(self, start: URL, typed: Origin | None, headers: dict[str, str], limit: int) -> Response:
        url, moved_to, for_good = start, "", True
        for _ in range(REDIRECTS + 1):
            await self._resolver.check(url, typed)
            async with self._session.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status not in _MOVED:
                    return await _read(answer, start, url, moved_to, limit)
                location = answer.headers.get("Location", "")
                if not location:
                    raise FeedError(str(start), "redirects to nowhere")
                for_good = for_good and answer.status in _FOR_GOOD
                answer.close()  # a redirect's body is nobody's business
            try:
                url = web_url(location, url)
            except FeedError as error:
                raise FeedError(str(start), clean_line(f"redirects to {location!r}: {error.reason}", 200)) from error
            if for_good:
                moved_to = str(url)
        raise FeedError(str(start), f"redirects more than {REDIRECTS} times")


async def _read(answer: aiohttp.ClientResponse, start: URL, url: URL, moved_to: str, limit: int) -> Response:
    headers = tuple((name.lower(), clean_line(value)) for name, value in answer.headers.items())
    body = b""
    if answer.status == 200:
        reader = Body(str(start), answer.headers.get("Content-Encoding", ""), limit)
        try:
            async for chunk in answer.content.iter_any():
                reader.feed(chunk)
            body = reader.done()
        except FeedError:
            answer.close()
            raise
    elif answer.status != 304:
        answer.close()
        raise AnswerError(str(start), answer.status, clean_line(answer.headers.get("Retry-After", "")))
    return Response(str(start), str(url), answer.status, headers, body, moved_to)


def _reason(error: Exception) -> str:
    """Put a network error into words a reader of news understands."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return "its certificate is not valid"
    if isinstance(error, aiohttp.ClientSSLError):
        return "no secure connection"
    if isinstance(error, aiohttp.ClientConnectorError):
        return clean_line(f"cannot connect: {error.os_error.strerror or error.os_error}", 200)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return f"cannot connect: no answer within {CONNECT:g} s"
    if isinstance(error, aiohttp.ClientPayloadError):
        return "the answer was cut off"
    if isinstance(error, aiohttp.ServerDisconnectedError | ConnectionResetError):
        return "the server hung up"
    return clean_line(f"does not speak HTTP: {error}", 200)
