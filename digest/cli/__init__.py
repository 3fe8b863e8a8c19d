"""The command line: click commands, the only printer, the exit codes."""

import os
import signal
import sys


def main() -> None:
    """Run `digest` with the arguments of this process and end with its exit code."""
    _without_gaps()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is something to be told, ctrl+c ends us without a word
    from .run import run, unexpected

    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.excepthook = unexpected
    sys.exit(run(sys.argv[1:]))


def _without_gaps() -> None:
    """Open what cron or a shell has closed (`>&-`), so that no socket and no file of ours gets an output's number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "r" if number == 0 else "w", closefd=False))  # noqa: SIM115 - for good
