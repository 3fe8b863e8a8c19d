"""The user's crontab, through cron's own program; only our line in it is ever touched."""

import re
import shutil
import subprocess

from ..errors import ConfigError
from .timed import Job

_NAME = "digest-ingest"


def line(job: Job) -> str:
    """Return the job as a crontab line; the mark behind it is a comment to the shell."""
    minute, hours = job.minute, job.minutes // 60
    if job.minutes < 60:
        when = f"{','.join(str(m) for m in range(minute % job.minutes, 60, job.minutes))} * * * *"
    elif hours == 24:
        when = f"{minute} {int(job.mark, 16) % 24} * * *"
    else:
        when = f"{minute} {'*' if hours == 1 else f'*/{hours}'} * * *"
    return f"{when} {job.line()} # {_NAME} {job.mark}".replace("%", r"\%")  # cron reads a bare % as a newline


def installed(job: Job) -> str:
    """Return the job's line in the crontab, empty if there is none."""
    return next((found for found in read().split("\n") if _is_ours(found, job)), "")


def has(crontab: str, job: Job) -> bool:
    """Say whether the job has a line in this crontab."""
    return any(_is_ours(found, job) for found in crontab.split("\n"))


def with_job(crontab: str, job: Job) -> str:
    """Return the crontab with the job's line, in the place of the one before or at the end."""
    lines = crontab.split("\n")
    places = [place for place, found in enumerate(lines) if _is_ours(found, job)]
    if not places:
        return crontab + ("" if not crontab or crontab.endswith("\n") else "\n") + line(job) + "\n"
    lines[places[0]] = line(job)
    return "\n".join(found for place, found in enumerate(lines) if place not in places[1:])


def without_job(crontab: str, job: Job) -> str:
    """Return the crontab without the job's line."""
    return "\n".join(found for found in crontab.split("\n") if not _is_ours(found, job))


def read() -> str:
    """Return the user's crontab, empty if there is none."""
    done = _call("-l", b"")
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    said = done.stderr.decode(errors="replace")
    if re.search(r"no crontab", said, re.IGNORECASE):
        return ""
    raise ConfigError(f"crontab -l: {said.strip() or f'ended with {done.returncode}'}")


def write(crontab: str) -> None:
    """Give cron the whole crontab; an empty one is taken away."""
    option = "-" if crontab.strip() else "-r"
    done = _call(option, crontab.encode("utf-8", "surrogateescape"))
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise ConfigError(f"crontab: {said or f'ended with {done.returncode}'}; nothing was changed")


def _is_ours(found: str, job: Job) -> bool:
    return found.rstrip().endswith(f"# {_NAME} {job.mark}") and not found.lstrip().startswith("#")


def _call(option: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("crontab")
    if program is None:
        raise ConfigError("there is no `crontab` here; install cron, or take --systemd")
    return subprocess.run([program, option], input=given, capture_output=True, check=False)
