"""A web server on loopback whose answers a test writes down."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass
class Page:
    """One answer: a body with its status and headers; `etag` makes the server answer 304 to whoever has it."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    raw: Callable[["Handler"], None] | None = None
    """Writes the answer itself, for answers that break the rules."""


class Web:
    """Serves `pages` by path and remembers what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return int(self._server.server_address[1])

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [path for path, _ in self.asked]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, web: Web) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.web = web

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up, as ours must."""


class Handler(BaseHTTPRequestHandler):
    """Answers with the page written down for the path, else 404."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self.server.web.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        page = self.server.web.pages.get(self.path, Page(b"nothing here", 404))
        if page.raw:
            page.raw(self)
            self.close_connection = True
            return
        body = page.body.encode() if isinstance(page.body, str) else page.body
        status = page.status
        if page.etag and self.headers.get("If-None-Match") == page.etag:
            status, body = 304, b""
        self.send_response(status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if page.etag:
            self.send_header("ETag", page.etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


def rss(*items: str, title: str = "The Quay Courier", site: str = "http://quay-courier.example/") -> str:
    """Return an RSS feed around items."""
    head = f"<title>{title}</title><link>{site}</link><language>en-gb</language>"
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>{head}{''.join(items)}</channel></rss>"


def item(number: int, link: str = "", more: str = "") -> str:
    """Return an RSS item; `more` is put inside."""
    address = link or f"http://quay-courier.example/{number}"
    return (
        f"<item><title>Harbour report {number}</title><link>{address}</link><guid>courier-{number}</guid>"
        f"<pubDate>Fri, 28 Aug 2020 0{number % 10}:00:00 +0100</pubDate>"
        f"<description>The harbour counted {number} boats.</description>{more}</item>"
    )
