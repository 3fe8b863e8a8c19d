"""How much memory child processes really hold, watched by their parent: for systems that keep to no limit."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import threading
from collections.abc import Iterable
from multiprocessing.queues import SimpleQueue
from pathlib import Path

_INTERVAL = 0.25
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Watch:
    """Kills every child that holds more than `memory` bytes; each puts its process id in `children` as it starts."""

    def __init__(self, children: "SimpleQueue[int]", memory: int) -> None:
        self.killed: set[int] = set()
        """Who had to go for it."""
        self._children = children
        self._memory = memory
        self._known: set[int] = set()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="memory watch", daemon=True)

    def start(self) -> None:
        """Begin to look, four times a second."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_INTERVAL):
            while not self._children.empty():
                self._known.add(self._children.get())
            # Only our own children, not yet waited for: their ids cannot have passed to another program.
            self._known &= {child.pid for child in multiprocessing.active_children() if child.pid is not None}
            for pid, held in resident(self._known):
                if held > self._memory:
                    self.killed.add(pid)
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)


def resident(pids: Iterable[int]) -> list[tuple[int, int]]:
    """Return for each process that is still there the bytes of memory it holds."""
    wanted = sorted(pids)
    if not wanted:
        return []
    if Path("/proc/self/statm").exists():
        return [(pid, held) for pid in wanted if (held := _from_proc(pid))]
    asked = ["ps", "-o", "pid=,rss=", "-p", ",".join(map(str, wanted))]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    rows = [line.split() for line in said.splitlines()]
    return [(int(row[0]), int(row[1]) * 1024) for row in rows if len(row) == 2]


def _from_proc(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0
