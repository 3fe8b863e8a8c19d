"""What every screen shares: questions to the database in threads, answers as messages, troubles as notices."""

import threading
import webbrowser
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from textual import on, work
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from ..desk import Desk
from ..errors import DigestError
from .commands import bindings
from .glyphs import Glyphs
from .help import help_page
from .highlight import flat
from .window import Window


@dataclass(frozen=True, slots=True)
class Context:
    """What the screens are given: the clock, the signs, and a way to the database from any thread."""

    now: Callable[[], datetime]
    glyphs: Glyphs
    desk: Callable[[], AbstractContextManager[Desk]]
    """Opens the database; use what it gives in the thread that asked."""
    changes: deque[Callable[[Desk], object]] = field(default_factory=deque)
    """Marks and stars to be stored, oldest first."""
    writing: threading.Lock = field(default_factory=threading.Lock)


class DigestScreen(Screen[None]):
    """A screen that asks the desk in a thread and hears the answer as a message."""

    BINDINGS = bindings("app")

    @dataclass
    class Trouble(Message):
        """A question could not be answered."""

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

    def change(self, act: Callable[[Desk], object]) -> None:
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
                        changes.popleft()(desk)
            except DigestError as error:
                changes.clear()
                self.post_message(self.Trouble(str(error)))

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
        """Show a notice; its words may come from outside."""
        self.notify(flat(words), severity=severity, markup=False, timeout=10 if severity == "error" else 4)

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

    def action_help(self) -> None:
        """Show every key there is."""
        page = help_page(self.context.glyphs, {}, colour=not self.app.no_color)
        self.app.push_screen(Window("Keys and marks", page, self.context.glyphs))

    def action_back(self) -> None:
        """Return to the screen before."""
        self.app.pop_screen()
