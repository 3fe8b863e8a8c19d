"""Regular expressions over stored texts, which end in time however they are written."""

import time
from typing import Any

from ..errors import QueryError
from .database import Database

_SECONDS = 10.0
"""What all of a query's looking may take."""


class Patterns:
    """The patterns of one query; `check` says afterwards whether they came to an end."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._compiled: dict[str, Any] = {}
        self._slow = ""
        self._until = 0.0

    def add(self, pattern: str) -> str:
        """Return the SQL, with the pattern to be bound in it, that finds it in the article `a`."""
        import regex  # 15 ms that few queries need

        if not self._compiled:
            self._until = time.monotonic() + _SECONDS
            self._db.create_function("pattern_found", 3, self._found)
        self._compiled[pattern] = regex.compile(pattern, regex.IGNORECASE)
        return "EXISTS (SELECT 1 FROM contents c WHERE c.article_id = a.id AND pattern_found(?, c.title, c.text))"

    def check(self) -> None:
        """Raise QueryError if a pattern was given up on, for then what was found is not all there is."""
        if self._slow:
            reason = f"looking for this took longer than {_SECONDS:.0f} seconds; write a simpler pattern"
            raise QueryError(f"/{self._slow}/", reason, 0, len(self._slow) + 2)

    def _found(self, pattern: str, title: str, text: str) -> bool:
        left = self._until - time.monotonic()
        try:
            if self._slow or left <= 0:
                raise TimeoutError
            search = self._compiled[pattern].search
            return any(search(part, timeout=left, concurrent=True) is not None for part in (title, text))
        except TimeoutError:
            self._slow = pattern
            return False
