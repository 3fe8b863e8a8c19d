"""`digest feeds rename|pause|resume|remove|set`: what the reader wants of a feed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from difflib import get_close_matches
from typing import Any

import click

from ..config import values
from ..errors import NotFoundError
from ..model import Feed, FeedAnswer, FullText
from ..store import Store
from ..text import clean_line
from .session import Session, talk

_FEEDS = click.argument("names", nargs=-1, required=True, metavar="FEED...")


@click.command("rename")
@click.argument("name", metavar="FEED")
@click.argument("title", metavar="NAME")
@click.pass_obj
def rename(session: Session, name: str, title: str) -> None:
    """Give a feed a name of your own; an empty one gives it back its title.

    For the name its articles are shown under, see `digest outlet rename`.
    """
    with session.store() as store:
        feed = replace(_open_to_change(_feed(store, name)), name=clean_line(title, 200))
        store.subscriptions.change([feed])
    talk(f"{feed.url} is now {session.look.words(feed.label)}")


@click.command("pause")
@_FEEDS
@click.pass_obj
def pause(session: Session, names: tuple[str, ...]) -> None:
    """Ask feeds no more until they are resumed; their articles stay."""
    with session.store() as store:
        feeds = [replace(_feed(store, name), paused=True) for name in names]
        store.subscriptions.change(feeds)
    for feed in feeds:
        talk(f"Paused {feed.url}")


@click.command("resume")
@_FEEDS
@click.pass_obj
def resume(session: Session, names: tuple[str, ...]) -> None:
    """Ask feeds again in the next ingest: paused ones, and those their server sent away."""
    with session.store() as store:
        feeds = [replace(_feed(store, name), paused=False, next_check=None) for name in names]
        store.subscriptions.change(feeds)
        for feed in feeds:
            store.save(FeedAnswer(feed))
    for feed in feeds:
        talk(f"Resumed {feed.url}")


@click.command("remove")
@_FEEDS
@click.pass_obj
def remove(session: Session, names: tuple[str, ...]) -> None:
    """Unsubscribe from feeds; their articles stay. `digest add` brings a feed back."""
    with session.store() as store:
        feeds = [_open_to_change(_feed(store, name)) for name in names]
        store.subscriptions.remove(feed.id for feed in feeds)
    for feed in feeds:
        talk(f"Unsubscribed from {feed.url}; its articles stay")


@click.command("set")
@_FEEDS
@click.option("--tags", metavar="TAGS", help='Its tags, with commas between them; "" for none.')
@click.option("--interval", metavar="TIME", help="The least time between two visits: 30m, 2h, 1d; 0m for none.")
@click.option("--timeout", metavar="SECONDS", type=float, help="What one request may take; 0 for what holds for all.")
@click.option(
    "--full-text",
    type=click.Choice([choice.value for choice in FullText]),
    help="Fetch the pages behind the entries: when the feed lacks the text, always, or never.",
)
@click.pass_obj
def set_options(
    session: Session,
    names: tuple[str, ...],
    tags: str | None,
    interval: str | None,
    timeout: float | None,
    full_text: str | None,
) -> None:
    """Set what is wanted of feeds; what is not named stays as it is.

    \b
    Example:
      digest feeds set 3 4 --interval 2h --full-text never
    """
    changes: dict[str, Any] = {}
    if tags is not None:
        changes["tags"] = _option("--tags", values.tags, [tag for tag in map(clean_line, tags.split(",")) if tag])
    if interval is not None:
        changes["interval"] = _option("--interval", values.duration, interval)
    if timeout is not None:
        changes["timeout"] = _option("--timeout", values.seconds, timeout) if timeout else None
    if full_text is not None:
        changes["full_text"] = FullText(full_text)
    if not changes:
        raise click.UsageError("nothing to set: name --tags, --interval, --timeout or --full-text")
    with session.store() as store:
        feeds = [replace(_open_to_change(_feed(store, name)), **changes) for name in names]
        store.subscriptions.change(feeds)
    for feed in feeds:
        talk(f"{feed.url}: {_wanted(feed)}")


def _feed(store: Store, name: str) -> Feed:
    """Return the feed of that number or address; NotFoundError, with the nearest, if there is none."""
    feeds = store.feeds()
    for feed in feeds:
        if name in (str(feed.id), feed.url, feed.url.rstrip("/"), feed.listed):
            return feed
    near = get_close_matches(name, [feed.url for feed in feeds], n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "; `digest feeds` lists them"
    raise NotFoundError(f"no feed {name}{hint}")


def _open_to_change(feed: Feed) -> Feed:
    """Return the feed, if it is not the configuration file that says what is wanted of it."""
    if feed.listed:
        raise click.UsageError(f"{feed.url} stands in the configuration file: change it there (`digest config`)")
    return feed


def _option(name: str, check: Callable[[object], object], value: object) -> object:
    try:
        return check(value)
    except ValueError as error:
        raise click.UsageError(f"{name} {error}") from error


def _wanted(feed: Feed) -> str:
    parts = [f"full text {feed.full_text.value}"]
    parts += [f"at most every {feed.interval}"] if feed.interval > timedelta(0) else []
    parts += [f"timeout {feed.timeout:g} s"] if feed.timeout else []
    parts += ["tags " + ", ".join(feed.tags)] if feed.tags else []
    return ", ".join(parts)
