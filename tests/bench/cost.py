"""What a command costs with everything it starts, including children that nobody waits for."""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and CPU seconds, the peak memory of the largest process, and how the command ended."""

    wall_s: float
    cpu_s: float
    rss_mib: float
    code: int


def run(
    command: Sequence[str],
    env: Mapping[str, str] | None = None,
    cwd: str | None = None,
    limit_s: float = 300,
    log: str | None = None,
) -> Cost:
    """Run a command to its end and that of all its descendants.

    Nobody waits for a fork server, so its workers' time is in nobody's figures; a process of our own between us and
    the command inherits such orphans and counts them. `wall_s` is the command's own.
    """
    between = [sys.executable, __file__, str(limit_s), log or os.devnull, *command]
    done = subprocess.run(
        between, env={**os.environ, **(env or {})}, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    return Cost(**json.loads(done.stdout))


def _measured(command: Sequence[str], limit_s: float, log: str) -> Cost:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    begun = time.perf_counter()
    with open(log, "ab") as sink:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
        deadline = threading.Timer(limit_s, child.kill)
        deadline.start()
        code = child.wait()
    wall = time.perf_counter() - begun
    deadline.cancel()
    _wait_for_orphans()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code)


def _wait_for_orphans() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_measured(sys.argv[3:], float(sys.argv[1]), sys.argv[2]))))
