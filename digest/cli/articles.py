"""`digest articles`: articles by story, by mark, by query."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import click

from ..analysis.sources import named_outlets
from ..desk import Desk
from ..errors import NotFoundError
from ..export import json
from ..model import Article
from ..query import All, Dated, Key, Mark, Marked, Named, Node, Numbered
from ..store import Store
from .listing import EMPTY, article_lines, cut
from .queries import asked, explained, query_options
from .session import Session, out, talk
from .times import newest, reach, since_option


@click.command("articles")
@click.option("--story", "story_id", type=int, metavar="STORY", help="Only the articles of that story.")
@click.option("--outlet", default="", metavar="NAME", help="Only that outlet's; a part of its name is enough.")
@click.option(
    "--since",
    callback=since_option,
    metavar="WHEN",
    help="Only those published since then: 2020-08-28, or 24h, 2d back from the newest article.",
)
@query_options
@click.option("--unread", is_flag=True, help="Only those not read yet.")
@click.option("--starred", is_flag=True, help="Only those with a star.")
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most articles to list."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of articles.")
@click.pass_obj
def articles_command(
    session: Session,
    story_id: int | None,
    outlet: str,
    since: timedelta | datetime | None,
    query: str | None,
    view: str | None,
    explain: bool,
    unread: bool,
    starred: bool,
    limit: int,
    as_json: bool,
) -> None:
    """List the articles, the newest first.

    The number in front, such as a12, is the one `digest show` takes. A duration such as 24h
    counts back from the newest article, as in `digest export`; an article that gives no date
    counts as of when it was taken in.

    \b
    Examples:
      digest articles --unread --since 2d
      digest articles --story 3
      digest articles -q 'ferry OR harbour -is:summary'
    """
    with session.reading() as store:
        node = asked(session, store, query, view)
        if explain:
            explained(node)
            return
        parts = [node, *_wanted(store, story_id, outlet, reach(since, newest(store, datetime.now(UTC))))]
        parts += [Marked(mark) for mark, so in ((Mark.UNREAD, unread), (Mark.STARRED, starred)) if so]
        found = store.queries.articles(All(tuple(parts)), limit)
        number = store.queries.count_articles(All(tuple(parts)))
        otherwise = "" if store.missing else "No article matches." if store.counts().articles else EMPTY
    _print(session, found, as_json, otherwise, number - len(found))


def _wanted(store: Store, story_id: int | None, outlet: str, since: datetime | None) -> Iterator[Node]:
    """Yield what the options ask for; NotFoundError for a story or an outlet that is not there."""
    if story_id is not None:
        yield Numbered(story_id if store.missing else Desk(store).story(story_id).id)
    if outlet:
        yield Named(Key.OUTLET, outlet if store.missing else _outlet(store, outlet))
    if since:
        yield Dated(since, newer=True)


def _outlet(store: Store, wanted: str) -> str:
    """Return the one outlet that is meant; NotFoundError names those there are, or those it may be."""
    names = [outlet.name for outlet in store.subscriptions.outlets() if outlet.articles]
    found = named_outlets(names, wanted)
    if not found:
        raise NotFoundError(f"no article by {wanted}; there are articles by {', '.join(names) or 'nobody yet'}")
    if len(found) > 1:
        raise NotFoundError(f"{wanted} may be {' or '.join(found)}: write more of the name")
    return found[0]


def _print(session: Session, found: Sequence[Article], as_json: bool, otherwise: str, more: int) -> None:
    if as_json:
        out(json.dumps([json.article(article) for article in found]))
        return
    look = session.look
    out(line for article in found for line in article_lines(article, look))
    if more:
        talk(cut(more))
    if not found and otherwise:
        talk(otherwise)
