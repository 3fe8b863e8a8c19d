"""`digest outlet`: who publishes, under which name."""

from difflib import get_close_matches

import click

from ..errors import NotFoundError
from ..export import json, phrases
from ..text import clean_line
from .groups import Nearest
from .session import Session, out, talk


@click.group("outlet", cls=Nearest, invoke_without_command=True, subcommand_metavar="[COMMAND [ARGS]...]")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of outlets.")
@click.pass_context
def outlet_command(ctx: click.Context, as_json: bool) -> None:
    """List the outlets, with how many articles and feeds each has, or rename one.

    All feeds of one site are one outlet; its name is taken from their titles.

    \b
    Examples:
      digest outlet
      digest outlet rename "wire.example" "Northern Wire"
    """
    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    with session.reading() as store:
        outlets = store.subscriptions.outlets()
    if as_json:
        out(json.dumps([{"name": o.name, "articles": o.articles, "feeds": o.feeds} for o in outlets]))
        return
    for outlet in outlets:
        feeds = f", {phrases.count(outlet.feeds, 'feed')}" if outlet.feeds else ""
        out(f"{session.look.words(outlet.name)}: {phrases.count(outlet.articles, 'article')}{feeds}")
    if not outlets:
        talk("No outlets yet: they come with the first articles.")


@outlet_command.command("rename")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.pass_obj
def rename_outlet(session: Session, old: str, new: str) -> None:
    """Give an outlet another name, in all its articles and from now on.

    A name that another outlet has makes the two one; stories that both told are counted anew.

    \b
    Example:
      digest outlet rename "Wire Online" "Northern Wire"
    """
    name = clean_line(new, 80)
    if not name:
        raise click.UsageError("the new name is empty")
    with session.store() as store:
        names = [outlet.name for outlet in store.subscriptions.outlets()]
        if old not in names:
            near = get_close_matches(old, names, n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]!r}?" if near else "; `digest outlet` lists them"
            raise NotFoundError(f"no outlet {old!r}{hint}")
        if name == old:
            return
        both = store.subscriptions.rename_outlet(old, name)
        if both:
            from ..ingest.grouping import group

            group(store)
    shown = session.look.words(f"{old} is now {name}")
    made = f"; it was there before, and {phrases.count(len(both), 'story')} had both" if name in names else ""
    talk(f"{shown}{made}")
