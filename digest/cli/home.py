"""`digest` alone: the screens on a terminal, a list of stories elsewhere."""

import os
from datetime import UTC, datetime

from . import session as at
from .session import Session, out, talk


def home(session: Session) -> None:
    """Open the screens, or print the stories where nobody sits at a terminal."""
    if at.interactive():
        open_screens(session)
        return
    from .listing import EMPTY, story_lines

    with session.desk() as desk:
        stories = desk.stories(now=datetime.now(UTC))
    look = session.look
    out(line for story in stories for line in story_lines(story, look))
    if not stories:
        talk(EMPTY)


def open_screens(
    session: Session, *, now: datetime | None = None, story: int | None = None, compare: bool = False
) -> None:
    """Run the screens until the reader quits; `now` stands in for the clock."""
    with session.store():
        pass  # a database that cannot be opened is said before the screen is taken
    if not session.color:
        os.environ["NO_COLOR"] = "1"  # Textual reads no other switch
    from ..tui.app import DigestApp

    clock = (lambda: now) if now else (lambda: datetime.now(UTC))
    DigestApp(session.database, now=clock, story=story, compare=compare, ascii=session.ascii).run()
