"""`digest articles` and `digest search`: articles by story, by mark and by their words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import click

from ..export import json
from ..model import Article, Reading
from .listing import EMPTY, article_lines
from .session import Session, out, talk
from .times import reach, since_option

_ALL = 10_000


@click.command("articles")
@click.option("--story", "story_id", type=int, metavar="STORY", help="Only the articles of that story.")
@click.option("--outlet", default="", metavar="NAME", help="Only that outlet's.")
@click.option(
    "--since", callback=since_option, metavar="WHEN", help="Only those published since then: 24h, 2d, 2020-08-28."
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

    The number in front, such as a12, is the one `digest show` takes.

    \b
    Examples:
      digest articles --unread --since 2d
      digest articles --story 3
    """
    start = reach(since, datetime.now(UTC))
    with session.desk() as desk, session.store() as store:
        if story_id is not None:
            story_id = desk.story(story_id).id
        if words:
            kept = [a for a in store.search(words, limit=_ALL) if _fits(a, story_id, outlet, start, unread, starred)]
            found = tuple(sorted(kept, key=lambda article: article.when, reverse=True)[:limit])
        else:
            found = store.articles(
                story=story_id, outlet=outlet, since=start, unread=unread, starred=starred, limit=limit
            )
        empty = not found and not desk.counts().articles
    _print(session, found, as_json, EMPTY if empty else "No article matches.")


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
    with session.desk() as desk:
        found = desk.search(" ".join(words), limit)
    _print(session, found, as_json, f"No article has all of: {session.look.words(' '.join(words))}")


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


def _print(session: Session, found: Sequence[Article], as_json: bool, otherwise: str) -> None:
    if as_json:
        out(json.dumps([json.article(article) for article in found]))
        return
    look = session.look
    out(line for article in found for line in article_lines(article, look))
    if not found:
        talk(otherwise)
