"""`digest demo`: the real thing on sample articles from invented outlets, served from this machine."""

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ..model import Feed
from ..store import Store
from .session import Session, interactive, talk

EARLIER = datetime(2020, 8, 28, 5, tzinfo=UTC)
NOW = datetime(2020, 8, 29, 6, tzinfo=UTC)
FIRST = datetime(2020, 8, 25, tzinfo=UTC)
"""The samples' first day."""


NEXT = """\
To read your own news:
  digest import seeds/feeds.opml    subscribe to a few public feeds, or to those of your own OPML file
  digest add https://…/feed.xml     or to one feed
  digest ingest                     take in what is new
  digest                            read"""


@click.command("demo")
@click.option("--yes", is_flag=True, help="Put the samples into a database that has other feeds, too.")
@click.pass_obj
def demo_command(session: Session, yes: bool) -> None:
    """Show what digest does, with sample articles from invented outlets.

    Seven outlets are served from this machine and taken in as any feed is, as of 29 August
    2020; then the screens open on one story's comparison. Without a terminal the markdown
    digest of those days is printed. Nothing is sent over the network, and nothing is kept
    unless you name a database with --db.

    \b
    Examples:
      digest demo
      digest demo > digest.md
      digest --db demo.db demo && digest --db demo.db stories
    """
    with tempfile.TemporaryDirectory(prefix="digest-demo-") as folder:
        place = session if session.named else replace(session, database=Path(folder) / "demo.db")
        if not yes:
            _refuse_others(place)
        talk("Taking in sample articles from invented outlets …")
        with place.store() as store:
            take_in(store)
            story = _belarus(store)
        if interactive():
            from .home import open_screens

            open_screens(place, now=NOW, story=story, compare=True)
            talk(NEXT)
            return
        from ..export.markdown import digest_markdown
        from .edition import Wanted, gather

        with place.store() as store:
            edition = replace(gather(store, Wanted(FIRST, NOW)), title="News digest of sample articles")
        print(digest_markdown(edition), end="")


def _refuse_others(session: Session) -> None:
    """Raise a usage error if the database is one that somebody reads the news with."""
    with Store(session.database, create=False) as store:
        others = {feed.url for feed in store.feeds()} - {feed.url for feed in _samples()}
        strangers = store.counts().articles and not store.feeds()
    if others or strangers:
        raise click.UsageError(
            f"{session.database} holds other news already; name a new file with --db, or add --yes to mix them"
        )


def _samples() -> tuple[Feed, ...]:
    from ..web.opml import parse_opml
    from ..web.samples import seeds_folder

    return parse_opml((seeds_folder() / "demo.opml").read_bytes(), "demo.opml").feeds


def take_in(store: Store) -> None:
    """Take in the samples twice, as they stood the day before and as they stand now.

    One feed after the other: so articles and stories have the same numbers on every machine, as README names them.
    """
    from ..ingest.feeds import Network, ingest
    from ..web.samples import seeds_folder
    from ..web.sampleweb import SampleWeb

    folder = seeds_folder()
    feeds = [store.add_feed(feed) for feed in _samples()]
    with SampleWeb(folder, earlier=True) as web:
        network = Network(hosts=web.hosts)
        for earlier, now in ((True, EARLIER), (False, NOW)):
            web.earlier = earlier
            for feed in feeds:
                for outcome in ingest(store, [feed], now=now, force=True, stories=feed is feeds[-1], network=network):
                    if outcome.error:
                        talk(f"digest: {outcome.url}: {outcome.error}")
            feeds = [store.feed(feed.url) or feed for feed in feeds]


def _belarus(store: Store) -> int | None:
    """Return the story most of the articles on Belarus belong to."""
    found = Counter(article.story_id for article in store.search("Belarus") if article.story_id)
    return found.most_common(1)[0][0] if found else None
