"""`digest export`: the stories of a period in one document."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from ..config.settings import Config
from ..config.zone import zone_name
from ..export.edition import NOTHING, Edition
from ..export.files import differs, safe_name, write
from ..export.formats import FORMATS, rendered, suffix
from ..query import Key, Named, Node
from ..store import Store
from .edition import Wanted, gather
from .periods import Period, period
from .queries import asked, explained, query_options
from .session import Session, out, talk
from .times import day_option, since_option


@click.command("export")
@click.option(
    "--day", callback=day_option, metavar="DAY", help="That day in your time zone: 2020-08-28, today, yesterday."
)
@click.option("--since", callback=since_option, metavar="WHEN", help="From then to the newest article. [default: 24h]")
@click.option(
    "--out",
    "folder",
    metavar="FOLDER",
    help="Write a file named by its dates there, and print its path. [default: - for stdout]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="HTML is one file for light and dark and paper; CSV is a table of facts. [default: markdown]",
)
@query_options
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="VIEW|#TAG",
    help="A heading for what that view finds, or has that tag; again for more.",
)
@click.option("--min-outlets", type=click.IntRange(1), metavar="N", help="Leave out less covered ones. [default: 1]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The most stories to tell. [default: 50]")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if the file is not what would be written.")
@click.pass_obj
def export_command(
    session: Session,
    day: date | None,
    since: timedelta | datetime | None,
    folder: str | None,
    form: str | None,
    query: str | None,
    view: str | None,
    explain: bool,
    sections: tuple[str, ...],
    min_outlets: int | None,
    limit: int | None,
    check: bool,
) -> int:
    """Write the stories of a period as a digest.

    Each story is told once: what the outlets agree on, where they differ, what only one has,
    who is quoted, when it happened, each line with its sources. The most covered and latest
    come first. The same database and the same options give the same bytes: a duration such as
    24h counts back from the newest article, not from the clock; a query, too, is asked of the
    last 24h unless --since or --day says otherwise. A story of which no article
    gives a date is held in the period in which it was taken in, and that is said. --check tells whether a
    file written earlier still says what the database does.

    What [digest] of the configuration sets (folder, format, view, sections, min_outlets,
    limit) holds unless an option says otherwise.

    \b
    Exit codes:
      0  written
      1  --check: the file is missing or says something else
      2  usage, or the folder cannot be written to
      3  storage

    \b
    Examples:
      digest export --day yesterday --out ~/digests
      digest export --since 2d --min-outlets 2 | less
      digest export -q 'sources:>=3 -#sport' --format html > today.html
      digest export --section harbour --section '#court' --day today
      digest export --day 2020-08-28 --out ~/digests --check
    """
    if day is not None and since is not None:
        raise click.UsageError("--day and --since exclude each other")
    config = session.config()
    chosen = form or config.digest.format
    target = _folder(folder, config)
    if check and target is None:
        raise click.UsageError("--check looks at a file: name its folder with --out")
    with session.reading(needed=True) as store:
        node = asked(session, store, query, view or config.digest.view or None)
        if explain:
            explained(node)
            return 0
        told = period(store, day, since, config.zone)
        under = tuple(_sections(session, store, sections or config.digest.sections))
        least, most = min_outlets or config.digest.min_outlets, limit or config.digest.limit
        gathered = gather(store, Wanted(told.since, told.until, node, least, most, under))
    edition = _titled(gathered, told, config, query, view, [name for name, _ in under])
    text = rendered(edition, chosen)
    name = f"{safe_name(told.name, view or '', query or '')}.{suffix(chosen)}"
    if check and target is not None:
        return _check(target / name, text)
    _hand_over(text, target, name)
    _remark(edition, dated=day is not None or since is not None)
    return 0


def _remark(edition: Edition, *, dated: bool) -> None:
    """Say what may surprise: which time a query was asked of, or that nothing was found."""
    if edition.query and not dated:
        talk("Of the 24 hours to the newest article; --since 30d or --day asks for another time.")
    if not edition.chapters:
        talk(NOTHING if edition.query == "" else "No story of this period fits.")


def _hand_over(text: str, folder: Path | None, name: str) -> None:
    if folder is None:
        sys.stdout.write(text)
    else:
        out(str(write(folder, name, text)))


def _folder(option: str | None, config: Config) -> Path | None:
    """Return where the file goes, from the option or the configuration; None for stdout."""
    named = option if option is not None else config.digest.folder
    return None if named in ("", "-") else Path(named).expanduser()


def _sections(session: Session, store: Store, names: Sequence[str]) -> Iterator[tuple[str, Node]]:
    """Yield each heading with what belongs under it: a view's query, or a tag."""
    for name in dict.fromkeys(names):
        tag = name.removeprefix("#")
        yield name, Named(Key.TAG, tag) if tag != name else asked(session, store, None, name)


def _titled(
    edition: Edition, told: Period, config: Config, query: str | None, view: str | None, names: Sequence[str]
) -> Edition:
    """Return the digest with what it is called and what it was asked for."""
    saved = config.views.get(view or config.digest.view, "")
    parts = [part for part in (saved, query) if part]
    said = parts[0] if len(parts) == 1 else " ".join(f"({part})" for part in parts)
    return replace(edition, title=told.title, zone=zone_name(config.zone), query=said, sections=tuple(names))


def _check(path: Path, text: str) -> int:
    if not differs(path, text):
        talk(f"{path}: still what the database says")
        return 0
    talk(f"digest: {path}: {'no longer what the database says' if path.exists() else 'not written yet'}")
    return 1
