"""A wish that a run end early: made from a signal handler, heeded between one feed and the next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stop:
    """Ask once; whoever listens ends as soon as what it has is kept."""

    def __init__(self) -> None:
        self.asked = False
        self._wake: Callable[[], object] | None = None

    @property
    def listening(self) -> bool:
        """Tell whether somebody heeds the wish now; where nobody does, only an exception ends the work."""
        return self._wake is not None

    def ask(self) -> None:
        """Wish for the end; may be called from a signal handler or another thread."""
        self.asked = True
        if self._wake is not None:
            self._wake()

    @contextmanager
    def waking(self, wake: Callable[[], object]) -> Iterator[None]:
        """Call `wake` when the wish is made, for as long as the context is open."""
        self._wake = wake
        try:
            yield
        finally:
            self._wake = None
