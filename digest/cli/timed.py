"""What is run by the clock: the command line with absolute paths, and how often."""

import hashlib
import shlex
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from ..errors import ConfigError

EVERY = {f"{minutes}m": minutes for minutes in (10, 15, 20, 30)}
EVERY |= {f"{hours}h": hours * 60 for hours in (1, 2, 3, 4, 6, 12)} | {"1d": 1440}
"""How often, in minutes: all that a crontab line can say evenly."""


@dataclass(frozen=True, slots=True)
class Job:
    """One database's ingest."""

    database: Path
    command: tuple[str, ...]
    minutes: int = 30

    @staticmethod
    def of(database: Path, config: Path | None, every: str) -> "Job":
        """Return the job with absolute paths; ConfigError if one of them cannot stand in a line."""
        absolute = database.absolute()
        command = [*program(), "--db", str(absolute)]
        command += ["--config", str(config.absolute())] if config else []
        if any(not part.isprintable() for part in command):
            raise ConfigError(f"{absolute}: a path with control characters cannot be put into a schedule")
        return Job(absolute, (*command, "ingest", "--quiet"), EVERY[every])

    @property
    def mark(self) -> str:
        """Return what tells this database's job from others."""
        return hashlib.sha256(str(self.database).encode()).hexdigest()[:8]

    @property
    def minute(self) -> int:
        """Return the minute it begins at: not on the hour, when everybody's programs ask the same servers."""
        return 1 + int(self.mark, 16) % min(self.minutes - 1, 58)

    def line(self) -> str:
        """Return the command as a shell reads it."""
        return shlex.join(self.command)


def program() -> tuple[str, ...]:
    """Return how this very digest is called: its script beside the interpreter, else the interpreter itself."""
    script = Path(sysconfig.get_path("scripts")) / "digest"
    return (str(script),) if script.is_file() else (sys.executable, "-m", "digest")
