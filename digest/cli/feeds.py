"""`digest add` and `digest feeds`: subscriptions and their health."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import click

from ..errors import ConfigError, FeedError, without_login
from ..export import json
from ..model import Feed, FullText
from ..text import clean_line
from .feed_changes import pause, remove, rename, resume, set_options
from .groups import Nearest
from .listing import feed_lines
from .session import Session, out, talk

_WEEKS = 4
"""Over how long articles a week are counted."""


@click.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "--title", default="", metavar="NAME", help="The outlet's name, instead of the one the feed gives itself."
)
@click.option(
    "--full-text",
    type=click.Choice([choice.value for choice in FullText]),
    default=FullText.AUTO.value,
    show_default=True,
    help="Fetch the pages behind the entries: when the feed lacks the text, always, or never.",
)
@click.option("--no-check", is_flag=True, help="Subscribe without asking the address for a feed first.")
@click.pass_obj
def add_command(session: Session, urls: tuple[str, ...], title: str, full_text: str, no_check: bool) -> int:
    """Subscribe to feeds (RSS, Atom, JSON Feed), by their address or that of a page that names them.

    An address that cannot be reached now is subscribed to all the same, and said so. Where a
    page names several feeds, they are listed for you to choose from.

    \b
    Exit codes: 0 all subscribed · 1 some are not: no feed there, or several

    \b
    Examples:
      digest add https://paper.example/feed.xml
      digest add --title "The Paper" https://paper.example/
    """
    if title and len(urls) > 1:
        raise click.UsageError("--title names one feed, but several addresses are given")
    addresses = [_address(url) for url in urls]
    found = [(Feed(address) if no_check else _ask(address)) for address in addresses]
    with session.store() as store:
        for feed in found:
            if feed is None:
                continue
            known = store.feed(feed.url)
            kept = known or store.add_feed(
                replace(feed, title=title or feed.title, outlet=title, full_text=FullText(full_text))
            )
            talk(f"{'Already subscribed' if known else 'Subscribed'} to {kept.url} (feed {kept.id})")
    if any(found):
        talk("Run `digest ingest` to take in what is new.")
    return 0 if all(found) else 1


@click.group("feeds", cls=Nearest, invoke_without_command=True, subcommand_metavar="[COMMAND [ARGS]...]")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of feeds.")
@click.pass_context
def feeds_command(ctx: click.Context, as_json: bool) -> None:
    """List the feeds with their health, or change them.

    Health: the last answer, failures in a row, articles a week (over four weeks), how many of
    these lack their page, and when the feed is asked next. A page that does not come is asked
    for again up to four times within two days. A FEED is named by its address or by the number in front of it.

    \b
    Examples:
      digest feeds
      digest feeds rename 3 "The Paper"
      digest feeds set 3 --interval 2h --tags "local, sea"
      digest feeds pause https://paper.example/feed.xml
    """
    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    now = datetime.now(UTC)
    with session.reading() as store:
        feeds = store.feeds()
        since = now - timedelta(weeks=_WEEKS)
        published = store.subscriptions.published(since, now + timedelta(days=2))
        missing = store.pages.missing(since)
    lacks = {feed.id: (gap.waiting, gap.lost) if (gap := missing.get(feed.id)) else (0, 0) for feed in feeds}
    weekly = {feed.id: published.get(feed.id, 0) / _WEEKS for feed in feeds}
    if as_json:
        out(json.dumps([json.feed(feed, weekly[feed.id], *lacks[feed.id]) for feed in feeds]))
        return
    look = session.look
    out(line for feed in feeds for line in feed_lines(feed, look, weekly[feed.id], *lacks[feed.id]))
    if not feeds:
        talk("No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`.")


for _change in (rename, pause, resume, remove, set_options):
    feeds_command.add_command(_change)


def _address(url: str) -> str:
    """Return the address as it is fetched; ConfigError if it is none."""
    from ..web.guard import web_url

    try:
        return str(web_url(url))
    except FeedError as error:
        raise ConfigError(f"{error}; write an address such as https://paper.example/feed.xml") from error


def _ask(address: str) -> Feed | None:
    """Return the one feed behind an address; None, and say why, if there is none, more than one, or one elsewhere."""
    import asyncio

    from ..web.discover import discover
    from ..web.fetch import Fetcher

    async def ask() -> tuple[Feed, ...]:
        async with Fetcher() as fetcher:
            return await discover(address, fetcher)

    try:
        feeds = asyncio.run(ask())
    except FeedError as error:
        talk(f"digest: {clean_line(str(error))}; subscribing all the same")
        return Feed(address)
    if len(feeds) == 1 and _same_place(feeds[0].url, address):
        return feeds[0]
    if feeds:
        # Another host's address is not subscribed to on a page's word: it could lead into the user's own network.
        named = (
            "a feed elsewhere; add it if you want it:" if len(feeds) == 1 else "several feeds; add the one you want:"
        )
        talk(f"digest: {without_login(address)} names {named}")
        out(f"{feed.url}  {feed.title}".rstrip() for feed in feeds)
    else:
        talk(f"digest: {without_login(address)}: no feed there and none named by the page; look for one on the site")
    return None


def _same_place(one: str, other: str) -> bool:
    from ..web.guard import origin, web_url

    return origin(web_url(one)).host == origin(web_url(other)).host
