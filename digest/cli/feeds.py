"""`digest add` and `digest feeds`: subscriptions and their health."""

import click

from ..errors import ConfigError, FeedError
from ..export import json
from ..model import Feed, FullText
from .listing import feed_lines
from .session import Session, out, talk


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
@click.pass_obj
def add_command(session: Session, urls: tuple[str, ...], title: str, full_text: str) -> None:
    """Subscribe to feeds (RSS, Atom, JSON Feed) by their address.

    Nothing is fetched yet: `digest ingest` does that.

    \b
    Examples:
      digest add https://paper.example/feed.xml
      digest add --title "The Paper" https://paper.example/feed.xml
    """
    if title and len(urls) > 1:
        raise click.UsageError("--title names one feed, but several addresses are given")
    feeds = [_feed(url, title, FullText(full_text)) for url in urls]
    with session.store() as store:
        for feed in feeds:
            known = store.feed(feed.url)
            kept = known or store.add_feed(feed)
            talk(f"{'Already subscribed' if known else 'Subscribed'} to {kept.url} (feed {kept.id})")
    talk("Run `digest ingest` to take in what is new.")


@click.command("feeds")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one array of feeds.")
@click.pass_obj
def feeds_command(session: Session, as_json: bool) -> None:
    """List the feeds, each with how its last visit went."""
    with session.store() as store:
        feeds = store.feeds()
    if as_json:
        out(json.dumps([json.feed(feed) for feed in feeds]))
        return
    look = session.look
    out(line for feed in feeds for line in feed_lines(feed, look))
    if not feeds:
        talk("No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`.")


def _feed(url: str, title: str, full_text: FullText) -> Feed:
    """Return the feed to subscribe to; ConfigError if the address is none."""
    from ..web.guard import web_url

    try:
        address = str(web_url(url))
    except FeedError as error:
        raise ConfigError(f"{error}; write an address such as https://paper.example/feed.xml") from error
    return Feed(address, title=title, outlet=title, full_text=full_text)
