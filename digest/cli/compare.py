"""`digest compare`: the outlets' accounts of one story side by side."""

import sys
from collections.abc import Iterator

import click

from ..export import json
from ..export.columns import comparison_columns, fits, most_columns
from ..export.look import Look
from ..export.markdown import comparison_markdown
from ..export.plain import comparison_lines
from ..model import Comparison, Story
from .session import Session, out

MOST = 4
"""How many accounts are compared if neither outlets nor a number are named."""


@click.command("compare")
@click.argument("story_id", type=int, metavar="STORY")
@click.argument("outlets", nargs=-1, metavar="[OUTLET]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["plain", "markdown", "json"]),
    default="plain",
    show_default=True,
    help="Lines for reading, a markdown document, or JSON.",
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
      ? (?)   cannot tell: we hold only a summary, or cannot read the language

    Without outlets the most widely carried accounts are taken. On a terminal they stand in
    columns, as many as fit; in a pipe they stand under each other.

    \b
    Examples:
      digest compare 3
      digest compare 3 "Northern Wire" "Compass Line"
      digest compare 3 --format markdown > story.md
    """
    look = session.look
    beside = form == "plain" and not as_json and (sys.stdout.isatty() if columns is None else columns)
    limit = sources or (min(MOST, max(2, most_columns(look))) if beside else MOST)
    with session.desk() as desk:
        story = desk.story(story_id)
        comparison = desk.compare(story.id, outlets, limit=limit)
    if as_json or form == "json":
        out(json.dumps(json.comparison(comparison, story.id, story.title)))
    elif form == "markdown":
        print(comparison_markdown(comparison, story.title), end="")
    elif beside and (columns or fits(comparison, look)):
        out(comparison_columns(comparison, story.title, look, everything))
        out(_others(story, comparison, look))
    else:
        out(comparison_lines(comparison, story.title, look, everything))
        out(_others(story, comparison, look))


def _others(story: Story, comparison: Comparison, look: Look) -> Iterator[str]:
    """Yield whose accounts there are beside those compared."""
    told = {name for source in comparison.sources for name in (source.outlet, *source.also)}
    others = [look.words(outlet) for outlet in story.outlets if outlet not in told]
    if others:
        line = f"Also in this story: {', '.join(others)}. Name outlets to compare them, or ask for more with --sources."
        yield from ("", *look.paragraph(line))
