"""The ingest and other commands of digest run beside the screens, as processes of their own."""

import json
import subprocess
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .lines import count


@dataclass(slots=True)
class Progress:
    """How far an ingest begun from the screens is."""

    running: bool = False
    feeds: int = 0
    """How many there are to ask."""
    done: int = 0
    new: int = 0
    failed: int = 0
    said: str = ""
    """What it said last, where it ended without asking a feed."""

    def begin(self, feeds: int) -> None:
        """Begin anew with so many feeds to ask."""
        self.running, self.feeds, self.done, self.new, self.failed, self.said = True, feeds, 0, 0, 0, ""

    def words(self) -> str:
        """Return it in words."""
        if self.running:
            of = f" of {self.feeds:,}" if self.feeds >= self.done else ""
            return f"ingest: {self.done:,}{of} feeds, {self.new:,} new"
        failed = f", {count(self.failed, 'feed')} failed" if self.failed else ""
        return f"Ingest done: {count(self.new, 'new article')}{failed}." if self.done or not self.said else self.said


def ingest(program: Sequence[str], progress: Progress, changed: Callable[[], object]) -> None:
    """Begin an ingest in a process of its own; `changed` is called from another thread whenever one feed has ended.

    The process goes on if the screens are left: what it was begun for is done all the same.
    """
    command = [*program, "ingest", "--json"]
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(
        command, stdin=quiet, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )

    def follow() -> None:
        with child:
            said = threading.Thread(target=_keep_last, args=(child.stderr or (), progress), daemon=True)
            said.start()
            for line in child.stdout or ():
                outcome = json.loads(line)
                progress.done += 1
                progress.new += outcome["new"]
                progress.failed += outcome["status"] == "failed"
                changed()
            said.join()
        progress.running = False
        changed()

    threading.Thread(target=follow, daemon=True).start()


def _keep_last(stream: Iterable[str], progress: Progress) -> None:
    for line in stream:
        progress.said = line.strip().removeprefix("digest: ") or progress.said


def run(program: Sequence[str], *words: str) -> str:
    """Run a command of digest to its end and return what it says, in one line."""
    done = subprocess.run([*program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return " ".join(f"{done.stdout} {done.stderr}".split()).removeprefix("digest: ")
