"""What differs in the stories of a list, asked for once they are shown and drawn as it comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.message import Message

from ..desk import Desk
from ..model import Story
from .story_answers import Ordered, Paged
from .story_links import StoryLinks
from .story_list import StoryList

AT_ONCE = 8
"""Stories compared in one go, about a tenth of a second's work in a thread: then they are drawn."""


@dataclass
class Settled(Message):
    """Stories with what differs in them."""

    stories: tuple[Story, ...]


def settled(desk: Desk, stories: Sequence[Story]) -> Settled:
    """Work out what differs in the stories of which it is open."""
    return Settled(desk.settled(stories))


class Settling(StoryLinks):
    """A screen with a list of stories, of which none stays without its differences for long."""

    @on(Ordered)
    @on(Paged)
    def _begin_to_settle(self) -> None:
        self._settle()

    @on(Settled)
    def _go_on_settling(self, event: Settled) -> None:
        self.query_one(StoryList).settle(event.stories)
        if all(story.differs is not None for story in event.stories):  # else one has gone or changed meanwhile
            self._settle()

    def _settle(self) -> None:
        """Ask for the first stories held of which it is open what differs."""
        held = self.query_one(StoryList).held
        wanted = [story for story in held if story.differs is None][:AT_ONCE]
        if wanted:
            self.ask(partial(settled, stories=wanted), "differences")
