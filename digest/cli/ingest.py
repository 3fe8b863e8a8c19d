"""`digest ingest`: feeds in, one line of summary out; made for cron as much as for a terminal."""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING

import click

from ..config.settings import Config
from ..export import json, phrases
from ..model import Feed, Outcome, OutcomeStatus
from ..text import clean_line
from .lock import only_one
from .session import Session, talk
from .watch import Watch

if TYPE_CHECKING:
    from ..ingest.wanted import Carried

_PAUSED = "All feeds are paused; `digest feeds resume` lets them be asked again."


@click.command("ingest")
@click.option("--force", is_flag=True, help="Ask feeds again that asked to be left alone for a while.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something failed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a feed on stdout, as each ends.")
@click.pass_context
def ingest_command(ctx: click.Context, force: bool, quiet: bool, as_json: bool) -> int:
    """Take in what the feeds have that is new, and group it into stories.

    A feed that fails never stops the others; why it failed is said on stderr and kept for
    `digest feeds`. A second run at the same time says so and ends at once, with 0. The feeds
    of the configuration file are subscribed to first; see `digest config --help`.

    \b
    Exit codes: 0 all well · 1 some feeds failed, the rest is stored
                2 configuration · 3 storage

    \b
    From cron, every half hour:
      */30 * * * *  digest ingest --quiet
    """
    session: Session = ctx.obj
    config = session.config()
    before = signal.signal(signal.SIGTERM, _end)
    try:
        with only_one(session.database) as mine:
            if not mine:
                talk("digest: another ingest is in progress; this one has nothing to do")
                return 0
            return _ingest(session, config, force, quiet, as_json)
    finally:
        signal.signal(signal.SIGTERM, before)


def _ingest(session: Session, config: Config, force: bool, quiet: bool, as_json: bool) -> int:
    from ..ingest.feeds import Network, ingest
    from ..ingest.wanted import carry_over, to_ask

    outcomes: list[Outcome] = []
    limits = config.ingest
    network = Network(contact=limits.contact, deadline=limits.timeout, workers=limits.workers)
    with session.store() as store:
        carried = carry_over(store, config)
        feeds = to_ask(store, config)
        watch = Watch(store, config.on_new_difference)
        running = ingest(store, feeds, now=datetime.now(UTC), force=force, network=network)
        for outcome in _watched(running, feeds, silent=quiet or as_json):
            outcomes.append(outcome)
            if as_json:
                print(json.dumps(json.outcome(outcome), indent=None), flush=True)
            if outcome.status is OutcomeStatus.FAILED:
                talk(f"digest: {clean_line(outcome.url)}: {clean_line(outcome.error)}")
        paused = sum(feed.paused for feed in store.feeds())
        watch.tell(store)
    failed = any(outcome.status is OutcomeStatus.FAILED for outcome in outcomes)
    if not quiet or failed:
        for said in _carried(carried):
            talk(said)
        talk(_PAUSED if paused and not outcomes else summary(outcomes))
    return 1 if failed else 0


def _carried(carried: "Carried") -> Iterator[str]:
    """Yield what the configuration file changed."""
    for what, urls in (("subscribed to", carried.added), ("resumed", carried.resumed), ("paused", carried.paused)):
        if urls:
            yield f"By the configuration {what}: {' '.join(urls)}"


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return one line: how many feeds, what they brought, how many had nothing or failed."""
    if not outcomes:
        return "No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`."
    new, changed = sum(outcome.new for outcome in outcomes), sum(outcome.changed for outcome in outcomes)
    parts = [f"{phrases.count(len(outcomes), 'feed')}: {phrases.count(new, 'new article')}"]
    parts += [f"{changed} edited"] if changed else []
    for status in (OutcomeStatus.UNCHANGED, OutcomeStatus.FAILED):
        number = sum(outcome.status is status for outcome in outcomes)
        parts += [f"{number} {status.value}"] if number else []
    return ", ".join(parts)


def _watched(outcomes: Iterable[Outcome], feeds: Sequence[Feed], silent: bool) -> Iterator[Outcome]:
    """Pass the outcomes on, with a progress bar on stderr if that is a terminal."""
    if silent or not feeds or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Taking in", total=len(feeds))
        for outcome in outcomes:
            yield outcome
            progress.advance(task)


def _end(number: int, frame: FrameType | None) -> None:
    """End on SIGTERM as on ctrl+c: what is being stored is finished or taken back."""
    raise KeyboardInterrupt
