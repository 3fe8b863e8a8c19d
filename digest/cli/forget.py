"""`digest forget`: old articles deleted for good, by query."""

from collections.abc import Sequence

import click

from ..desk import Desk
from ..errors import StoreError
from ..export import json, phrases
from ..ingest.settle import settle
from ..query import All
from .lock import in_turn
from .queries import asked, explained
from .session import Session, out, talk


@click.command("forget")
@click.argument("query", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Delete them; without it nothing is deleted.")
@click.option("--explain", is_flag=True, help="Say how the query is read, and do nothing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: fitting, kept, deleted.")
@click.pass_obj
def forget_command(session: Session, query: tuple[str, ...], yes: bool, explain: bool, as_json: bool) -> None:
    """Say which articles that fit a query would be deleted for good, and with --yes delete them.

    What is unread or starred, or has a tag of yours or belongs to a story that has, is never
    deleted. What is deleted does not come back by a feed; `digest import` of a file brings it
    back. It cannot be undone: `digest backup` first. Digests written of that time are left as
    they are. When a quarter of the file has become free it is written anew without the gaps.

    \b
    Examples:
      digest forget 'older:"6 months"'
      digest forget --yes older:1y '(lang:fr OR feed:sport)'
    """
    with session.desk() as desk:
        store = desk.store
        node = asked(session, store, " ".join(query))
        if explain:
            explained(node)
            return
        if node == All(()):
            raise click.UsageError("the query asks for nothing, and would forget everything that was read")
        found = store.forgetting.would(node)
        deleted = _delete(session, desk, found.articles) if yes and found.articles else 0
    if as_json:
        out(json.dumps({"fitting": len(found.articles) + found.kept, "kept": found.kept, "deleted": deleted}))
        return
    kept = f" {found.kept:,} more fit, but are unread, starred or tagged, and stay." if found.kept else ""
    if yes:
        talk(f"Forgot {phrases.count(deleted, 'article')}.{kept}")
    elif found.articles:
        talk(f"Would forget {phrases.count(len(found.articles), 'article')}; --yes does it.{kept}")
    else:
        talk(f"Nothing to forget.{kept}")


def _delete(session: Session, desk: Desk, articles: Sequence[int]) -> int:
    """Delete the articles and return how many went; whoever ends the command early keeps what is left."""
    with in_turn(session.database):
        deleted = sum(desk.store.forgetting.forget(articles))
        settle(desk.store)
    try:
        desk.store.forgetting.vacuum()
    except StoreError as error:  # a full disk, a busy database: the gaps are filled again as time goes on
        talk(f"digest: the articles are gone, but the file is not smaller yet: {error}")
    return deleted
