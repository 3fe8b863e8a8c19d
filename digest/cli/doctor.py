"""`digest doctor`: is everything as it should be, and what to do where it is not."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ..export import json, phrases
from .session import Session, interactive, out, talk

_SIGNS = {"ok": "ok  ", "warn": "look", "bad": "BAD "}


@click.command("doctor")
@click.option(
    "--recover",
    "target",
    type=click.Path(path_type=Path),
    metavar="NEW.db",
    help="Write what can be read of a damaged database to this new file.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of checks.")
@click.pass_obj
def doctor_command(session: Session, target: Path | None, as_json: bool) -> int:
    """Check versions, configuration, clock, terminal, locale, the database, feeds and schedule.

    Every page of the database is read. Where it is damaged, a recovered copy is offered: the
    damaged file itself is never written to.

    \b
    Exit codes: 0 nothing is broken; a line that begins with "look" is advice
                2 something is, such as the configuration
                3 the database is damaged or cannot be opened
    """
    if target is not None:
        _recover(session.database, target)
        return 0
    from .checks import checks

    found = []
    for check in checks(session, datetime.now(UTC)):
        found.append(check)
        if not as_json:
            advice = f": {check.advice}" if check.advice else ""
            out(f"{_SIGNS[check.state]}  {check.name}: {session.look.words(check.found)}{advice}")
    if as_json:
        shown = [{"name": c.name, "state": c.state, "found": c.found, "advice": c.advice} for c in found]
        out(json.dumps(shown))
    bad = {check.name for check in found if check.state == "bad"}
    if "database" in bad:
        _offer(session.database)
        return 3
    return 2 if bad else 0


def _offer(database: Path) -> None:
    """Ask a person whether to write a recovered copy beside the damaged file."""
    target = database.with_name(f"{database.stem}.recovered{database.suffix}")
    if not interactive() or target.exists() or not database.is_file():
        return
    if click.confirm(f"Write what can be read to {target}?", err=True):
        _recover(database, target)


def _recover(database: Path, target: Path) -> None:
    from ..store.recovery import recover

    found = recover(database, target)
    parts = [phrases.count(found.articles, "article"), phrases.count(found.stories, "story")]
    parts += [phrases.count(found.feeds, "feed")]
    torn = f"; not whole: {', '.join(found.torn)}" if found.torn else "; every row of it could be read"
    talk(f"{target}: {', '.join(parts)}{torn}. `digest restore {target}` puts it in the place.")
