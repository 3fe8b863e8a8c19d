"""What all commands share: the database asked for, the terminal's abilities, and the only places that print."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..config.places import config_path, database_path
from ..errors import NotFoundError

if TYPE_CHECKING:
    from ..config.settings import Config
    from ..desk import Desk
    from ..export.look import Look
    from ..store import Store


START = "start with `digest demo`, `digest add URL` or `digest import FILE`"


@dataclass(frozen=True, slots=True)
class Session:
    """One run's settings."""

    database: Path
    ascii: bool
    color: bool
    named: bool = False
    """Whether the database was named with --db."""
    config_file: Path | None = None
    """The configuration file named with --config."""

    @staticmethod
    def of(database: Path | None, ascii_only: bool, no_color: bool, config_file: Path | None = None) -> "Session":
        """Return the session for the options given, the environment and the terminal."""
        color = sys.stdout.isatty() and not no_color and not os.environ.get("NO_COLOR")
        return Session(
            database=database or database_path(),
            ascii=ascii_only or "utf" not in (sys.stdout.encoding or "").lower(),
            color=color and os.environ.get("TERM") != "dumb",
            named=database is not None,
            config_file=config_file,
        )

    def config(self) -> "Config":
        """Read the configuration; ConfigError, with file, line and key, if there is something wrong with it."""
        from ..config.read import load

        path, needed = (self.config_file, True) if self.config_file else config_path()
        return load(path, needed)

    @property
    def look(self) -> "Look":
        """Return how lines are to be drawn: as wide as the terminal, 80 columns into a pipe."""
        from ..export.look import Look

        return Look(width=max(40, shutil.get_terminal_size((80, 24)).columns), color=self.color, ascii=self.ascii)

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """Open the database for one command."""
        from ..store import Store

        with Store(self.database) as store:
            yield store

    @contextmanager
    def reading(self, needed: bool = False) -> Iterator["Store"]:
        """Open the database for a command that reads; where there is none, that is said and none is made.

        A list is empty then; where a database is `needed`, that is a NotFoundError.
        """
        from ..store import Store

        with Store(self.database, create=False) as store:
            if store.missing and needed:
                raise NotFoundError(f"no database at {self.database} yet: {START}")
            if store.missing:
                talk(f"No database at {self.database} yet: {START}.")
            yield store

    @contextmanager
    def desk(self) -> Iterator["Desk"]:
        """Open the database for a command that asks for something in it; NotFoundError where there is no database."""
        from ..desk import Desk

        with self.reading(needed=True) as store:
            yield Desk(store)


def interactive() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def out(lines: str | Iterable[str]) -> None:
    """Print data: what was asked for, to stdout."""
    for line in (lines,) if isinstance(lines, str) else lines:
        print(line)


def talk(line: str) -> None:
    """Print talk: what a person should know, to stderr, if anybody is there to hear it."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:  # a log on a full disk, a pipe nobody reads: no reason to leave the work undone
        let_go(sys.stderr)


class DataLines:
    """Lines of data on stdout beside work that is done whether or not they can be written."""

    def __init__(self, *, silent: bool = False) -> None:
        self._silent = silent
        self._error: OSError | None = None

    def add(self, line: str) -> None:
        """Print a line at once, unless it is to be silent; after one that could not be written none is."""
        if self._silent:
            return
        try:
            print(line, flush=True)
        except OSError as error:
            let_go(sys.stdout)
            self._silent, self._error = True, error

    def close(self) -> None:
        """Raise what stood in the way, unless it was a reader who had enough (`| head`)."""
        if self._error is not None and not isinstance(self._error, BrokenPipeError):
            raise self._error


def let_go(stream: TextIO) -> None:
    """Point a stream nowhere, so that neither we nor Python's last flush complain of it again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return  # it is no file (a test's buffer): nothing to let go of
