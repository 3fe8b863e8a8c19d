"""The story under the cursor beside the list: shown at once, its facts as soon as they are found."""

from functools import partial

from textual import on

from ..model import Story
from .drawn_list import DrawnList
from .preview import Preview
from .screen import Context, DigestScreen
from .settling import Settling
from .story_answers import Seen, seen


class Previewing(Settling):
    """A screen with a list of stories and a preview of the one under the cursor."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._previewed = 0
        self._previewing = False

    def forget_preview(self) -> None:
        """Ask for the story anew the next time it is shown."""
        self._previewed = 0

    @on(DigestScreen.Trouble)
    def _wait_no_longer(self) -> None:
        self._previewing = False

    @on(DrawnList.Highlighted, "#stories")
    def preview_soon(self) -> None:
        """Show the story under the cursor once the list is drawn."""
        self.call_after_refresh(self._preview_current)

    def _preview_current(self) -> None:
        self.preview(self.current)

    def preview(self, story: Story | None) -> None:
        """Show the story at once and ask for its facts; while one answer is awaited, only the latest story waits."""
        preview = self.query_one("#preview", Preview)
        if story is None or preview.story is None or preview.story.id != story.id:
            preview.show(story)
        if story is None or not preview.display or self._previewing or self._previewed == story.id:
            return
        self._previewing = True
        self.ask(partial(seen, story=story), "preview")

    @on(Seen)
    def _show_preview(self, event: Seen) -> None:
        self._previewing = False
        self._previewed = event.story.id
        current = self.current
        if current is not None and current.id == event.story.id:
            self.query_one("#preview", Preview).show(current, event.articles, event.comparison, event.since)
        else:
            self.preview(current)

    def on_resize(self) -> None:
        """Fill the preview when it unfolds."""
        self.preview_soon()
