"""One request over libcurl: asked once, no redirect followed, nothing dialled but the addresses checked before.

libcurl, because a run that finds nothing new is mostly imports and requests: it takes a fifth of the time of the HTTP
clients written in Python, TLS aside.
"""

import os
import socket
import ssl
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any, Protocol

import pycurl
from yarl import URL

from ..errors import FeedError
from ..text import clean_line
from .answer import SilentError, UnreachableError
from .decode import Body
from .resolve import Route

_HUNG_UP = {pycurl.E_GOT_NOTHING, pycurl.E_RECV_ERROR, pycurl.E_SEND_ERROR}
_NO_CERTIFICATE = {pycurl.E_PEER_FAILED_VERIFICATION, pycurl.E_SSL_CERTPROBLEM, pycurl.E_SSL_ISSUER_ERROR}
_NOT_SECURE = {pycurl.E_SSL_CONNECT_ERROR, pycurl.E_SSL_CIPHER, pycurl.E_SSL_CACERT_BADFILE}


class _Address(Protocol):
    """What libcurl is about to dial."""

    family: int
    socktype: int
    protocol: int
    addr: tuple[Any, ...]


class Heard:
    """What came back for one request, as it comes: its status, its headers, its body unpacked within the limit."""

    def __init__(self, named: str, limit: int) -> None:
        self.status = 0
        self.headers: list[tuple[str, str]] = []
        """Names in lower case, values cleaned."""
        self.refused: FeedError | None = None
        """Why we hung up."""
        self.named = named
        self._limit = limit
        self._body: Body | None = None

    def first(self, name: str) -> str:
        """Return the first header of that name, "" if there is none."""
        return next((value for found, value in self.headers if found == name), "")

    def body(self) -> bytes:
        """Return the whole body; FeedError if it was cut off."""
        return self._body.done() if self._body else b""

    def line(self, raw: bytes) -> None:
        """Take one line of the head."""
        text = raw.decode("utf-8", "surrogateescape").strip()
        if text.startswith("HTTP/"):
            self.headers.clear()  # what came before was an interim answer's
            status = text.split(maxsplit=2)[1:2]
            self.status = int(status[0]) if status and status[0].isdecimal() else 0
        elif ":" in text:
            name, _, value = text.partition(":")
            self.headers.append((name.strip().lower(), clean_line(value)))

    def chunk(self, raw: bytes) -> int:
        """Take a piece of the body and return its length; 0 makes libcurl hang up."""
        if self.status != 200:
            return 0  # the body of a redirect or an error is nobody's business
        try:
            if self._body is None:
                coding = ", ".join(value for name, value in self.headers if name == "content-encoding")
                self._body = Body(self.named, coding, self._limit)
            self._body.feed(raw)
        except FeedError as error:
            self.refused = error
            return 0
        return len(raw)


