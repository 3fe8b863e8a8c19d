"""What `digest doctor` looks at: each check says what it found and, where something is wrong, what to do."""

import locale
import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from .. import __version__
from ..errors import ConfigError, DigestError, StoreError
from ..export import phrases
from ..model import Feed
from ..store import Store
from ..store.health import SQLITE, faults
from . import crontab, systemd
from .session import Session
from .timed import Job

_LIBRARIES = ("textual", "rich", "feedparser", "trafilatura", "sqlite-utils", "pycurl", "lxml")
_ROOM = 200 * 1024**2
_STALE = timedelta(days=2)
_OFTEN = 3
"""After so many failures in a row a feed wants to be looked at."""
_BUILT = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding."""

    name: str
    state: Literal["ok", "warn", "bad"]
    found: str
    advice: str = ""


def checks(session: Session, now: datetime) -> Iterator[Check]:
    """Yield all findings, the surroundings before what is in the database."""
    yield _versions()
    yield from _configuration(session)
    yield _clock(now)
    yield _terminal()
    yield _language()
    yield from _database(session, now)
    yield _schedule(session)


def _versions() -> Check:
    found = [f"digest {__version__}", f"Python {platform.python_version()}", f"SQLite {SQLITE}"]
    missing = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("versions", "bad", f"not installed: {', '.join(missing)}", "install digest anew")
    return Check("versions", "ok", ", ".join(found))


def _configuration(session: Session) -> Iterator[Check]:
    try:
        config = session.config()
    except ConfigError as error:
        for problem in error.problems:
            yield Check("configuration", "bad", problem, "mend that line")
        return
    if config.path is None:
        yield Check("configuration", "ok", "no file, and none is needed")
        return
    mode = config.path.stat().st_mode
    if any(feed.login and feed.login.password for feed in config.feeds) and mode & (stat.S_IRGRP | stat.S_IROTH):
        yield Check(
            "configuration", "warn", f"{config.path} holds a password others can read", f"chmod 600 {config.path}"
        )
    else:
        yield Check("configuration", "ok", str(config.path))


def _clock(now: datetime) -> Check:
    local = now.astimezone()
    if now < _BUILT:
        return Check("clock", "bad", f"it says {phrases.when(now)} UTC", "set the computer's clock")
    return Check("clock", "ok", f"{phrases.when(now)} UTC; here it is {local:%H:%M %Z}")


def _terminal() -> Check:
    if not sys.stdout.isatty():
        return Check("terminal", "ok", "none here: lists are printed, the screens need one")
    size = shutil.get_terminal_size()
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        return Check("terminal", "warn", f"TERM is {term or 'not set'}", "the screens need one such as xterm-256color")
    if size.columns < 60 or size.lines < 15:
        return Check("terminal", "warn", f"{size.columns} x {size.lines}", "the screens want 60 x 15 or more")
    return Check("terminal", "ok", f"{term}, {size.columns} x {size.lines}")


def _language() -> Check:
    named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "none set")
    encoding = sys.stdout.encoding or locale.getpreferredencoding(False)
    drawn = "" if "utf" in encoding.lower() else "; marks are drawn in ASCII"
    return Check("locale", "ok", f"{named}, {encoding}{drawn}")


def _database(session: Session, now: datetime) -> Iterator[Check]:
    path = session.database
    try:
        with Store(path, create=False) as store:
            if store.missing:
                yield Check("database", "ok", f"none at {path} yet; the first command that stores makes it")
                return
            yield from _inside(session, store)
            yield from _feeds(store.feeds(), now)
            yield _last_run(store, now)
    except StoreError as error:
        yield Check("database", "bad", str(error))


def _inside(session: Session, store: Store) -> Iterator[Check]:
    path = session.database
    found = faults(store)
    for fault in found:
        yield Check("database", "bad", fault, "`digest doctor --recover NEW.db` saves what can be read")
    if found:
        return
    counts, size = store.counts(), path.stat().st_size
    what = f"{phrases.count(counts.articles, 'article')}, {phrases.count(counts.stories, 'story')}"
    yield Check("database", "ok", f"{path}: sound, {what}, {size / 1024**2:.1f} MiB")
    if path.stat().st_mode & 0o077:
        yield Check("permissions", "warn", f"{path} can be read by others", f"chmod 600 {path}")
    free = shutil.disk_usage(path.parent).free
    if free < max(_ROOM, size):
        yield Check("disk", "warn", f"{free / 1024**2:.0f} MiB free beside the database", "make room")


def _feeds(feeds: tuple[Feed, ...], now: datetime) -> Iterator[Check]:
    asked = [feed for feed in feeds if not feed.paused]
    failing = [feed for feed in asked if feed.failures >= _OFTEN]
    paused = f", {len(feeds) - len(asked)} paused" if len(asked) < len(feeds) else ""
    for feed in failing:
        yield Check(
            "feed", "warn", f"{feed.url}: {feed.error}, {feed.failures} times in a row",
            f"look at the address, or `digest feeds remove {feed.id}`",
        )  # fmt: skip
    if not failing:
        yield Check("feeds", "ok", f"{phrases.count(len(feeds), 'feed')}{paused}; none fails again and again")
    if any(feed.checked and feed.checked > now + timedelta(hours=1) for feed in feeds):
        yield Check("clock", "warn", "feeds were asked at times that are still to come", "the clock was, or is, wrong")


def _last_run(store: Store, now: datetime) -> Check:
    run = store.last_run()
    if run is None:
        return Check("ingest", "ok", "none yet")
    said = f"last on {phrases.when(run.finished)} UTC: {phrases.count(run.new, 'new article')}, {run.failed} failed"
    if now - run.finished > _STALE:
        return Check("ingest", "warn", said, "`digest ingest`; `digest schedule install` does it by itself")
    return Check("ingest", "ok", said)


def _schedule(session: Session) -> Check:
    job = Job.of(session.database, None, "30m")
    try:
        found = (shutil.which("crontab") and crontab.installed(job)) or systemd.installed(job)
    except DigestError as error:
        return Check("schedule", "warn", str(error))
    return Check("schedule", "ok", "installed" if found else "none for this database (`digest schedule show`)")
