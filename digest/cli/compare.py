"""`digest compare`: the outlets' accounts of one story side by side."""

import sys

import click

from ..export import json
from ..export.columns import comparison_columns, fits
from ..export.markdown import comparison_markdown
from ..export.plain import comparison_lines
from .session import Session, out


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
@click.option(
    "--sources", type=click.IntRange(1, 10), metavar="N", default=4, show_default=True, help="The most to compare."
)
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
    sources: int,
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

    Without outlets the most widely carried accounts are taken. On a terminal the
    accounts stand in columns if they fit; in a pipe they stand under each other.

    \b
    Examples:
      digest compare 3
      digest compare 3 "Northern Wire" "Compass Line"
      digest compare 3 --format markdown > story.md
    """
    with session.desk() as desk:
        story = desk.story(story_id)
        comparison = desk.compare(story.id, outlets, limit=sources)
    look = session.look
    if as_json or form == "json":
        out(json.dumps(json.comparison(comparison, story.id, story.title)))
    elif form == "markdown":
        print(comparison_markdown(comparison, story.title), end="")
    elif columns or (columns is None and sys.stdout.isatty() and fits(comparison, look)):
        out(comparison_columns(comparison, story.title, look, everything))
    else:
        out(comparison_lines(comparison, story.title, look, everything))
