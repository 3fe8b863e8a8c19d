"""`digest opml`: the subscriptions, for another program."""

import click

from .session import Session, talk


@click.command("opml")
@click.pass_obj
def opml_command(session: Session) -> None:
    """Write the subscriptions to stdout as OPML, each feed within the outline of its first tag.

    Logins are left out. `digest import FILE.opml` reads it back.

    \b
    Example:
      digest opml > feeds.opml
    """
    from ..web.opml import write_opml

    with session.reading() as store:
        feeds = store.feeds()
    print(write_opml(feeds), end="")
    if not feeds:
        talk("No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`.")
