"""`digest` alone: the screens on a terminal, a list of stories elsewhere."""

import gc
import os
from datetime import UTC, datetime

from . import session as at
from .session import Session, out, talk


def home(session: Session) -> None:
    """Open the screens, or print the stories where nobody sits at a terminal."""
    if at.interactive():
        open_screens(session)
        return
    from ..desk import Desk
    from .listing import EMPTY, story_lines

    with session.reading() as store:
        desk, missing = Desk(store), store.missing
        stories, number = desk.settled(desk.stories(now=datetime.now(UTC))), desk.count_stories()
    look = session.look
    out(line for story in stories for line in story_lines(story, look))
    if number > len(stories):
        talk(f"… and {number - len(stories):,} more: digest stories --limit {number}")
    if not stories and not missing:
        talk(EMPTY)


def open_screens(
    session: Session, *, now: datetime | None = None, story: int | None = None, compare: bool = False
) -> None:
    """Run the screens until the reader quits, in the reader's own time; `now` stands in for the clock."""
    from ..store import Store

    with Store(session.database, create=False):
        pass  # a database that cannot be opened is said before the screen is taken
    if not session.color:
        os.environ["NO_COLOR"] = "1"  # Textual reads no other switch
    gc.disable()  # nothing that is loaded now is garbage
    from ..tui.app import DigestApp

    spare_the_loaded()
    config = session.config() if now is None else None
    zone = config.zone if config else None
    clock = (lambda: now) if now else (lambda: datetime.now(zone).astimezone(zone))
    DigestApp(session.database, now=clock, story=story, compare=compare, ascii=session.ascii, config=config).run()


def spare_the_loaded() -> None:
    """Let the collector never again look through what is loaded now, seldom through the rest: keys wait for it."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
