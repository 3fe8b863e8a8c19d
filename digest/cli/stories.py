"""`digest stories`: the list."""

from datetime import UTC, datetime, timedelta

import click

from ..desk import Desk
from ..export import json
from ..model import StoryFilter, StorySort
from .listing import EMPTY, cut, story_lines
from .queries import asked, explained, query_options, settle
from .session import Session, out, talk
from .times import newest, reach, since_option


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
@query_options
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
    query: str | None,
    view: str | None,
    explain: bool,
    unread: bool,
    starred: bool,
    limit: int,
    as_json: bool,
) -> None:
    """List the stories, the most covered first.

    The number in front is the one `digest show` and `digest compare` take. A duration such as
    24h counts back from the newest article, as in `digest export`. A story fits a query if each
    condition holds of at least one of its articles, and what NOT keeps out of none; `digest
    search --help` shows what may stand in a query.

    What differs in a story is worked out when it is first listed. Before --sort differs, or a
    query with differs:, that is done for up to 300 stories, the most covered first, some
    seconds' work the first time; if more are left open it says how many.

    \b
    Examples:
      digest stories --since 24h --min-outlets 2
      digest stories --sort differs --limit 10
      digest stories -q 'outlet:north NOT outlet:harbour sources:>=3'
    """
    now = datetime.now(UTC)
    with session.reading() as store:
        node = asked(session, store, query, view)
        if explain:
            explained(node)
            return
        since_then = reach(since, newest(store, now))
        wanted = StoryFilter(since=since_then, min_outlets=min_outlets, unread=unread, starred=starred)
        desk, missing = Desk(store), store.missing
        if sort == StorySort.DIFFERS.value:
            settle(store, **wanted)
        found = desk.settled(store.queries.stories(node, **wanted, sort=StorySort(sort), limit=limit, now=now))
        all_of_them = store.queries.count_stories(node, **wanted)
        empty = not found and not store.counts().articles
    if as_json:
        out(json.dumps([json.story(story) for story in found]))
        return
    out(line for story in found for line in story_lines(story, session.look))
    if len(found) < all_of_them:
        talk(cut(all_of_them - len(found)))
    if not found and not missing:
        talk(EMPTY if empty else "No story matches; ask for less, or for longer with --since.")
