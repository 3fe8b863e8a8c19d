"""`digest search`: articles by query, with the words around what was looked for."""

from collections.abc import Iterator

import click

from ..export import json
from ..export.look import Look
from ..store import FindOrder, Found
from .listing import EMPTY, article_lines, cut
from .queries import asked, explained
from .session import Session, out, talk


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--sort",
    type=click.Choice([order.value for order in FindOrder]),
    default=FindOrder.NEWEST.value,
    show_default=True,
    help="The latest taken in first, or the best match.",
)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="The most articles to list."
)
@click.option("--explain", is_flag=True, help="Say how the query is read, and do nothing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of articles, each with its snippet.")
@click.pass_obj
def search_command(
    session: Session, query: tuple[str, ...], sort: str, limit: int, explain: bool, as_json: bool
) -> None:
    """Find articles by a query, the latest first.

    Words must all be in the title or the text; sancti* stands for all words so begun, NOT or -
    keeps out what comes behind it. Put the query in quotation marks where it holds brackets,
    quotation marks, * or -. Durations count back from the newest article.

    \b
    May stand in a query:
      ferry "harbour master" sancti*        a word, a phrase, a word's beginning
      title:ferry  text:ferry               in the title, in the text
      feed:x  outlet:x  author:x  lang:en   a part of the name is enough
      #local  tag:"local news"              the outlet's tags, and yours on feeds
      is:unread  is:read  is:starred
      is:covered                            not read, but another of its story
      is:edited  is:silent                  silent: no note in the text says so
      is:summary                            only a summary is held
      newer:2d  older:2020-08-28            also newer:"2 days", newer:yesterday
      story:12  sources:>=3                 sources: outlets that tell its story
      origins:>=2  differs:>0
      /fer+y/                               a regular expression
      a OR b   (a OR b) c   NOT a   -a

    \b
    Examples:
      digest search ferry fire
      digest search --sort best 'sanctions NOT outlet:north newer:"2 days"'
    """
    with session.reading() as store:
        node = asked(session, store, " ".join(query))
        if explain:
            explained(node)
            return
        found = store.queries.find(node, FindOrder(sort), limit)
        more = store.queries.count_articles(node) - len(found) if len(found) == limit else 0
        otherwise = "" if store.missing else "No article matches." if store.counts().articles else EMPTY
    if as_json:
        out(json.dumps([json.found(one.article, one.snippet) for one in found]))
        return
    look = session.look
    out(line for one in found for line in _lines(one, look))
    if more:
        talk(cut(more))
    if not found and otherwise:
        talk(otherwise)


def _lines(found: Found, look: Look) -> Iterator[str]:
    yield from article_lines(found.article, look)
    indent = " " * (max(5, len(f"a{found.article.id}")) + 2)
    for line in look.wrap(found.snippet, look.width - len(indent)):
        yield indent + look.draw(line)
