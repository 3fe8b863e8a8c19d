"""The command line: click commands, the only printer, the exit codes."""

import sys


def main() -> None:
    """Run `digest` with the arguments of this process and end with its exit code."""
    from .run import run, unexpected

    sys.excepthook = unexpected
    sys.exit(run(sys.argv[1:]))
