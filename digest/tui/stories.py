"""The home screen: views, stories, and a preview of the story under the cursor."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenResume

from ..desk import Desk
from ..model import Story, StorySort
from .bars import Bar, KeyBar
from .drawn_list import DrawnList
from .header import header
from .highlight import flat
from .keys import bindings
from .preview import Preview
from .screen import Context, DigestScreen
from .story_answers import Changed, Counted, Ordered, Paged, Reasons, counted, ordered, ordered_again, paged, reasons
from .story_list import StoryList
from .story_marks import StoryMarks
from .view_list import ViewList
from .views import FIXED, SORTS, Query, View, fixed, saved
from .ways import prepare, to_article, to_compare, to_feeds, to_search, to_timeline
from .welcome import welcome
from .window import Window

LOOKS_EVERY = 2.0
"""Seconds between two looks whether another program has written."""


class StoriesScreen(StoryMarks):
    """Lists stories page by page and keeps the reader's marks on them."""

    BINDINGS = bindings("stories")
    SCOPE = "stories"
    AUTO_FOCUS = "#stories"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._trouble = ""
        self._stamp = context.stamp()

    def compose(self) -> ComposeResult:
        glyphs = self.context.glyphs
        yield Bar(
            lambda width: header(self.counts, self.context.now(), width, glyphs, self.context.progress), id="header"
        )
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield ViewList(glyphs, saved(self.context.views), id="views")
            with Vertical(id="middle"):
                yield Bar(self._title, id="title")
                yield StoryList(glyphs, self.context.now, id="stories")
                yield Bar(lambda width: welcome(width, self._trouble), id="welcome")
            yield Preview(glyphs, self.context.now(), id="preview")
        yield KeyBar(glyphs, "stories", "list", "app")

    @property
    def stories(self) -> StoryList:
        """Return the list."""
        return self.query_one("#stories", StoryList)

    @property
    def current(self) -> Story | None:
        return self.stories.current

    def _title(self, width: int) -> Content:
        title = flat(self.query_now.view.title).upper()
        return Content.assemble((title, "$accent"), (f"  {SORTS[self.query_now.sorted_by]}", "$quiet"))

    def on_mount(self) -> None:
        self.query_one("#welcome").display = False
        self._list()
        self.set_interval(LOOKS_EVERY, self.look_for_news)

    def look_for_news(self) -> None:
        """List anew, without losing the place, when another program has written: cron's ingest, a command."""
        stamp = self.context.stamp()
        if stamp != self._stamp and self.is_current:
            self._stamp = stamp
            self.refresh_list()

    @on(ScreenResume)
    def _come_back(self) -> None:
        """Show what was read or starred on another screen."""
        if story := self.stories.current:
            self._tell_of(story.id)

    def _tell_of(self, story_id: int) -> None:
        """Ask for a story as it is once all changes are stored."""

        def ask(desk: Desk) -> None:
            self.post_message(Changed(desk.story(story_id)))

        self.change(ask)

    @on(DigestScreen.Stored)
    def _count(self) -> None:
        self.ask(partial(counted, now=self.context.now(), saved=saved(self.context.views)), "counts")

    def refresh_marks(self) -> None:
        """Fetch the stories held once more."""
        self.refresh_list()

    def refresh_list(self) -> None:
        """List what there is by now, without losing the place."""
        self.forget_preview()
        held = tuple(story.id for story in self.stories.held)
        again = partial(ordered_again, query=self.query_now, old=self.stories.order, seen=held)
        self.ask(again, "list")

    @on(Changed)
    def _show_changed(self, event: Changed) -> None:
        self.put(event.story)

    def _list(self, *, view: View | None = None, sort: StorySort | None = None) -> None:
        """List another view or in another order, from its beginning."""
        old = self.query_now
        self.query_now = Query(view or old.view, sort or old.sort, self.context.now())
        self.ask(partial(ordered, query=self.query_now), "list")
        self.query_one("#title").refresh()

    @on(Counted)
    def _show_counts(self, event: Counted) -> None:
        if self.counts is None:
            self.run_worker(prepare, thread=True, group="prepare", exit_on_error=False)
        self.counts = event.counts
        self.query_one("#header").refresh()
        self.query_one("#views", ViewList).show(event)
        self._trouble = ""
        self._show_empty(not event.counts.articles)

    def _show_empty(self, empty: bool) -> None:
        """Show the welcome, or what is wrong, in the stories' place."""
        self.query_one("#welcome").display = empty
        self.query_one("#welcome").refresh(layout=True)
        self.set_class(empty, "-empty")
        keys = self.query_one(KeyBar)
        keys.only = frozenset(("stories.quit", "app.help") if empty else ())
        keys.refresh()

    @on(Ordered)
    def _show_list(self, event: Ordered) -> None:
        if event.query is not self.query_now:
            return  # another view was chosen meanwhile
        if event.anew:
            self.stories.list(event.order)
        else:
            self.stories.relist(event.order)
        self.stories.fill(event.asked, event.stories)
        if not event.order:
            self.preview(None)
        self.call_after_refresh(self._count)  # what is counted can wait until the stories are seen

    @on(StoryList.Wanted)
    def _fetch(self, event: StoryList.Wanted) -> None:
        self.ask(partial(paged, query=self.query_now, numbers=event.numbers), f"page {event.numbers[0]}")

    @on(Paged)
    def _show_page(self, event: Paged) -> None:
        if event.query is self.query_now:
            self.stories.fill(event.asked, event.stories)

    @on(DigestScreen.Trouble)
    def _stop_waiting(self, event: DigestScreen.Trouble) -> None:
        if self.counts is None:  # nothing could be read: say so where the stories would stand
            self._trouble = event.words
            self._show_empty(True)

    @on(DrawnList.Chosen, "#stories")
    def _open(self) -> None:
        if story := self.stories.current:
            self.app.push_screen(to_article(self.context, story.id))

    @on(ViewList.Opened)
    def _open_view(self, event: ViewList.Opened) -> None:
        self._choose(event.view)
        self.stories.focus()

    def _choose(self, view: View) -> None:
        self.query_one("#views", ViewList).choose(view)
        self._list(view=view)

    def action_view(self, kind: str) -> None:
        """List another view."""
        self._choose(fixed(kind))

    def action_named_view(self, name: str) -> None:
        """List the view, or the saved query, of a name."""
        known = (*FIXED, *saved(self.context.views))
        found = next((view for view in known if name.casefold() in (view.title.casefold(), view.kind)), None)
        if found:
            self._choose(found)
        else:
            self.tell(f"There is no such view; there are {', '.join(view.title for view in known)}.")

    def action_views(self) -> None:
        """Go to the pane of views where it is shown."""
        if self.query_one("#left").display:
            self.query_one("#views").focus()
        else:
            self.tell("The list of views needs 140 columns; 1 to 5 choose one directly.")

    def action_sort(self) -> None:
        """List in the next order."""
        orders = list(StorySort)
        self._list(sort=orders[(orders.index(self.query_now.sort) + 1) % len(orders)])

    def action_reload(self) -> None:
        """List what the database holds now."""
        self._list()

    def action_compare(self) -> None:
        """Lay the outlets' accounts of the story side by side."""
        if story := self.stories.current:
            if len(story.outlets) < 2:
                self.tell("Only one outlet has this story: nothing to compare.")
            else:
                self.app.push_screen(to_compare(self.context, story.id))

    def action_unread(self, direction: int) -> None:
        """Move to the next or the previous story with something unread."""
        place = self.stories.next_unread(direction)
        if place is not None:
            self.stories.cursor = place
        else:
            self.tell("Nothing unread further " + ("down." if direction > 0 else "up."))

    def action_why(self) -> None:
        """Show why the story's articles are one story."""
        if story := self.stories.current:
            self.ask(partial(reasons, story=story), "why")

    @on(Reasons)
    def _show_reasons(self, event: Reasons) -> None:
        from .why import story_reasons

        glyphs = self.context.glyphs
        page = story_reasons(event.decisions, event.articles, glyphs)
        self.app.push_screen(Window("Why these articles are one story", page, glyphs))

    def action_search(self) -> None:
        """Search all articles."""
        self.app.push_screen(to_search(self.context))

    def action_timeline(self) -> None:
        """Show the storyline of the story."""
        if story := self.current:
            self.app.push_screen(to_timeline(self.context, story.id))

    def action_feeds(self) -> None:
        """Show the feeds and how they are."""
        self.app.push_screen(to_feeds(self.context, self._choose))

    def refresh_ingest(self) -> None:
        self.query_one("#header").refresh()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
