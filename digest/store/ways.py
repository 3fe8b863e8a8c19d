"""What the store's own parts need of it."""

from contextlib import AbstractContextManager
from typing import Protocol

from .database import Database


class Ways(Protocol):
    """The two ways into the database: to read and to write."""

    def reading(self) -> AbstractContextManager[Database]: ...

    def writing(self, wait: float | None = None) -> AbstractContextManager[Database]: ...
