"""`digest tag`: the reader's own tags."""

from collections.abc import Sequence

import click

from ..desk import Desk
from ..export import json, phrases
from .completion import tags
from .session import Session, out, talk
from .show import numbered

_LONGEST = 50


@click.command("tag")
@click.argument("tag", required=False, metavar="[TAG", shell_complete=tags)
@click.argument("names", nargs=-1, metavar="STORY|aARTICLE...]")
@click.option("--remove", is_flag=True, help="Take the tag off them.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of all your tags, as they are now.")
@click.pass_obj
def tag_command(session: Session, tag: str | None, names: tuple[str, ...], remove: bool, as_json: bool) -> None:
    """Tag stories or articles with words of your own; without arguments list your tags.

    A story is named by its number (3), an article by its number with an a in front (a12).
    `digest search '#court'` finds what has a tag; what belongs to a tagged story has its tag.
    `digest undo` takes a tag back. Feeds are tagged by `digest feeds set --tag`.

    \b
    Examples:
      digest tag court 3 a12
      digest tag --remove court 3
      digest tag
    """
    if tag is None:
        with session.reading() as store:
            _print(session, Desk(store), as_json)
        return
    if not names:
        raise click.UsageError(f"name what is to be tagged {tag}: 3 for a story, a12 for an article")
    with session.desk() as desk:
        _tag(desk, _clean(tag), names, remove)
        if as_json:
            _print(session, desk, as_json)


def _tag(desk: Desk, tag: str, names: Sequence[str], remove: bool) -> None:
    named = tuple(map(numbered, names))
    articles = tuple(desk.article(number).id for of_article, number in named if of_article)
    stories = tuple(desk.story(number).id for of_article, number in named if not of_article)
    change = desk.store.tags.remove if remove else desk.store.tags.add
    changed = change(tag, articles, stories)
    talk(f"{'Took the tag off' if remove else 'Tagged'} {phrases.count(changed, 'thing')}: #{tag}.")


def _clean(tag: str) -> str:
    """Return the tag as it is kept; UsageError if it cannot be one."""
    name = " ".join(tag.lstrip("#").split())
    if not name or len(name) > _LONGEST or not name.isprintable() or '"' in name:
        raise click.UsageError(f"{tag!r} is no tag: write up to {_LONGEST} letters, without quotation marks")
    return name


def _print(session: Session, desk: Desk, as_json: bool) -> None:
    tags = desk.store.tags.all()
    if as_json:
        out(json.dumps([{"tag": tag.name, "articles": tag.articles, "stories": tag.stories} for tag in tags]))
        return
    for tag in tags:
        told = [phrases.count(tag.stories, "story")] if tag.stories else []
        told += [phrases.count(tag.articles, "article")] if tag.articles else []
        out(f"#{session.look.words(tag.name)}{session.look.dot}{', '.join(told)}")
    if not tags and not desk.store.missing:
        talk("No tags yet: digest tag NAME STORY|aARTICLE…")
