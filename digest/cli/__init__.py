"""The command line: click commands, the only printer, the exit codes."""


def main() -> None:
    """Run `digest`."""
