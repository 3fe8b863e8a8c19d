"""`digest storylines`: stories that follow each other over weeks."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import click

from ..errors import NotFoundError
from ..export import json, phrases
from ..export.look import Look, fit
from ..model import Storyline
from ..store import Store
from .listing import story_lines
from .session import Session, out, talk
from .times import newest, reach, since_option

NONE_YET = "No storyline: none ties two stories or more of the time asked for."


@click.command("storylines")
@click.argument("number", type=click.IntRange(1), required=False, metavar="[STORYLINE]")
@click.option(
    "--since",
    callback=since_option,
    metavar="WHEN",
    help="Only storylines still told since then: 2020-08-28, or 24h, 2d back from the newest article.",
)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most storylines to list."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of storylines, or the one asked for.")
@click.pass_obj
def storylines_command(
    session: Session, number: int | None, since: timedelta | datetime | None, limit: int, as_json: bool
) -> None:
    """List the storylines, the latest told first, or one with its stories.

    A storyline ties stories over weeks, each no more than 14 days from another, by the names
    and topics they share: it is named after them. A story is in one storyline at most, and
    most are in none; one outlet's stories alone make none.

    \b
    Examples:
      digest storylines --since 7d
      digest storylines 4
    """
    look = session.look
    with session.reading() as store:
        if number is not None:
            found = _one(store, number)
            told = [story for i in found.stories if (story := store.story(i))]
            if as_json:
                out(json.dumps(json.storyline(found)))
                return
            out(storyline_lines(found, look))
            out(line for story in told for line in story_lines(story, look))
            return
        storylines = store.storylines.all(reach(since, newest(store, datetime.now(UTC))), limit)
    if as_json:
        out(json.dumps([json.storyline(one) for one in storylines]))
        return
    out(line for one in storylines for line in storyline_lines(one, look))
    if not storylines:
        talk(NONE_YET)


def storyline_lines(storyline: Storyline, look: Look) -> Iterator[str]:
    """Yield a storyline's name, then how much there is of it and from when."""
    indent = " " * 6
    name = fit(look.words(storyline.name), look.width - len(indent), look.ellipsis)
    yield f"{storyline.id:>4}  {look.bold(name)}"
    parts = [phrases.count(len(storyline.stories), "story"), phrases.count(storyline.articles, "article")]
    parts += [f"{storyline.unread} unread"] if storyline.unread else []
    parts.append(look.words(phrases.span(storyline.first_seen, storyline.last_seen)))
    yield from look.joined(parts, indent)


def _one(store: Store, number: int) -> Storyline:
    found = store.storylines.one(number)
    if found is None:
        raise NotFoundError(f"no storyline {number}; `digest storylines` lists them")
    return found
