"""What an answer that carries nothing is called: a status, or no answer at all, in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import FeedError
from ..text import clean_line

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


@contextmanager
def in_words(url: str, deadline: float) -> Iterator[None]:
    """Turn a deadline that is over, and what a library raises of an address, into an UnreachableError in words."""
    try:
        yield
    except TimeoutError as error:
        raise UnreachableError(url, f"no complete answer within {deadline:g} s") from error
    except (OSError, ValueError) as error:
        raise UnreachableError(url, clean_line(f"cannot be asked: {error}", 200)) from error
