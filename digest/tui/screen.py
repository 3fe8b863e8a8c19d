"""What every screen shares: questions to the database in threads, answers as messages, troubles as notices."""

import threading
import webbrowser
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from ..desk import Desk
from ..errors import DigestError, NotFoundError
from ..ingest.settle import settle
from .bars import KeyBar
from .commanding import Commanding
from .glyphs import Glyphs
from .help import help_page
from .highlight import flat
from .ingesting import Progress, ingest
from .keys import bindings
from .ways import to_article
from .window import Window

Change = Callable[[Desk], object]
"""Stores something."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the screens are given: the clock, the signs, and a way to the database from any thread."""

    now: Callable[[], datetime]
    glyphs: Glyphs
    desk: Callable[[], AbstractContextManager[Desk]]
    """Opens the database; use what it gives in the thread that asked."""
    stamp: Callable[[], tuple[int, ...]] = tuple
    """Returns what changes when any program writes to the database."""
    views: Mapping[str, str] = field(default_factory=dict)
    """The saved queries by name."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The keys the configuration gave anew, by the command's id."""
    changes: deque[Change] = field(default_factory=deque)
    """Marks and stars to be stored, oldest first."""
    program: tuple[str, ...] = ()
    """The command line by which digest is called over this database."""
    progress: Progress = field(default_factory=Progress)
    """How far an ingest begun from the screens is."""
    writing: threading.Lock = field(default_factory=threading.Lock)


class DigestScreen(Commanding):
    """A screen that asks the desk in a thread and hears the answer as a message."""

    BINDINGS = bindings("app")

    @dataclass
    class Trouble(Message):
        """A question could not be answered."""

        words: str

    @dataclass
    class Stored(Message):
        """All changes made so far are stored."""

    @dataclass
    class Ingest(Message):
        """An ingest may begin: so many feeds will be asked."""

        feeds: int

    @dataclass
    class Undone(Message):
        """A change was taken back; nothing, if there was none."""

        words: str

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def ask(self, question: Callable[[Desk], Message], group: str) -> None:
        """Put a question; a later one of the same group makes its answer unwanted."""

        def answer() -> None:
            worker = get_current_worker()
            reply: Message
            try:
                with self.context.desk() as desk:
                    reply = question(desk)
            except DigestError as error:
                reply = self.Trouble(str(error))
            if not worker.is_cancelled:
                self.post_message(reply)

        self.run_worker(answer, thread=True, exclusive=True, group=group, exit_on_error=False)

    def change(self, act: Change) -> None:
        """Store a change; changes are stored in the order they were made."""
        self.context.changes.append(act)
        self._store_changes()

    @work(thread=True, group="changes", exit_on_error=False)
    def _store_changes(self) -> None:
        changes = self.context.changes
        with self.context.writing:
            if not changes:
                return
            try:
                with self.context.desk() as desk:
                    while changes:
                        self._store(desk, changes[0])
                        changes.popleft()
                self.post_message(self.Stored())
            except DigestError as error:  # they wait, and are stored with the next one
                self.post_message(self.Trouble(str(error)))

    def _store(self, desk: Desk, change: Change) -> None:
        """Store a change; one of something that has gone meanwhile is said and let be."""
        try:
            change(desk)
        except NotFoundError as error:
            self.post_message(self.Trouble(str(error)))

    def action_undo(self) -> None:
        """Take the last thing the reader did back, in this session or before."""
        self.change(self._take_back)

    def _take_back(self, desk: Desk) -> None:
        back = desk.undo.take_back()
        settle(desk.store)
        self.post_message(self.Undone(back.act.words if back else ""))

    @on(Undone)
    def _show_undone(self, event: Undone) -> None:
        self.tell(f"Taken back: {event.words}." if event.words else "There is nothing to take back.")
        for screen in self.app.screen_stack:
            if isinstance(screen, DigestScreen):
                screen.refresh_marks()

    def refresh_marks(self) -> None:
        """Show marks and stars as they are stored now; a screen that shows some must say how."""

    @on(Trouble)
    def _tell_trouble(self, event: Trouble) -> None:
        self.tell(event.words, severity="error")
        if self.is_blank and self.is_current and len(self.app.screen_stack) > 1:
            self.action_back()

    @property
    def is_blank(self) -> bool:
        """Tell whether there is nothing on the screen that a reader could stay for."""
        return False

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say in words that a worker failed in a way nobody foresaw; the log has the rest."""
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.tell(f"That did not work: {event.worker.error!r}", severity="error")

    def tell(self, words: str, *, severity: Literal["information", "error"] = "information") -> None:
        """Say something in the line of the keys, where it covers nothing, an error in a notice of its own.

        The words may come from outside.
        """
        bar = next(iter(self.query(KeyBar)), None)
        if severity == "error" or bar is None:
            self.notify(flat(words), severity=severity, markup=False, timeout=10)
        else:
            bar.say(flat(words))

    @work(thread=True, exclusive=True, group="browser", exit_on_error=False)
    def browse(self, url: str) -> None:
        """Open an address in the browser, if it is one of the web."""
        if not url.startswith(("http://", "https://")):
            words = "This article has no web address."
        else:
            try:
                words = f"Opened {url}" if webbrowser.open(url) else f"No browser could be started for {url}"
            except (OSError, webbrowser.Error) as error:
                words = f"The browser could not be started: {error}"
        self.app.call_from_thread(self.tell, words)

    def copy(self, text: str, what: str) -> None:
        """Hand text to the terminal's clipboard (OSC 52)."""
        if not text:
            self.tell(f"There is no {what} to copy.")
            return
        self.app.copy_to_clipboard(text)
        self.tell(f"Copied: {text}")

    def action_ingest(self) -> None:
        """Take in what the feeds have that is new, beside the screens."""
        progress = self.context.progress
        if progress.running:
            self.tell(f"One is in progress already: {progress.words()}.")
            return
        self.ask(lambda desk: self.Ingest(sum(not feed.paused for feed in desk.store.feeds())), "ingest")

    @on(Ingest)
    def _begin_ingest(self, event: Ingest) -> None:
        progress = self.context.progress
        progress.begin(event.feeds)
        ingest(self.context.program, progress, lambda: self.app.call_later(self._show_ingest))
        self._show_ingest()

    def _show_ingest(self) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, DigestScreen):
                screen.refresh_ingest()
        if not self.context.progress.running:
            bar = self.app.screen if isinstance(self.app.screen, DigestScreen) else self
            bar.tell(self.context.progress.words())

    def refresh_ingest(self) -> None:
        """Show how far an ingest is; a screen that shows it must say how."""

    def action_story(self, number: str) -> None:
        """Open the story of a number."""
        if number.isascii() and number.isdigit():
            self.app.push_screen(to_article(self.context, int(number)))
        else:
            self.tell("A story is named by its number, such as 12.")

    def action_help(self) -> None:
        """Show every key there is."""
        page = help_page(self.context.glyphs, self.context.keys, (self.SCOPE,), colour=not self.app.no_color)
        self.app.push_screen(Window("Keys and marks", page, self.context.glyphs))

    def action_back(self) -> None:
        """Return to the screen before."""
        self.app.pop_screen()
