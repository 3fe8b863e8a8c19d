"""`digest import`: local documents, and lists of subscriptions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from ..errors import DocumentError
from ..export import json, phrases
from ..export.look import Look, fit
from ..store import Store
from ..text import clean_line
from .lock import in_turn
from .session import Session, out, talk
from .signals import ending_early
from .times import day_option


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@click.option("--outlet", default="", metavar="NAME", help="Whose articles these are; else what the text itself says.")
@click.option("--date", "day", callback=day_option, metavar="DAY", help="When they were published: 2020-08-28.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document on stdout.")
@click.pass_obj
def import_command(session: Session, paths: tuple[Path, ...], outlet: str, day: date | None, as_json: bool) -> int:
    """Take in local documents (.txt, .md, .html, .jsonl), alone or by the folder, and group them into stories.

    Outlet, date and title are read from the text where it states them. A .jsonl file holds
    one article a line: {"text": …} with title, url, outlet, published and language as far as
    known. An .opml file, or newsboat's urls, subscribes to its feeds; outlines around a feed
    become its tags. What cannot be read is named; everything else is stored.

    \b
    Exit codes: 0 all well · 1 some failed, the rest is stored · 3 storage

    \b
    Examples:
      digest import clippings/
      digest import --outlet "Northern Wire" --date 2020-08-28 report.txt
      digest import feeds.opml
      digest import ~/.newsboat/urls
    """
    lists = [path for path in paths if path.suffix.lower() in (".opml", ".urls") or path.name == "urls"]
    documents = [path for path in paths if path not in lists]
    with session.store() as store:
        failed = sum(not _subscribe(store, path) for path in lists)
        if documents:
            with ending_early(), in_turn(session.database):
                failed += _take_in(store, documents, outlet, day, as_json, session.look)
    return 1 if failed else 0


def _subscribe(store: Store, path: Path) -> bool:
    """Subscribe to a list's feeds and say whether all of it could be read."""
    from ..web.newsboat import is_newsboat, read_newsboat
    from ..web.opml import read_opml

    try:
        found = read_newsboat(path) if is_newsboat(path) else read_opml(path)
    except DocumentError as error:
        talk(f"digest: {clean_line(str(error))}")
        return False
    for refused in found.refused:
        talk(f"digest: {clean_line(str(path))}: {clean_line(refused)}")
    new = [store.add_feed(feed) for feed in found.feeds if store.feed(feed.url) is None]
    parts = [f"{phrases.count(len(new), 'feed')} subscribed"]
    parts += [f"{len(found.feeds) - len(new)} already subscribed"] if len(new) < len(found.feeds) else []
    parts += [phrases.count(len(found.refused), "refusal")] if found.refused else []
    talk(f"{clean_line(str(path))}: {', '.join(parts)}; run `digest ingest` to take in what is new")
    return not found.refused


def _take_in(store: Store, paths: Sequence[Path], outlet: str, day: date | None, as_json: bool, look: Look) -> int:
    """Take in documents and return how many could not be read."""
    from ..ingest.documents import import_paths

    new, known, failed = 0, 0, 0
    for outcome in import_paths(paths, store, now=datetime.now(UTC), outlet=outlet, date=day):
        if as_json:
            shape = {"path": outcome.path, "article": outcome.article_id, "new": outcome.new}
            shape |= {"title": outcome.title, "outlet": outcome.outlet, "error": outcome.error}
            print(json.dumps(shape, indent=None), flush=True)
        if outcome.error:
            failed += 1
            talk(f"digest: {clean_line(outcome.path)}: {clean_line(outcome.error)}")
            continue
        new, known = new + outcome.new, known + (not outcome.new)
        if not as_json:
            name = look.words(f"{outcome.outlet}: {outcome.title}")
            out(f"{f'a{outcome.article_id}':>5}  {fit(name, look.width - 7, look.ellipsis)}")
    parts = [phrases.count(new, "new article")]
    parts += [f"{known} known"] if known else []
    parts += [f"{failed} failed"] if failed else []
    talk(", ".join(parts))
    return failed
