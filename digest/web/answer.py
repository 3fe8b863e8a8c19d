"""What comes back for one request: its answer read within limits, or in words why there is none."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from yarl import URL

from ..errors import FeedError
from ..model import Response
from ..text import clean_line
from .decode import Body

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

    def __init__(self, url: str, status: int, retry_after: str = "", words: str = "") -> None:
        words = words or _STATUS.get(status, "server error" if status >= 500 else "unexpected answer")
        super().__init__(url, f"{words} (HTTP {status})")
        self.status = status
        self.retry_after = retry_after


class UnreachableError(FeedError):
    """No answer came: no such host, connection refused, time ran out."""


class SilentError(UnreachableError):
    """No connection came about at all."""


async def read_answer(answer: aiohttp.ClientResponse, start: URL, url: URL, moved_to: str, limit: int) -> Response:
    """Return the answer with its whole body, a 200 or a 304; AnswerError for any other status."""
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


@contextmanager
def in_words(url: str, deadline: float, connect: float) -> Iterator[None]:
    """Turn whatever the network raises into an UnreachableError that says it in words; the limits are in seconds."""
    try:
        yield
    except aiohttp.ConnectionTimeoutError as error:
        raise SilentError(url, f"cannot connect: no answer within {connect:g} s") from error
    except aiohttp.ClientConnectorError as error:
        raise SilentError(url, _reason(error)) from error
    except TimeoutError as error:
        raise UnreachableError(url, f"no complete answer within {deadline:g} s") from error
    except (aiohttp.ClientError, OSError, ValueError, asyncio.IncompleteReadError) as error:
        raise UnreachableError(url, _reason(error)) from error


def _reason(error: Exception) -> str:
    """Put a network error into words a reader of news understands."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return "its certificate is not valid"
    if isinstance(error, aiohttp.ClientSSLError):
        return "no secure connection"
    if isinstance(error, aiohttp.ClientConnectorError):
        whom = " to the proxy" if isinstance(error, aiohttp.ClientProxyConnectionError) else ""
        number = error.os_error.errno  # asyncio's own words name its functions
        reason = (
            os.strerror(number).lower() if number and number > 0 else str(error.os_error.strerror or error.os_error)
        )
        return clean_line(f"cannot connect{whom}: {reason}", 200)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return clean_line(f"the proxy refuses: {error.message} (HTTP {error.status})", 200)
    if isinstance(error, aiohttp.ClientPayloadError):
        return "the answer was cut off"
    if isinstance(error, aiohttp.ServerDisconnectedError | ConnectionResetError):
        return "the server hung up"
    return clean_line(f"does not speak HTTP: {error}", 200)
