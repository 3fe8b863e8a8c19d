"""Child processes in which other people's bytes are read: a hostile feed or page costs itself, never the run."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from ..errors import FeedError
from .child import ReadingError, limit, within

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue

    from pebble import ProcessPool

    from .watch import Watch

SECONDS = 10.0
"""How long one feed or page may take to be read."""
MEMORY = 256 * 1024 * 1024
"""Bytes of address space a child may have, where the system holds it to that (Linux does, macOS does not).

The largest feeds and pages that outlets send, and feeds of 14 MiB made for the purpose, were read in 170 MiB.
"""
_TASKS = 500
_UNTIDY = "ignore:resource_tracker:UserWarning"
"""Said on stderr, after a run that was killed, of what has just been tidied up: nothing cron should send mail for."""

_SHARED = ["digest.web.child", "digest.web.feedbody", "pebble"]
"""What every child needs: imported once, by the process they are forked from."""

_log = logging.getLogger(__name__)
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Workers:
    """A few child processes with limits, started when the first task comes; a context manager, async or not.

    Where the system holds no process to its share of memory, this one does (`watched`).
    """

    def __init__(
        self,
        count: int = 0,
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        watched: bool = sys.platform != "linux",
        pages: bool = False,
    ) -> None:
        """`pages` says that pages too will be read: what that takes is then imported once, not in each child."""
        self._count = count or max(1, min(4, os.cpu_count() or 1))
        self._seconds = seconds
        self._memory = memory
        self._watched = watched
        self._imported = [*_SHARED, "digest.web.page"] if pages else _SHARED
        self._watch: Watch | None = None
        self._pool: ProcessPool | None = None
        self._starting: asyncio.Future[ProcessPool] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.stop()
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    async def __aenter__(self) -> Self:
        return self.__enter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._starting is not None:
            await asyncio.wait([self._starting])
        self.__exit__(kind, error, trace)

    async def run(self, url: str, function: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Return what the function returns in a child; FeedError, in words, if it fails, dies or takes too long."""
        if self._starting is None:  # in a thread, for it takes as long as many requests
            self._starting = asyncio.ensure_future(asyncio.to_thread(self._started))
        await asyncio.shield(self._starting)
        future = self._schedule(function, args, kwargs)
        with self._border(url):
            return await asyncio.wrap_future(future)

    def wait(self, url: str, function: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do what `run` does, where there is no event loop."""
        future = self._schedule(function, args, kwargs)
        with self._border(url):
            return future.result()

    def _schedule(self, function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Future[_T]":
        arguments = (self._seconds, function, args, kwargs)
        return self._started().schedule(within, arguments, timeout=self._seconds)

    @contextmanager
    def _border(self, url: str) -> Iterator[None]:
        from pebble import ProcessExpired

        try:
            yield
        except (TimeoutError, FutureTimeoutError) as error:
            raise FeedError(url, f"takes more than {self._seconds:g} s to read") from error
        except MemoryError as error:
            raise FeedError(url, "takes too much memory to read") from error
        except ProcessExpired as error:
            if self._watch is not None and error.pid in self._watch.killed:
                raise FeedError(url, "takes too much memory to read") from error
            raise FeedError(url, "cannot be read: the reader died on it") from error
        except (asyncio.CancelledError, FutureCancelledError):
            raise
        except Exception as error:  # the worker boundary: whatever a parser raises concerns this one feed
            _log.warning("%s: %s", url, error, exc_info=error)
            what = str(error) if isinstance(error, ReadingError) else type(error).__name__
            raise FeedError(url, f"cannot be read ({what})") from error

    def _started(self) -> "ProcessPool":
        if self._pool is None:
            import multiprocessing  # a run that finds nothing new needs neither

            from pebble import ProcessPool

            if _UNTIDY not in sys.warnoptions:
                sys.warnoptions.append(_UNTIDY)  # what Python's helper process goes by
            # Never a plain fork: this process has threads and an event loop. The fork server imports the parsers once.
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(self._imported)
            started: SimpleQueue[int] | None = None
            if self._watched:
                from .watch import Watch

                started = context.SimpleQueue()
                self._watch = Watch(started, self._memory)
                self._watch.start()
            limits = (0 if self._watched else self._memory, started)
            self._pool = ProcessPool(self._count, _TASKS, initializer=limit, initargs=limits, context=context)
        return self._pool
