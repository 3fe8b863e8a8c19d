"""`digest undo`: what the reader did, taken back."""

import click

from ..export import json, phrases
from ..ingest.settle import settle
from ..store import Act
from .session import Session, out, talk


@click.command("undo")
@click.option("--list", "listed", is_flag=True, help="Only list what can be taken back, the latest first.")
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", default=20, show_default=True, help="The most acts to list."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be taken back.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: the act taken back, or null; with --list one array.")
@click.pass_obj
def undo_command(session: Session, listed: bool, limit: int, dry_run: bool, as_json: bool) -> None:
    """Take back the last thing you did: a mark, a star, a tag, a correction, an outlet renamed, a story changed.

    Called again it takes back the one before; the last 1,000 are kept. What has changed since
    by something else is left as it is. What an ingest does is not undone.

    \b
    Examples:
      digest undo --list
      digest undo
    """
    if listed or dry_run:
        with session.reading() as store:
            acts = store.undo.acts(1 if dry_run else limit)
        _show(session, acts, dry_run, as_json)
        return
    with session.desk() as desk:
        back = desk.undo.take_back()
        settle(desk.store)
    if as_json:
        out(json.dumps(back and {**_act(back.act), "restored": back.restored, "left": back.left}))
    elif back is None:
        talk("There is nothing to take back.")
    else:
        left = f" {phrases.count(back.left, 'thing')} had changed since and stayed as it is." if back.left else ""
        talk(f"Taken back: {session.look.words(back.act.words)}.{left}")


def _show(session: Session, acts: tuple[Act, ...], dry_run: bool, as_json: bool) -> None:
    """Print acts, or the one that would be taken back."""
    if as_json:
        shapes = [_act(act) for act in acts]
        out(json.dumps(next(iter(shapes), None) if dry_run else shapes))
    elif not acts:
        talk("There is nothing to take back.")
    elif dry_run:
        talk(f"Would take back: {session.look.words(acts[0].words)}.")
    else:
        out(f"{phrases.when(act.made)} UTC  {session.look.words(act.words)}" for act in acts)


def _act(act: Act) -> json.Json:
    return {"id": act.id, "kind": act.kind, "words": act.words, "made": json.moment(act.made)}
