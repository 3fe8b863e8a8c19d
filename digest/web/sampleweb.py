"""A small web of its own on this machine: serves the sample outlets to the real pipeline."""

import hashlib
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

_TYPES = {".xml": "application/xml", ".json": "application/feed+json", ".html": "text/html; charset=utf-8"}


class SampleWeb:
    """Serves `sites/<host>/<path>` on loopback while the context is open, `earlier/<host>/<path>` first if asked to.

    `hosts` is what a Fetcher needs to find the invented hosts here.
    """

    def __init__(self, folder: Path, *, earlier: bool = False) -> None:
        self.earlier = earlier
        """Whether things stand as they did before; may be changed while it serves."""
        self._folder = folder
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def hosts(self) -> Mapping[str, tuple[str, int]]:
        """Return each sample outlet's host with the address and port that stand in for it."""
        port = int(self._server.server_address[1])
        return {site.name: ("127.0.0.1", port) for site in (self._folder / "sites").iterdir() if site.is_dir()}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def find(self, host: str, path: str) -> Path | None:
        """Return the file behind a host and path, None if there is none or the path leaves its site."""
        inside = PurePosixPath(unquote(path).lstrip("/"))
        if ".." in inside.parts or "/" in host or host in {"", ".", ".."}:
            return None
        for layer in ("earlier", "sites")[0 if self.earlier else 1 :]:
            file = self._folder / layer / host / inside
            if file.is_file():
                return file
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, web: SampleWeb) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.web = web


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").partition(":")[0].lower()
        file = self.server.web.find(host, urlsplit(self.path).path)
        if file is None:
            self._answer(404, b"not found", {"Content-Type": "text/plain"})
            return
        body = file.read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self._answer(304, b"", {"ETag": etag})
            return
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        self._answer(200, body, {"Content-Type": kind, "ETag": etag})

    def _answer(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: stderr belongs to the program."""
