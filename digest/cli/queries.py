"""Queries on the command line: the options they come by, the views that save them, what times in them mean."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, TypeVar, Unpack

import click

from ..config.settings import Config
from ..desk import Desk
from ..errors import ConfigError, NotFoundError, QueryError
from ..export import phrases
from ..model import StoryFilter
from ..query import All, Node
from ..query.figures import asks_about
from ..query.nodes import Figure
from ..store import Store
from .completion import views
from .session import Session, out, talk
from .times import newest

MOST_SETTLED = 300
"""How many stories are compared at once before they are chosen or sorted by what differs."""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def query_options(command: _Command) -> _Command:
    """Add `--query`, `--view` and `--explain` to a command; they arrive as `query`, `view` and `explain`."""
    for option in (
        click.option("--explain", is_flag=True, help="Say how the query is read, and do nothing."),
        click.option(
            "--view",
            metavar="NAME",
            shell_complete=views,
            help="Only what the query saved under [views] of that name finds.",
        ),
        click.option("-q", "--query", metavar="QUERY", help="Only what fits: 'ferry -fire is:unread newer:2d'."),
    ):
        command = option(command)
    return command


def asked(session: Session, store: Store, query: str | None, view: str | None = None) -> Node:
    """Return what the query and the view together ask for.

    QueryError says where the query is wrong; ConfigError the file and line of a view that is; NotFoundError that
    there is no such view.
    """
    if query is None and view is None:
        return All(())
    config = session.config()
    parts = [] if view is None else [_saved(config, store, view)]
    parts += [] if query is None else [_read(config, store, query)]
    node = All(tuple(parts)) if len(parts) > 1 else parts[0]
    if asks_about(node, Figure.DIFFERS):
        settle(store)
    return node


def settle(store: Store, **wanted: Unpack[StoryFilter]) -> None:
    """Work out what differs in the stories wanted before they are chosen or sorted by it, and say what is left open."""
    if left := Desk(store).settle(MOST_SETTLED, **wanted):
        talk(f"{phrases.count(left, 'less covered story')} not compared yet; the next call goes on")


def problems_of_views(config: Config) -> Iterator[str]:
    """Yield for each view whose query cannot be read the file, the line, the key and why."""
    from ..query.read import read
    from ..query.terms import Clock

    for name, query in config.views.items():
        try:
            read(query, Clock(datetime.now(UTC), config.zone))
        except QueryError as error:
            yield _problem(config, name, error)


def explained(node: Node) -> None:
    """Print how a query is read."""
    from ..query.explain import explain

    out(explain(node))


def _saved(config: Config, store: Store, name: str) -> Node:
    if name not in config.views:
        near = get_close_matches(name, config.views, n=1, cutoff=0.5)
        there = f"there are {', '.join(config.views)}" if config.views else "[views] of the configuration has none"
        raise NotFoundError(f"no view {name!r}; {f'did you mean {near[0]!r}?' if near else there}")
    try:
        return _read(config, store, config.views[name])
    except QueryError as error:
        raise ConfigError(_problem(config, name, error)) from error


def _read(config: Config, store: Store, query: str) -> Node:
    """Read a query; durations in it count back from the newest article, days are those of the configured zone."""
    from ..query.read import read  # the parser takes a twentieth of a second to load
    from ..query.terms import Clock

    now = datetime.now(UTC)
    return read(query, Clock(newest(store, now), config.zone, today=now))


def _problem(config: Config, name: str, error: QueryError) -> str:
    line = config.lines.get(f"views.{name}") or config.lines.get("views")
    return f"{config.path}{f', line {line}' if line else ''}: [views] {name}: {error}"
