"""`digest stories`: the list."""

from datetime import UTC, datetime, timedelta

import click

from ..export import json
from ..model import StorySort
from .listing import EMPTY, story_lines
from .session import Session, out, talk
from .times import reach, since_option


@click.command("stories")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in StorySort]),
    default=StorySort.COVERAGE.value,
    show_default=True,
    help="Many outlets and recent first, the latest first, or the most differing first.",
)
@click.option(
    "--since", callback=since_option, metavar="WHEN", help="Only stories still told since then: 24h, 2d, 2020-08-28."
)
@click.option(
    "--min-outlets",
    type=click.IntRange(1),
    metavar="N",
    default=1,
    show_default=True,
    help="Leave out less covered ones.",
)
@click.option("--unread", is_flag=True, help="Only stories with something unread.")
@click.option("--starred", is_flag=True, help="Only stories with a starred article.")
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most stories to list."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of stories.")
@click.pass_obj
def stories_command(
    session: Session,
    sort: str,
    since: timedelta | datetime | None,
    min_outlets: int,
    unread: bool,
    starred: bool,
    limit: int,
    as_json: bool,
) -> None:
    """List the stories, the most covered first.

    The number in front is the one `digest show` and `digest compare` take.

    \b
    Examples:
      digest stories --since 24h --min-outlets 2
      digest stories --sort differs --limit 10
    """
    now = datetime.now(UTC)
    with session.desk() as desk:
        found = desk.stories(
            sort=StorySort(sort),
            since=reach(since, now),
            min_outlets=min_outlets,
            unread=unread,
            starred=starred,
            limit=limit,
            now=now,
        )
        empty = not found and not desk.counts().articles
    if as_json:
        out(json.dumps([json.story(story) for story in found]))
        return
    look = session.look
    out(line for story in found for line in story_lines(story, look))
    if not found:
        talk(EMPTY if empty else "No story matches; ask for less, or for longer with --since.")
