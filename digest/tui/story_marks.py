"""The reader's marks on the stories of the list: shown at once, stored in a thread, taken back with u."""

from dataclasses import replace

from ..model import Reading, Story, StorySort
from ..store import Counts
from .lines import one_line
from .marking import mark_story, mark_view, star_story, tag_story, tagged
from .previewing import Previewing
from .screen import Context
from .story_list import StoryList
from .views import FIXED, Query


class StoryMarks(Previewing):
    """A screen with a list of stories that can be marked, starred and tagged."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.query_now = Query(FIXED[0], StorySort.COVERAGE, context.now())
        self.counts: Counts | None = None
        self._first = 0
        """The story that waits for the one it is to be merged with."""

    def action_toggle_read(self) -> None:
        """Mark the story read, or unread if it was."""
        if story := self.current:
            reading = Reading.READ if story.unread else Reading.UNREAD
            self.put(replace(story, unread=0 if story.unread else story.articles))
            self._count_at_once(-story.unread or story.articles)
            self.change(mark_story(story.id, reading))
            self.tell(f"Marked {reading.value}; u takes it back.")

    def _count_at_once(self, more: int) -> None:
        """Show how much is unread before that is stored and counted."""
        if self.counts:
            self.counts = replace(self.counts, unread=max(0, self.counts.unread + more))
            self.query_one("#header").refresh()

    def action_toggle_star(self) -> None:
        """Star the story's articles, or take their stars off."""
        if story := self.current:
            starred = not story.starred
            self.put(replace(story, starred=story.articles if starred else 0))
            words = "starred" if starred else "star taken off"
            self.change(star_story(story.id, starred))
            self.tell(f"{words.capitalize()}; u takes it back.")

    def put(self, story: Story) -> None:
        """Draw a story as it is now."""
        self.query_one(StoryList).put(story)
        self.forget_preview()
        self.preview(story)

    def action_all_read(self) -> None:
        """Mark everything in this view read."""
        self.query_one(StoryList).all_read()
        self.forget_preview()
        self.preview(self.current)
        if self.query_now.view.kind in ("all", "unread"):
            self._count_at_once(-self.counts.unread if self.counts else 0)
        self.change(mark_view(self.query_now))
        self.tell("Everything in this view is marked read; u takes it back.")

    def action_merge(self) -> None:
        """Choose the first of two stories, or show what merging it with this one would do."""
        if (story := self.current) is None:
            return
        if self._first in (0, story.id):
            self._first = story.id
            self.tell(f"Go to the other story and press M again: merges {one_line(story.title).plain[:60]}")
        else:
            both, self._first = (self._first, story.id), 0
            self.plan(lambda desk: desk.by_hand.merge(both))

    def action_tag(self, tag: str) -> None:
        """Tag the story, or take a tag off it."""
        if story := self.current:
            self.change(tag_story(story.id, tag))
            self.tell(f"{tagged(tag)}; u takes it back.")
