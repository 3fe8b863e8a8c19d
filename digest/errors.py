"""Every error a caller may want to catch; each message is one line meant for the user.

* DigestError
  * FeedError       one feed could not be fetched or read
  * DocumentError   one local file could not be taken in
  * StoreError      the database could not be opened, read or written
  * ConfigError     an option or the configuration says something we cannot use
  * QueryError      a query cannot be read: why, and at which place
  * NotFoundError   there is no story, article or feed of that name
  * ActError        what the reader asked for cannot be done to these stories
"""

import re

_LOGIN = re.compile(r"(?<=//)(?:[^/?#\s]*@|[^/?#\s:]*:(?!\d+(?:[/?#\s]|$))[^?#\s]*@)")
"""What stands between "//" and the host; a password may hold a slash that nobody escaped."""


def without_login(text: str) -> str:
    """Return the text with the logins taken out of the addresses in it."""
    return _LOGIN.sub("", text)


class DigestError(Exception):
    """Base of all errors whose message is meant for the user."""


class FeedError(DigestError):
    """One feed could not be fetched or read; the others are not concerned. Its words never hold a login."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = without_login(url)
        self.reason = without_login(reason)
        super().__init__(f"{self.url}: {self.reason}")


class DocumentError(DigestError):
    """One local file could not be taken in; the others are not concerned."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StoreError(DigestError):
    """The database could not be opened, read or written."""


class ConfigError(DigestError):
    """An option or the configuration file says something we cannot use; `problems` has a line for each thing."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class QueryError(DigestError):
    """A query cannot be read: `reason` says why, `start` and `end` where in `query` it is so."""

    def __init__(self, query: str, reason: str, start: int, end: int) -> None:
        super().__init__(f"query, character {start + 1}: {reason}")
        self.query = query
        self.reason = reason
        self.start = start
        self.end = end


class NotFoundError(DigestError):
    """There is no story, article or feed of that name."""


class ActError(DigestError):
    """What the reader asked for cannot be done to these stories or articles."""
