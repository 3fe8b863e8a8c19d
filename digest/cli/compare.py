"""`digest compare`: the outlets' accounts of one story side by side."""

import sys
from collections.abc import Iterator

import click

from ..analysis.picking import Elsewhere
from ..errors import NotFoundError
from ..export import comparison as data
from ..export import json
from ..export.columns import comparison_columns, fits, most_columns
from ..export.look import Look
from ..export.markdown import comparison_markdown
from ..export.plain import comparison_lines
from ..model import Comparison, State, Story
from .session import Session, out

MOST = 4
"""How many accounts are compared if neither outlets nor a number are named."""


@click.command("compare")
@click.argument("story_id", type=int, metavar="STORY")
@click.argument("outlets", nargs=-1, metavar="[OUTLET]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["plain", "markdown", "json", "csv"]),
    default="plain",
    show_default=True,
    help="Lines for reading, a markdown document, JSON, or a table for a spreadsheet.",
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("--sources", type=click.IntRange(2, 10), metavar="N", help="The most to compare. [default: 4, or as fit]")
@click.option("--all", "everything", is_flag=True, help="Show the lesser facts too.")
@click.option(
    "--columns/--lines", default=None, help="Side by side, or under each other. [default: columns if they fit]"
)
@click.pass_obj
def compare_command(
    session: Session,
    story_id: int,
    outlets: tuple[str, ...],
    form: str,
    as_json: bool,
    sources: int | None,
    everything: bool,
    columns: bool | None,
) -> None:
    """Lay the outlets' accounts of a story side by side, with the facts marked.

    \b
    Marks (with --ascii):
      ≡ (==)  same text: one origin     ≠ (!=)  differs
      ≈ (~=)  agree, in own words       + (+)   only in this one
      ⊂ (<=)  agree in part             · (.)   not in this text
      ? (?)   cannot tell: only a summary is held, or another language, or
              another full text has something like it: digest does not guess

    A part of an outlet's name is enough. Without outlets the accounts that differ
    most are taken, else the most widely carried ones. On a terminal they stand in
    columns, as many as fit; in a pipe they stand under each other. The counts are
    of facts of note. A wrong mark is put right by `digest correct`.

    Markdown and JSON give the evidence for each account: the address asked and the one that
    answered, when the text was taken in, and the SHA-256 of it as it is held.

    \b
    Examples:
      digest compare 3
      digest compare 3 "Northern Wire" "Compass Line"
      digest compare 3 --format markdown > story.md
      digest compare 3 --format csv > story.csv
    """
    look = session.look
    beside = form == "plain" and not as_json and (sys.stdout.isatty() if columns is None else columns)
    limit = sources or (min(MOST, max(2, most_columns(look))) if beside else MOST)
    with session.desk() as desk:
        story = desk.story(story_id)
        comparison = desk.compare(story.id, outlets, limit=limit)
        _need_two(story, comparison)
        further = desk.elsewhere(story.id, comparison)
    if as_json or form == "json":
        out(json.dumps(data.comparison(comparison, story.id, story.title)))
    elif form == "csv":
        sys.stdout.write(data.comparison_csv(comparison))
    elif form == "markdown":
        print(comparison_markdown(comparison, story.title), end="")
    elif beside and (columns or fits(comparison, look)):
        out(comparison_columns(comparison, story.title, look, everything))
        out(_others(story, comparison, further, look))
    else:
        out(comparison_lines(comparison, story.title, look, everything))
        out(_others(story, comparison, further, look))


def _need_two(story: Story, comparison: Comparison) -> None:
    """Raise NotFoundError where there is nothing to lay beside the one account."""
    if len(comparison.sources) > 1:
        return
    (only,) = (source.outlet for source in comparison.sources)
    others = ", ".join(outlet for outlet in story.outlets if outlet != only)
    if others:
        raise NotFoundError(f"one outlet only; name another: {others}")
    raise NotFoundError(f"only {only} has story {story.id}: nothing to compare; `digest show {story.id}` shows it")


def _others(story: Story, comparison: Comparison, further: Elsewhere, look: Look) -> Iterator[str]:
    """Yield whose accounts there are beside those compared, and whether they differ."""
    told = {name for source in comparison.sources for name in (source.outlet, *source.also)}
    others = [look.words(outlet) for outlet in story.outlets if outlet not in told]
    if further.facts:
        sign = look.marked(State.DIFFER_VALUE)
        more = f"{further.facts} more {'differs' if further.facts == 1 else 'differ'}"
        words = look.state(f"{more} with {', '.join(map(look.words, further.outlets))}.", State.DIFFER_VALUE)
        yield from ("", f"{sign} {words}")
    if others:
        line = f"Also in this story: {', '.join(others)}. Name outlets to compare them, or ask for more with --sources."
        yield from ("", *look.paragraph(line))
