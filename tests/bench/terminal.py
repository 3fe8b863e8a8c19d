"""A program in a terminal of its own: keys in, what it draws out, and what that costs it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self


class Terminal:
    """Runs one program in a pseudo-terminal until the block ends; Linux only."""

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], size: tuple[int, int] = (40, 120)
    ) -> None:
        """`size` is lines by columns."""
        pid, self._fd = pty.fork()
        if pid == 0:
            os.chdir(cwd)
            known = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORTERM": "truecolor"}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.execvpe(command[0], list(command), {**os.environ, **known, **env})
        self.pid = pid
        self.seen = b""
        """What was drawn since the last key."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def cpu_s(self) -> float:
        """Return the CPU seconds of the program's own process so far."""
        return time.clock_gettime((~self.pid << 3) | 2)  # CPUCLOCK_SCHED of <linux/posix-timers_types.h>

    @property
    def peak_mib(self) -> float:
        """Return the most memory it has held."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def until(self, marker: bytes, limit_s: float = 120) -> bool:
        """Read until the marker was drawn; tell whether it was."""
        end = time.monotonic() + limit_s
        while marker not in self.seen:
            if not self._read(end - time.monotonic()):
                return False
        return True

    def settle(self, quiet_s: float = 0.5, limit_s: float = 60) -> None:
        """Read until nothing has been drawn for a while."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end and self._read(quiet_s):
            pass

    def press(self, key: str) -> float:
        """Press a key; return the CPU seconds spent until something is drawn, NaN if nothing is."""
        self.seen = b""
        before = self.cpu_s
        os.write(self._fd, key.encode())
        return self.cpu_s - before if self._read(10) else float("nan")

    def _read(self, wait_s: float) -> bool:
        if not select.select([self._fd], [], [], max(0.0, wait_s))[0]:
            return False
        try:
            self.seen += os.read(self._fd, 65536)
        except OSError:  # the program has ended
            return False
        return True
