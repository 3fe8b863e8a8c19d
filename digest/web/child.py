"""What goes on in a child process around each task: its limits, set without importing what only the parent needs."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue

_T = TypeVar("_T")


class ReadingError(Exception):
    """What lxml raised in a child, by the name of its type: it carries a log that cannot leave the process."""


def within(seconds: float, function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> _T:
    """Call the function; a little after its time the child ends itself, for its parent may have been killed."""
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    try:
        return function(*args, **kwargs)
    except _lxml_error() as error:
        raise ReadingError(type(error).__name__) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit(memory: int, started: SimpleQueue[int] | None) -> None:
    """Hold this child to its share of memory, or tell who is to watch it; let Ctrl-C reach only the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if started is not None:
        started.put(os.getpid())
    if memory:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        allowed = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


def _lxml_error() -> type[Exception]:
    """Return the base of lxml's errors, imported only once something went wrong."""
    from lxml.etree import LxmlError

    base: type[Exception] = LxmlError
    return base
