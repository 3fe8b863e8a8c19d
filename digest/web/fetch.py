"""One request, answered whole within a deadline, every hop of it checked before it is dialled."""

import asyncio
import base64
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from yarl import URL

from .. import __version__
from ..config.settings import Limits
from ..errors import FeedError
from ..model import Response
from ..text import clean_line
from .answer import AnswerError, SilentError, in_words
from .guard import Origin, origin, web_url
from .proxy import Proxies
from .resolve import CheckedResolver, Route
from .turns import Budget, Turns
from .wire import Heard, Wire

REDIRECTS = 5
FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"

_MOVED = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_GOOD = {200, 304}
_UNAUTHORIZED, _TOO_MANY = 401, 429
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one call of `fetch` asks for, the same at every hop."""

    start: URL
    trusted: Origin | None
    headers: Mapping[str, str]
    login: str
    limit: int
    page: bool
    deadline: float


@dataclass(frozen=True, slots=True)
class _Moved:
    """A redirect."""

    url: URL
    for_good: bool


class Fetcher:
    """Fetches over one set of connections; use it as an async context manager, in one event loop.

    `jitter` gives numbers from 0 to 1.
    """

    def __init__(
        self,
        *,
        hosts: Mapping[str, tuple[str, int]] | None = None,
        limits: Limits | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._hosts = frozenset(hosts or ())
        self._resolver = CheckedResolver(hosts)
        self._limits = limits or Limits()
        self._agent = f"digest/{__version__} ({clean_line(self._limits.contact) or 'personal news reader'})"
        self._proxies = Proxies()
        self._turns = Turns(self._limits, jitter)
        self._silent: dict[Origin, str] = {}
        """Who could not be reached at all in this run, and why: not asked again."""
        self._weary: set[Origin] = set()
        """Who asked for fewer requests: no more of its pages are asked for in this run."""

    async def __aenter__(self) -> Self:
        self._wire = Wire(self._limits.connect_timeout)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._wire.close()

    async def fetch(
        self,
        url: str,
        *,
        typed: str = "",
        login: str = "",
        etag: str = "",
        last_modified: str = "",
        accept: str = FEEDS,
        deadline: float | None = None,
    ) -> Response:
        """Return the answer, a 200 or a 304; anything else is a FeedError whose reason is in words.

        `typed` is the address the user gave: its exact origin may be private, no other may. `login` is "user:password";
        it, or one written into the address, goes to the origin of `url` and no other, and is in nothing returned or
        raised. Pages of one public host are asked for at intervals. Waiting for a turn is no part of the deadline.
        """
        start = web_url(url)
        if start.raw_user:
            login = login or f"{start.user}:{start.password or ''}"
        headers = {"User-Agent": self._agent, "Accept": accept, "Accept-Encoding": "gzip"}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        trusted = origin(web_url(typed)) if typed else None
        page = accept == PAGES
        limit = (self._limits.page_mib if page else self._limits.feed_mib) * _MIB
        seconds = deadline or self._limits.timeout
        return await self._follow(_Asked(start.with_user(None), trusted, headers, login, limit, page, seconds))

    async def _follow(self, asked: _Asked) -> Response:
        url, moved_to, for_good = asked.start, "", True
        budget = Budget(asked.deadline)
        for _ in range(REDIRECTS + 1):
            with in_words(str(asked.start), asked.deadline):
                found = await self._hop(asked, url, moved_to, budget)
            if isinstance(found, Response):
                return found
            url = found.url
            # A login stays where it was given, so an address with one does not move to another origin.
            for_good = for_good and found.for_good and not (asked.login and url.origin() != asked.start.origin())
            if for_good:
                moved_to = str(url)
        raise FeedError(str(asked.start), f"redirects more than {REDIRECTS} times")

    async def _hop(self, asked: _Asked, url: URL, moved_to: str, budget: Budget) -> Response | _Moved:
        host = origin(url)
        proxy = None if host.host in self._hosts else self._proxies.proxy_for(url)
        async with self._turns.host(host):
            async with budget.spend():
                route = await self._resolver.route(url, asked.trusted, proxied=proxy is not None)
            if asked.page and route.public:
                await asyncio.sleep(self._turns.wait(host, asyncio.get_running_loop().time()))
            async with self._turns.connection:
                if host in self._silent:
                    raise SilentError(str(asked.start), self._silent[host])
                if asked.page and host in self._weary:
                    raise AnswerError(str(asked.start), _TOO_MANY)
                try:
                    with in_words(str(asked.start), asked.deadline):
                        async with budget.spend():
                            return await self._ask(asked, url, moved_to, route, proxy)
                except SilentError as error:
                    self._silent[host] = error.reason
                    raise
                except AnswerError as error:
                    if error.status == _TOO_MANY:
                        self._weary.add(host)
                    raise _login_refused(error, asked, url) from error

    async def _ask(self, asked: _Asked, url: URL, moved_to: str, route: Route, proxy: URL | None) -> Response | _Moved:
        headers = dict(asked.headers)
        if asked.login and url.origin() == asked.start.origin():
            headers["Authorization"] = "Basic " + base64.b64encode(asked.login.encode()).decode()
        named = str(asked.start)
        heard = await self._wire.get(named, url, headers, route, proxy=proxy, limit=asked.limit)
        if heard.status in _MOVED:
            return _moved(heard, named, url)
        if heard.status not in _GOOD:
            raise AnswerError(named, heard.status, heard.first("retry-after"))
        return Response(named, str(url), heard.status, tuple(heard.headers), heard.body(), moved_to)


def _moved(heard: Heard, named: str, url: URL) -> _Moved:
    """Return where a redirect leads."""
    location = heard.first("location")
    if not location:
        raise FeedError(named, "redirects to nowhere")
    try:
        return _Moved(web_url(location, url).with_user(None), heard.status in _FOR_GOOD)
    except FeedError as error:
        reason = clean_line(f"redirects to {location!r}: {error.reason}", 200)
        raise FeedError(named, reason) from error


def _login_refused(error: AnswerError, asked: _Asked, url: URL) -> AnswerError:
    """Return the error, in words that say what became of the login if there was one."""
    if error.status != _UNAUTHORIZED or not asked.login:
        return error
    elsewhere = url.origin() != asked.start.origin()
    words = f"wants a login; the one given is for {asked.start.origin()} only" if elsewhere else "refuses the login"
    return AnswerError(str(asked.start), error.status, words=words)
