"""`digest mark`: reading state and stars without the screens."""

from collections.abc import Iterable

import click

from ..desk import Desk
from ..export import json, phrases
from ..model import Article, Reading
from .session import Session, out, talk
from .show import numbered

_DONE = {"read": "Marked read", "unread": "Marked unread", "star": "Starred", "unstar": "Took the star off"}


@click.command("mark")
@click.argument("what", type=click.Choice(list(_DONE)))
@click.argument("names", nargs=-1, required=True, metavar="STORY|aARTICLE...")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of the articles marked, as they are now.")
@click.pass_obj
def mark_command(session: Session, what: str, names: tuple[str, ...], as_json: bool) -> None:
    """Mark stories or articles read or unread, or put a star on them or take it off.

    A story is named by its number (3) and stands for all its articles, an article by its
    number with an a in front (a12). Unless all of them are there, none is marked.

    \b
    Examples:
      digest mark read 3 a12
      digest mark star a7
    """
    with session.desk() as desk:
        ids = tuple(dict.fromkeys(article.id for name in names for article in _articles(desk, name)))
        _mark(desk, what, ids)
        marked = [desk.article(number) for number in ids]
    if as_json:
        out(json.dumps([json.article(article) for article in marked]))
    else:
        talk(f"{_DONE[what]}: {phrases.count(len(marked), 'article')}.")


def _articles(desk: Desk, name: str) -> Iterable[Article]:
    of_article, number = numbered(name)
    return (desk.article(number),) if of_article else desk.articles(number)


def _mark(desk: Desk, what: str, ids: tuple[int, ...]) -> None:
    if what in ("star", "unstar"):
        desk.star(ids, what == "star")
    else:
        desk.mark(ids, Reading(what))
