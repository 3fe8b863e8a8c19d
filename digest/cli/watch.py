"""The program the reader wants run when a starred story has a new difference."""

import subprocess
from collections import Counter
from collections.abc import Sequence

from ..desk.outdated import by_these_rules
from ..export import json
from ..store import Store
from ..text import clean_line
from .session import talk

PATIENCE = 60
"""Seconds the program may take."""


class Watch:
    """What differed in the starred stories before an ingest, to be held against what differs after it."""

    def __init__(self, store: Store, command: Sequence[str]) -> None:
        self._command = command
        self._before = _differing(store) if command else {}

    def tell(self, store: Store) -> None:
        """Run the program, once and without a shell, with the ids of stories with a new difference as JSON on stdin.

        A story that was not starred before has none. That the program cannot be run or fails is one line; the articles
        are stored all the same.
        """
        if not self._command:
            return
        before: dict[int, Counter[str]] = {}
        for story_id, keys in self._before.items():
            now_in = store.resolve(story_id) or story_id  # a merge is no new difference
            before.setdefault(now_in, Counter()).update(keys)
        now = _differing(store)
        told = [number for number, keys in now.items() if number in before and Counter(keys) - before[number]]
        if told:
            _run(self._command, json.dumps(sorted(told), indent=None))


def _differing(store: Store) -> dict[int, tuple[str, ...]]:
    """Return what differs in each starred story, worked out where that is open."""
    by_these_rules(store)  # or an update of digest would bring differences of its own
    starred = [story.id for story in store.stories(starred=True, limit=None)]
    known = store.differences.of(starred)
    missing = store.differences.open(number for number in starred if number not in known)
    if missing:
        from ..desk.differing import work_out  # it compares: most runs of a day change no starred story

        known |= work_out(store, missing)
    return known


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
