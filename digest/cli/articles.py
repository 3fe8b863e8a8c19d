"""`digest articles` and `digest search`: articles by story, by mark and by their words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import click

from ..analysis.sources import named_outlets
from ..desk import Desk
from ..errors import NotFoundError
from ..export import json
from ..model import Article, Reading
from ..store import Store
from .listing import EMPTY, article_lines, cut
from .session import Session, out, talk
from .times import newest, reach, since_option

_ALL = 10_000


@click.command("articles")
@click.option("--story", "story_id", type=int, metavar="STORY", help="Only the articles of that story.")
@click.option("--outlet", default="", metavar="NAME", help="Only that outlet's; a part of its name is enough.")
@click.option(
    "--since",
    callback=since_option,
    metavar="WHEN",
    help="Only those published since then: 2020-08-28, or 24h, 2d back from the newest article.",
)
@click.option("--search", "words", default="", metavar="WORDS", help="Only those with all these words.")
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
    words: str,
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
    """
    with session.reading() as store:
        start = reach(since, newest(store, datetime.now(UTC)))
        if story_id is not None and not store.missing:
            story_id = Desk(store).story(story_id).id
        if outlet and not store.missing:
            outlet = _outlet(store, outlet)
        if words:
            kept = [a for a in store.search(words, limit=_ALL) if _fits(a, story_id, outlet, start, unread, starred)]
            found = tuple(sorted(kept, key=lambda article: article.when, reverse=True)[:limit])
            number = len(kept)
        else:
            found = store.articles(
                story=story_id, outlet=outlet, since=start, unread=unread, starred=starred, limit=limit
            )
            number = store.count_articles(story=story_id, outlet=outlet, since=start, unread=unread, starred=starred)
        otherwise = "" if store.missing else "No article matches." if store.counts().articles else EMPTY
    _print(session, found, as_json, otherwise, number - len(found))


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most articles to list."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of articles.")
@click.pass_obj
def search_command(session: Session, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find articles by their words, the latest first.

    All the words must be in the title or the text; the last one may be only begun.

    \b
    Examples:
      digest search ferry fire
      digest search sancti
    """
    with session.reading() as store:
        found = store.search(" ".join(words), _ALL)
        otherwise = "" if store.missing else f"No article has all of: {session.look.words(' '.join(words))}"
    _print(session, found[:limit], as_json, otherwise, max(0, len(found) - limit))


def _outlet(store: Store, wanted: str) -> str:
    """Return the one outlet that is meant; NotFoundError names those there are, or those it may be."""
    names = [outlet.name for outlet in store.subscriptions.outlets() if outlet.articles]
    found = named_outlets(names, wanted)
    if not found:
        raise NotFoundError(f"no article by {wanted}; there are articles by {', '.join(names) or 'nobody yet'}")
    if len(found) > 1:
        raise NotFoundError(f"{wanted} may be {' or '.join(found)}: write more of the name")
    return found[0]


def _fits(
    article: Article, story_id: int | None, outlet: str, since: datetime | None, unread: bool, starred: bool
) -> bool:
    return (
        (story_id is None or article.story_id == story_id)
        and (not outlet or article.outlet == outlet)
        and (since is None or article.when >= since)
        and (not unread or article.reading is Reading.UNREAD)
        and (not starred or article.starred)
    )


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
