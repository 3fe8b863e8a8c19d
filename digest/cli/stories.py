"""`digest stories`: the list."""

from datetime import UTC, datetime, timedelta

import click

from ..desk import Desk
from ..export import json, phrases
from ..model import StoryFilter, StorySort
from .listing import EMPTY, cut, story_lines
from .session import Session, out, talk
from .times import newest, reach, since_option

MOST_SETTLED = 300
"""How many stories are compared at once before they are sorted by what differs."""


@click.command("stories")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in StorySort]),
    default=StorySort.COVERAGE.value,
    show_default=True,
    help="Many outlets and recent first, the latest first, or the most differing first (see above).",
)
@click.option(
    "--since",
    callback=since_option,
    metavar="WHEN",
    help="Only stories still told since then: 2020-08-28, or 24h, 2d back from the newest article.",
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

    The number in front is the one `digest show` and `digest compare` take. A duration such as
    24h counts back from the newest article, as in `digest export`.

    What differs in a story is worked out when it is first listed. Before --sort differs that
    is done for up to 300 stories, the most covered first, some seconds' work the first time;
    if more are left open it says how many.

    \b
    Examples:
      digest stories --since 24h --min-outlets 2
      digest stories --sort differs --limit 10
    """
    now = datetime.now(UTC)
    with session.reading() as store:
        desk, missing = Desk(store), store.missing
        start = reach(since, newest(store, now))
        wanted = StoryFilter(since=start, min_outlets=min_outlets, unread=unread, starred=starred)
        left_open = desk.settle(MOST_SETTLED, **wanted) if sort == StorySort.DIFFERS.value else 0
        found = desk.settled(desk.stories(sort=StorySort(sort), limit=limit, now=now, **wanted))
        all_of_them = desk.count_stories(**wanted)
        empty = not found and not store.counts().articles
    if as_json:
        out(json.dumps([json.story(story) for story in found]))
        return
    look = session.look
    out(line for story in found for line in story_lines(story, look))
    if left_open:
        talk(f"{phrases.count(left_open, 'less covered story')} not compared yet; the next call goes on")
    if len(found) < all_of_them:
        talk(cut(all_of_them - len(found)))
    if not found and not missing:
        talk(EMPTY if empty else "No story matches; ask for less, or for longer with --since.")
