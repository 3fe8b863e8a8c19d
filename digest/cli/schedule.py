"""`digest schedule`: let cron or systemd run the ingest, shown before anything is written."""

import sys

import click

from ..config.places import config_path
from . import crontab, systemd
from .groups import Nearest
from .session import Session, interactive, out, talk
from .timed import EVERY, Job

_SYSTEMD = click.option("--systemd", "timer", is_flag=True, help="A systemd user timer instead of a crontab line.")
_YES = click.option("--yes", is_flag=True, help="Do not ask first.")


@click.group("schedule", cls=Nearest)
def schedule_command() -> None:
    """Let cron, or a systemd user timer, run `digest ingest --quiet` every half hour.

    What is to be written is shown first; nothing else in the crontab is touched. The absolute
    paths of the program, the database and the configuration file are part of it, because cron
    knows no more of you than your name.

    \b
    Examples:
      digest schedule show
      digest schedule install --every 1h
      digest schedule install --systemd
      digest schedule remove
    """


@schedule_command.command("show")
@_SYSTEMD
@click.pass_obj
def show_schedule(session: Session, timer: bool) -> None:
    """Show what is installed for this database, or what would be."""
    job = _job(session)
    found = systemd.installed(job) if timer else crontab.installed(job)
    if found:
        out(found)
        return
    talk("Nothing is installed for this database. `digest schedule install` would write:")
    out(systemd.text(job) if timer else crontab.line(job))


@schedule_command.command("install")
@click.option(
    "--every", type=click.Choice(list(EVERY)), default="30m", show_default=True, help="How often feeds are asked."
)
@_SYSTEMD
@_YES
@click.pass_obj
def install_schedule(session: Session, every: str, timer: bool, yes: bool) -> None:
    """Show what is to be written, ask, and write it; one for the same database is replaced."""
    job = _job(session, every)
    if timer:
        _agree("To be written:", systemd.text(job), yes)
        out(systemd.install(job))
    else:
        before = crontab.read()
        _agree(f"This line comes into your crontab{_replacing(job, before)}:", crontab.line(job), yes)
        crontab.write(crontab.with_job(before, job))
        talk("Installed. `digest schedule remove` takes it out again.")


@schedule_command.command("remove")
@_SYSTEMD
@_YES
@click.pass_obj
def remove_schedule(session: Session, timer: bool, yes: bool) -> None:
    """Take out what was installed for this database; everything else stays."""
    job = _job(session)
    found = systemd.installed(job) if timer else crontab.installed(job)
    if not found:
        talk("Nothing is installed for this database.")
        return
    _agree("To be removed:", found, yes)
    if timer:
        systemd.remove(job)
    else:
        crontab.write(crontab.without_job(crontab.read(), job))
    talk("Removed.")


def _job(session: Session, every: str = "30m") -> Job:
    """Return the job for this session's database and configuration."""
    path, named = config_path()
    config = session.config_file or (path if named else None)
    session.config()  # a file that cannot be used is said now, not by mail every half hour
    return Job.of(session.database, config, every)


def _replacing(job: Job, before: str) -> str:
    return ", in the place of the one there" if crontab.has(before, job) else ""


def _agree(what: str, text: str, yes: bool) -> None:
    """Show what is to be done and go on only if that is wanted."""
    talk(what)
    out(text)
    sys.stdout.flush()
    if yes:
        return
    if not interactive():
        raise click.UsageError("nobody is here to ask; look at it, then say --yes")
    if not click.confirm("Go on?", err=True):
        raise click.exceptions.Exit(0)
