"""Every error a caller may want to catch; each message is one line meant for the user.

* DigestError
  * FeedError       one feed could not be fetched or read
  * DocumentError   one local file could not be taken in
  * StoreError      the database could not be opened, read or written
  * ConfigError     an option or the configuration says something we cannot use
  * NotFoundError   there is no story, article or feed of that name
"""


class DigestError(Exception):
    """Base of all errors whose message is meant for the user."""


class FeedError(DigestError):
    """One feed could not be fetched or read; the others are not concerned."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class DocumentError(DigestError):
    """One local file could not be taken in; the others are not concerned."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StoreError(DigestError):
    """The database could not be opened, read or written."""


class ConfigError(DigestError):
    """An option or the configuration file says something we cannot use."""


class NotFoundError(DigestError):
    """There is no story, article or feed of that name."""