class Wire:
    """The connections of one run; for one event loop, in which it is to be closed."""

    def __init__(self, patience: float) -> None:
        """`patience` is how many seconds a connection may take to stand."""
        self._patience = patience
        self._multi = pycurl.AsyncCurlMulti()
        self._trusted = ssl.get_default_verify_paths()

    async def close(self) -> None:
        """Hang up everywhere."""
        await self._multi.aclose()

    async def get(
        self, named: str, url: URL, headers: Mapping[str, str], route: Route, *, proxy: URL | None, limit: int
    ) -> Heard:
        """Return what came back, whatever its status; UnreachableError, in words about `named`, if nothing whole did.

        Only addresses of the `route` are dialled, or else the proxy.
        """
        heard = Heard(named, limit)
        handle = self._handle(url, headers, proxy)
        handle.setopt(pycurl.HEADERFUNCTION, heard.line)
        handle.setopt(pycurl.WRITEFUNCTION, heard.chunk)
        try:
            with ExitStack() as dialled:  # libcurl goes on with copies
                if proxy is None:
                    _lead(handle, url, route, heard, dialled)
                await self._multi.perform(handle)
        except pycurl.error as error:
            if heard.refused is not None:
                raise heard.refused from error
            code, message = error.args
            if code != pycurl.E_WRITE_ERROR:  # then it was we who hung up: the head was all we wanted
                raise self._in_words(named, code, message, handle, proxied=proxy is not None) from error
        return heard

    def _handle(self, url: URL, headers: Mapping[str, str], proxy: URL | None) -> pycurl.Curl:
        handle = pycurl.Curl()
        handle.setopt(pycurl.URL, str(url))
        handle.setopt(pycurl.HTTPHEADER, [f"{name}: {value}".encode() for name, value in headers.items()])
        handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        handle.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
        handle.setopt(pycurl.PATH_AS_IS, 1)
        handle.setopt(pycurl.NOSIGNAL, 1)
        handle.setopt(pycurl.CONNECTTIMEOUT_MS, round(self._patience * 1000))
        handle.setopt(pycurl.NOPROXY, "")  # the environment's wishes are in `proxy` already
        handle.setopt(pycurl.PROXY, f"http://{proxy.host_subcomponent}:{proxy.port}" if proxy else "")
        if proxy and proxy.user:
            handle.setopt(pycurl.PROXYUSERPWD, f"{proxy.user}:{proxy.password or ''}".encode())
        if url.scheme == "https":
            self._trust(handle)
        return handle

    def _trust(self, handle: pycurl.Curl) -> None:
        """Trust whom this system trusts; a file goes first, because libcurl reads that once for all connections."""
        if self._trusted.cafile:
            handle.setopt(pycurl.CAINFO, self._trusted.cafile)
            handle.unsetopt(pycurl.CAPATH)
        elif self._trusted.capath:
            handle.setopt(pycurl.CAPATH, self._trusted.capath)

    def _in_words(self, named: str, code: int, message: str, handle: pycurl.Curl, *, proxied: bool) -> UnreachableError:
        """Put a failure of the network into words a reader of news understands."""
        if code in (pycurl.E_COULDNT_CONNECT, pycurl.E_COULDNT_RESOLVE_PROXY):
            whom = " to the proxy" if proxied else ""
            number = handle.getinfo(pycurl.OS_ERRNO)
            return SilentError(named, f"cannot connect{whom}" + (f": {os.strerror(number).lower()}" if number else ""))
        if code == pycurl.E_OPERATION_TIMEDOUT:
            return SilentError(named, f"cannot connect: no answer within {self._patience:g} s")
        if code in _NO_CERTIFICATE:
            return SilentError(named, "its certificate is not valid")
        if code in _NOT_SECURE:
            return SilentError(named, "no secure connection")
        if proxied and (refusal := handle.getinfo(pycurl.HTTP_CONNECTCODE)) >= 400:
            return UnreachableError(named, f"the proxy refuses (HTTP {refusal})")
        if code in _HUNG_UP:
            return UnreachableError(named, "the server hung up")
        if code == pycurl.E_URL_MALFORMAT:
            return UnreachableError(named, "not an address that can be asked")
        if code == pycurl.E_PARTIAL_FILE:
            return UnreachableError(named, "the answer was cut off")
        return UnreachableError(named, clean_line(f"does not speak HTTP: {message}", 200))


def _lead(handle: pycurl.Curl, url: URL, route: Route, heard: Heard, dialled: ExitStack) -> None:
    """Lead the request to the route's addresses; any other that libcurl might come by is not dialled."""
    host, port = url.host_subcomponent, url.port
    listed = ",".join(f"[{address}]" if ":" in address else address for address in route.addresses)
    if route.port != port:
        handle.setopt(pycurl.CONNECT_TO, [f"{host}:{port}:{listed}:{route.port}"])
    elif not route.spelled:
        handle.setopt(pycurl.RESOLVE, [f"{host}:{port}:{listed}"])

    def dial(purpose: int, address: _Address) -> socket.socket | int:
        where, to = address.addr[:2]
        if where not in route.addresses or to != route.port:
            heard.refused = FeedError(heard.named, f"leads to {where}, port {to}, which was not checked")
            return int(pycurl.SOCKET_BAD)
        return dialled.enter_context(socket.socket(address.family, address.socktype, address.protocol))

    handle.setopt(pycurl.OPENSOCKETFUNCTION, dial)
