"""`digest ingest`: feeds in, one line of summary out; made for cron as much as for a terminal."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from ..config.settings import Config
from ..export import json, phrases
from ..model import Feed, Outcome, OutcomeStatus
from ..text import clean_line
from .lock import only_one
from .session import DataLines, Session, talk
from .signals import Ending, ending_early
from .watch import Watch

if TYPE_CHECKING:
    from ..ingest.wanted import Carried
    from ..store import Store

_CHECKED = 64 * 2**20
"""Bytes of the largest database that each run reads through first, in some 30 ms, for damage."""
_PAUSED = "All feeds are paused; `digest feeds resume` lets them be asked again."


@click.command("ingest")
@click.option("--force", is_flag=True, help="Ask feeds again that asked to be left alone for a while.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something failed.")
@click.option("--no-stories", is_flag=True, help="Take in and index only; the next run without this groups the rest.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a feed on stdout, as each ends.")
@click.pass_context
def ingest_command(ctx: click.Context, force: bool, quiet: bool, no_stories: bool, as_json: bool) -> int:
    """Take in what the feeds have that is new, and group it into stories.

    A feed that fails never stops the others; why it failed is said on stderr and kept for
    `digest feeds`. A second run at the same time says so and ends at once, with 0. The feeds
    of the configuration file are subscribed to first; see `digest config --help`.

    Ctrl+c and SIGTERM end a run early: what has come is kept, and the next run goes on from
    there. That is also so when it is killed or the power fails.

    A proxy is taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY; cron and systemd do not know
    those of your shell, so they are set there once more.

    \b
    Exit codes: 0 all well · 1 some feeds failed, the rest is stored
                2 configuration · 3 storage · 130 or 143 ended early

    \b
    From cron, every half hour:
      */30 * * * *  digest ingest --quiet
    """
    session: Session = ctx.obj
    config = session.config()
    with ending_early() as ending, only_one(session.database) as holder:
        if holder:
            if not quiet:
                who = f" (process {holder})" if holder > 0 else ""
                talk(f"digest: another ingest is in progress{who}; this one has nothing to do")
            return 0
        with session.store() as store:
            store.check(most=_CHECKED)
            return _ingest(store, config, ending, force=force, quiet=quiet, stories=not no_stories, as_json=as_json)


def _ingest(
    store: "Store", config: Config, ending: Ending, *, force: bool, quiet: bool, stories: bool, as_json: bool
) -> int:
    from ..ingest.feeds import Network, ingest
    from ..ingest.wanted import carry_over, to_ask

    network = Network(limits=config.ingest)
    carried = carry_over(store, config)
    feeds = to_ask(store, config)
    watch = Watch(store, config.on_new_difference)
    data = DataLines(silent=not as_json)
    now = datetime.now(UTC)
    with closing(ingest(store, feeds, now=now, force=force, stories=stories, network=network, stop=ending)) as running:
        outcomes = [_told(outcome, data) for outcome in _watched(running, feeds, silent=quiet or as_json)]
    watch.tell(store)
    failed = any(outcome.status is OutcomeStatus.FAILED for outcome in outcomes)
    if failed or ending.asked or not quiet:
        for said in _carried(carried):
            talk(said)
        paused = not feeds and any(feed.paused for feed in store.feeds())
        talk(_PAUSED if paused else summary(outcomes, len(feeds), early=ending.asked))
    data.close()
    return ending.code or (1 if failed else 0)


def _told(outcome: Outcome, data: DataLines) -> Outcome:
    """Say how a feed ended, as it ends."""
    data.add(json.dumps(json.outcome(outcome), indent=None))
    if outcome.status is OutcomeStatus.FAILED:
        talk(f"digest: {clean_line(outcome.url)}: {clean_line(outcome.error)}")
    return outcome


def _carried(carried: "Carried") -> Iterator[str]:
    """Yield what the configuration file changed."""
    for what, urls in (("subscribed to", carried.added), ("resumed", carried.resumed), ("paused", carried.paused)):
        if urls:
            yield f"By the configuration {what}: {' '.join(urls)}"


def summary(outcomes: Sequence[Outcome], feeds: int, *, early: bool = False) -> str:
    """Return one line: how many feeds there are, what they brought, how many had nothing or failed."""
    if not feeds:
        return "No feeds yet. Subscribe with `digest add URL` or `digest import FILE.opml`."
    new, changed = sum(outcome.new for outcome in outcomes), sum(outcome.changed for outcome in outcomes)
    parts = [f"{phrases.count(feeds, 'feed')}: {phrases.count(new, 'new article')}"]
    parts += [f"{changed} edited"] if changed else []
    for status in (OutcomeStatus.UNCHANGED, OutcomeStatus.FAILED):
        number = sum(outcome.status is status for outcome in outcomes)
        parts += [f"{number} {status.value}"] if number else []
    said = ", ".join(parts)
    return f"Ended early, after {len(outcomes)} of {said}; the next run goes on." if early else said


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
