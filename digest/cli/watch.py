"""The program the reader wants run when a starred story has a new difference."""

import subprocess
from collections.abc import Sequence

from ..export import json
from ..store import Store
from ..text import clean_line
from .session import talk

PATIENCE = 60
"""Seconds the program may take."""


class Watch:
    """The differences of the starred stories before an ingest, to be held against those after it."""

    def __init__(self, store: Store, command: Sequence[str]) -> None:
        self._command = command
        self._before = _differences(store) if command else {}

    def tell(self, store: Store) -> None:
        """Run the program, once and without a shell, with the ids of the stories that differ in more as JSON on stdin.

        That it cannot be run or fails is one line; the articles are stored all the same.
        """
        if not self._command:
            return
        before: dict[int, int] = {}
        for story_id, differs in self._before.items():
            now_in = store.resolve(story_id) or story_id  # a merge is no new difference
            before[now_in] = before.get(now_in, 0) + differs
        more = [number for number, differs in _differences(store).items() if differs > before.get(number, 0)]
        if more:
            _run(self._command, json.dumps(sorted(more), indent=None))


def _differences(store: Store) -> dict[int, int]:
    return {story.id: story.differs for story in store.stories(starred=True, limit=None)}


def _run(command: Sequence[str], ids: str) -> None:
    try:
        done = subprocess.run(
            command,
            input=ids.encode(),
            stdout=subprocess.DEVNULL,  # ours is for --json
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        _complain(command, f"took longer than {PATIENCE} s and was ended")
    except (OSError, ValueError) as error:
        _complain(command, f"cannot be run: {getattr(error, 'strerror', None) or error}")
    else:
        if done.returncode:
            said = clean_line(done.stderr[-2_000:].decode(errors="replace").strip().rpartition("\n")[2], 200)
            _complain(command, f"ended with {done.returncode}{f': {said}' if said else ''}")


def _complain(command: Sequence[str], what: str) -> None:
    talk(f"digest: on_new_difference: {clean_line(command[0], 200)} {what}")
