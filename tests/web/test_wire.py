"""One request over libcurl: only checked addresses are dialled, and an answer is read as servers really speak."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from yarl import URL

from digest.errors import FeedError
from digest.web.resolve import Route
from digest.web.wire import Heard, Wire

from .server import Handler, Page, Web


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    opened = Wire(5.0)
    yield opened
    await opened.close()


async def get(wire: Wire, url: str, route: Route) -> Heard:
    """Ask for an address along a route."""
    return await wire.get("the feed", URL(url), {}, route, proxy=None, limit=1_000)


async def test_an_address_that_was_not_checked_is_not_dialled(web: Web, wire: Wire) -> None:
    web.pages["/feed"] = Page("<rss/>")
    for route in (
        Route(("192.0.2.1",), web.port, public=True, spelled=True),
        Route(("127.0.0.1",), web.port + 1, public=False, spelled=True),
    ):
        with pytest.raises(FeedError):
            await get(wire, web.url("/feed"), route)
    assert not web.asked


async def test_a_name_leads_to_the_address_that_was_checked(web: Web, wire: Wire) -> None:
    web.pages["/feed"] = Page("<rss/>")
    route = Route(("127.0.0.1",), web.port, public=False)
    heard = await get(wire, f"http://quay-courier.invalid:{web.port}/feed", route)
    assert heard.body() == b"<rss/>"
    assert web.asked[0][1]["host"] == f"quay-courier.invalid:{web.port}"


async def test_an_interim_answer_is_none(web: Web, wire: Wire) -> None:
    def speak(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nETag: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")

    web.pages["/feed"] = Page(raw=speak)
    heard = await get(wire, web.url("/feed"), Route(("127.0.0.1",), web.port, public=False, spelled=True))
    assert (heard.status, heard.first("link"), heard.first("etag"), heard.body()) == (200, "", "x", b"abc")


async def test_the_body_of_an_error_is_not_waited_for(web: Web, wire: Wire) -> None:
    web.pages["/feed"] = Page(b"sorry " * 500_000, 500)
    heard = await get(wire, web.url("/feed"), Route(("127.0.0.1",), web.port, public=False, spelled=True))
    assert (heard.status, heard.body()) == (500, b"")


class Secure(BaseHTTPRequestHandler):
    """Answers "safe" to whoever trusts it."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"safe")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.mark.skipif(not shutil.which("openssl"), reason="a certificate needs to be made")
async def test_a_certificate_that_this_system_does_not_trust_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, both = tmp_path / "own.pem", tmp_path / "both.pem"
    named = "-subj /CN=courier.invalid -addext subjectAltName=DNS:courier.invalid".split()
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        *named,
        "-keyout",
        str(both),
        "-out",
        str(own),
    ]
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes(both.read_bytes() + own.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    with HTTPServer(("127.0.0.1", 0), Secure) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        url = f"https://courier.invalid:{server.server_port}/"
        route = Route(("127.0.0.1",), server.server_port, public=False)
        strange, known = Wire(5.0), _trusting(own, monkeypatch)
        with pytest.raises(FeedError, match="its certificate is not valid"):
            await get(strange, url, route)
        heard = await get(known, url, route)
        await strange.close()
        await known.close()
        server.shutdown()
    assert heard.body() == b"safe"


def _trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Return a wire for a system that trusts this certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return Wire(5.0)
