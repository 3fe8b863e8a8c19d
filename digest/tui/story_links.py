"""The way from a story to the web: its first article's address, opened or copied."""

from functools import partial

from textual import on

from ..model import Story
from .by_hand import HandScreen
from .story_answers import Link, link


class StoryLinks(HandScreen):
    """A screen with a story under the cursor."""

    @property
    def current(self) -> Story | None:
        """Return that story."""
        return None

    def action_browser(self) -> None:
        """Open the story's first article in the browser."""
        self._ask_link("browser")

    def action_copy_link(self) -> None:
        """Copy the link of the story's first article."""
        self._ask_link("copy")

    def _ask_link(self, command: str) -> None:
        if story := self.current:
            self.ask(partial(link, story=story, command=command), "link")

    @on(Link)
    def _use_link(self, event: Link) -> None:
        if event.command == "browser":
            self.browse(event.url)
        else:
            self.copy(event.url, "link")
