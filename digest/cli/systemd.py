"""A systemd user timer for the ingest: two files, and the word to systemd that they are there."""

import os
import shutil
import subprocess
from pathlib import Path

from ..errors import ConfigError
from .timed import Job


def text(job: Job) -> str:
    """Return both files as they are written, each under its name."""
    return "\n".join(f"# {path}\n{body}" for path, body in _files(job).items()).rstrip("\n")


def installed(job: Job) -> str:
    """Return the job's files as they are, empty if there are none."""
    found = [f"# {path}\n{path.read_text(encoding='utf-8')}" for path in _files(job) if path.is_file()]
    return "\n".join(found).rstrip("\n")


def install(job: Job) -> str:
    """Write the files, start the timer and return what was done; ConfigError names what is left to do by hand."""
    timer = _name(job) + ".timer"
    for path, body in _files(job).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        except OSError as error:
            raise ConfigError(f"{path}: cannot be written: {error.strerror or error}") from error
    _call("daemon-reload", after="the files are written")
    _call("enable", "--now", timer, after="the files are written")
    return f"Installed {timer}. `loginctl enable-linger` lets it run while you are logged out."


def remove(job: Job) -> None:
    """Stop the timer and take the files away, even where systemd does not answer."""
    try:
        _call("disable", "--now", _name(job) + ".timer", after="the files are removed all the same")
    finally:
        for path in _files(job):
            path.unlink(missing_ok=True)
    _call("daemon-reload", after="the files are removed")


def _files(job: Job) -> dict[Path, str]:
    name = _name(job)
    home = os.environ.get("XDG_CONFIG_HOME")
    folder = (Path(home) if home else Path.home() / ".config") / "systemd" / "user"
    command = " ".join(_quoted(part) for part in job.command)
    service = f"""[Unit]
Description=Take in the news with digest

[Service]
Type=oneshot
ExecStart={command}
"""
    timer = f"""[Unit]
Description=Take in the news with digest

[Timer]
OnCalendar={_calendar(job)}
RandomizedDelaySec=60
Persistent=true

[Install]
WantedBy=timers.target
"""
    return {folder / f"{name}.service": service, folder / f"{name}.timer": timer}


def _calendar(job: Job) -> str:
    if job.minutes < 60:
        return f"*:{job.minute % job.minutes:02}/{job.minutes}"
    hours = job.minutes // 60
    return f"{int(job.mark, 16) % 24 if hours == 24 else f'0/{hours}'}:{job.minute:02}"


def _name(job: Job) -> str:
    return f"digest-ingest-{job.mark}"


def _quoted(part: str) -> str:
    """Return a part of a command as systemd reads it back."""
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if any(c in part for c in " \"'\\;") or not part else escaped


def _call(*words: str, after: str) -> None:
    program = shutil.which("systemctl")
    line = f"systemctl --user {' '.join(words)}"
    if program is None:
        raise ConfigError(f"there is no `systemctl` here; {after}")
    done = subprocess.run([program, "--user", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        said = " ".join(done.stderr.split()) or f"ended with {done.returncode}"
        raise ConfigError(f"`{line}`: {said}; {after}")
