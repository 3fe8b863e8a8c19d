"""What the store's own parts need of it."""

from contextlib import AbstractContextManager
from typing import Protocol

from .database import Database


class Ways(Protocol):
    """The ways into the database: to read, to write, and for what SQLite does outside transactions only."""

    def reading(self) -> AbstractContextManager[Database]: ...

    def writing(self, wait: float | None = None) -> AbstractContextManager[Database]: ...

    def alone(self) -> AbstractContextManager[Database]: ...
