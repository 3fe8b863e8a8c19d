"""`digest export`: the stories of a period as one markdown file."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

import click

from ..config.zone import zone_name
from ..export import phrases
from ..export.edition import Edition
from ..export.files import safe_name, write
from ..export.markdown import digest_markdown
from ..query.times import midnight
from ..store import Store
from .edition import gather
from .session import Session, out, talk
from .times import day_option, newest, reach, since_option


@click.command("export")
@click.option(
    "--day", callback=day_option, metavar="DAY", help="That day in your time zone: 2020-08-28, today, yesterday."
)
@click.option("--since", callback=since_option, metavar="WHEN", help="From then to the newest article. [default: 24h]")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("-"),
    metavar="FOLDER",
    help="Write a file named by its dates there, and print its path. [default: - for stdout]",
)
@click.option(
    "--min-outlets",
    type=click.IntRange(1),
    metavar="N",
    default=1,
    show_default=True,
    help="Leave out less covered ones.",
)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most stories to tell."
)
@click.pass_obj
def export_command(
    session: Session,
    day: date | None,
    since: timedelta | datetime | None,
    folder: Path,
    min_outlets: int,
    limit: int,
) -> None:
    """Write the stories of a period as a markdown digest.

    Each story is told once: what the outlets agree on, where they differ, what only one has,
    who is quoted, each line with its sources. The same database and the same options give the
    same bytes: a duration such as 24h counts back from the newest article, not from the clock.
    An article that gives no date is held in the period in which it was taken in, and that is
    said.

    A folder that cannot be written to ends with exit code 2.

    \b
    Examples:
      digest export --day yesterday --out ~/digests
      digest export --since 2d --min-outlets 2 | less
    """
    if day is not None and since is not None:
        raise click.UsageError("--day and --since exclude each other")
    zone = session.config().zone
    with session.reading(needed=True) as store:
        edition, name = _gather(store, day, since, zone, min_outlets, limit)
    text = digest_markdown(edition)
    if str(folder) == "-":
        print(text, end="")
    else:
        out(str(write(folder, f"{name}.md", text)))
    if not edition.chapters:
        talk("No story was published in this period.")


def _gather(
    store: Store, day: date | None, since: timedelta | datetime | None, zone: tzinfo, min_outlets: int, limit: int
) -> tuple[Edition, str]:
    """Return the digest of the period asked for, and the name of its file."""
    if day is not None:
        try:
            start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
        except (ValueError, OverflowError) as error:
            raise click.UsageError(f"--day: {day} is beyond the calendar") from error
        title, name = f"News digest, {phrases.day(_noon(day))}", safe_name("digest", f"{day}")
    else:
        last = newest(store, datetime.now(UTC))
        end = last.replace(microsecond=0) + timedelta(seconds=1)  # the period's end is not in it, the article is
        start = reach(since if since is not None else timedelta(days=1), last) or last
        if start >= end:
            end = start
        begun, ended = (_day(moment, zone) for moment in (start, last))
        first, final = phrases.day(_noon(begun)), phrases.day(_noon(ended))
        title = f"News digest, {final}" if first == final else f"News digest, {first} to {final}"
        name = safe_name("digest", f"{begun}", f"{ended}")
    found = gather(store, title=title, since=start, until=end, min_outlets=min_outlets, limit=limit)
    return replace(found, zone=zone_name(zone)), name


def _day(moment: datetime, zone: tzinfo) -> date:
    """Return the day the moment falls on in that zone."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # the first or the last day there is
        return moment.date()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
