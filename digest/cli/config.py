"""`digest config`: each setting with its value and where that comes from."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import click

from ..config.places import config_path
from ..config.settings import Config, DigestWish, FeedWish, Limits
from ..config.zone import zone_name
from ..errors import ConfigError
from ..export import json
from .queries import problems_of_views
from .session import Session, out


@dataclass(frozen=True, slots=True)
class Setting:
    """One value and its origin."""

    name: str
    value: object
    """A text, a number, a list of texts, or None for what is not set."""
    source: str
    """"--db", "$DIGEST_DB", "line 3" of the file, or "default"."""


@click.command("config")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of settings.")
@click.pass_obj
def config_command(session: Session, as_json: bool) -> None:
    """Show what is set and where each value comes from; the file itself is checked.

    No file is needed. Where there is one, it is TOML: config.toml in your configuration
    folder, or what --config or $DIGEST_CONFIG names. Its feeds are subscribed to at the next
    ingest; a feed taken out of it is paused, and its articles stay.

    \b
    All that may stand in it:
      timezone = "Europe/Berlin"       else the computer's own
      theme = "dark"                   or "light", "high-contrast"
      on_new_difference = ["notify-send", "A starred story has a new difference"]
          run without a shell, the stories' ids as JSON on stdin
    \b
      [ingest]
      contact = "ann@example.org"      sent to servers, so that they can reach you
      timeout = 20                     seconds for one request, redirects included
      connect_timeout = 10             seconds until a connection stands
      feed_mib = 15                    MiB a feed may have, unpacked (1 to 64)
      page_mib = 5                     the same of a page (1 to 16)
      pages = 200                      pages fetched for a feed in one run
      connections = 64                 requests at one time (1 to 256)
      per_host = 4                     the same to one host (1 to 8)
      page_spacing = 0.4               seconds between page requests to one host
      interval = "30m"                 least time between two visits to a feed
      workers = 2                      child processes; 0: as there are processors
    \b
      [digest]                         what digest export is like
      folder = "~/digests"             else to stdout
      format = "html"                  markdown, html, plain, json or csv
      view = "harbour"                 only that view's stories
      sections = ["harbour", "#court"]       headings: views, and #tags
      min_outlets = 2
      limit = 30
    \b
      [views]                          queries by name, for --view
      harbour = "ferry OR harbour is:unread"
    \b
      [keys]                           by a command's name in the help (?)
      stories.compare = "x"
    \b
      [[feeds]]
      url = "https://paper.example/feed.xml"
      title = "The Paper"              your name for it
      tags = ["local"]
      full_text = "auto"               fetch pages: "auto", "always" or "never"
      timeout = 60
      interval = "2h"
      login = { user = "ann", password = "…" }       or keyring = "…"

    \b
    Exit codes: 0 all well · 2 something in the file is wrong: said with its line
    """
    config = session.config()
    if wrong := tuple(problems_of_views(config)):
        raise ConfigError(*wrong)
    if config.keys:
        from ..tui.keys import keymap  # keys are the only setting the screens alone can check

        keymap(config)
    settings = [*_places(session, config), *_set(config)]
    if as_json:
        out(json.dumps([{"name": s.name, "value": s.value, "source": s.source} for s in settings]))
        return
    look = session.look
    width = max(len(setting.name) for setting in settings)
    for setting in settings:
        out(f"{setting.name:<{width}}  {look.words(_words(setting.value))}  ({look.words(setting.source)})")


def _places(session: Session, config: Config) -> Iterator[Setting]:
    """Yield the files and what named them."""
    source = "--db" if session.named else "$DIGEST_DB" if os.environ.get("DIGEST_DB") else "default"
    yield Setting("database", str(session.database), source)
    path, named = config_path()
    source = "--config" if session.config_file else "$DIGEST_CONFIG" if named else "default"
    yield Setting(
        "config", str(session.config_file or path), source if config.path else f"{source}; there is no such file"
    )
    if os.environ.get("NO_COLOR"):
        yield Setting("color", "never", "$NO_COLOR")


def _set(config: Config) -> Iterator[Setting]:
    """Yield every key of the file with its value, set or not."""

    def source(key: str) -> str:
        return f"line {config.lines[key]}" if key in config.lines else "default"

    yield Setting("timezone", zone_name(config.zone), source("timezone"))
    yield Setting("theme", config.theme, source("theme"))
    yield Setting("on_new_difference", list(config.on_new_difference) or None, source("on_new_difference"))
    limits: Limits = config.ingest
    for name, value in (
        ("contact", limits.contact or None),
        ("timeout", limits.timeout),
        ("connect_timeout", limits.connect_timeout),
        ("feed_mib", limits.feed_mib),
        ("page_mib", limits.page_mib),
        ("pages", limits.pages),
        ("connections", limits.connections),
        ("per_host", limits.per_host),
        ("page_spacing", limits.page_spacing),
        ("interval", _span(limits.interval)),
        ("workers", limits.workers),
    ):
        yield Setting(f"ingest.{name}", value, source(f"ingest.{name}"))
    for name, keys in config.keys.items():
        yield Setting(f"keys.{name}", list(keys), source(f"keys.{name}"))
    for name, wanted in _of_digest(config.digest):
        yield Setting(f"digest.{name}", wanted, source(f"digest.{name}"))
    for name, query in config.views.items():
        yield Setting(f"views.{name}", query, source(f"views.{name}"))
    for feed in config.feeds:
        yield Setting("feed", _feed(feed), f"line {feed.line}")


def _of_digest(wish: DigestWish) -> Iterator[tuple[str, object]]:
    yield "folder", wish.folder or None
    yield "format", wish.format
    yield "view", wish.view or None
    yield "sections", list(wish.sections) or None
    yield "min_outlets", wish.min_outlets
    yield "limit", wish.limit


def _feed(feed: FeedWish) -> str:
    """Return a feed with the options it has; of a login only whose it is."""
    options = {
        "title": feed.title,
        "tags": ", ".join(feed.tags),
        "timeout": f"{feed.timeout:g}" if feed.timeout else "",
        "full_text": feed.full_text.value if feed.full_text.value != "auto" else "",
        "interval": _span(feed.interval) or "",
        "login": feed.login.user if feed.login else "",
    }
    return "; ".join([feed.url, *(f"{name} {value}" for name, value in options.items() if value)])


def _span(span: timedelta) -> str | None:
    """Return a time as it is written in the file."""
    minutes = int(span.total_seconds()) // 60
    for unit, size in (("d", 1440), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size}{unit}"
    return f"{minutes}m" if minutes else None


def _words(value: object) -> str:
    if value is None:
        return "not set"
    if isinstance(value, list):
        return " ".join(f'"{part}"' if " " in part or not part else part for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
