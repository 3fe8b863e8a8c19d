"""What ingest is to cost beside its peers: each run's figures, and their ratios against the goals as a table."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One run of one peer, or several of its runs together."""

    peer: str
    step: str
    repeat: int
    wall: float
    cpu: float
    rss: float = 0.0
    code: int = 0
    entries: int = 0
    requests: int = 0
    megabytes: float = 0.0
    load: float = 0.0
    latency: str = "0"
    """Milliseconds before the farm answers."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The most that a step of ours may take as a part of theirs; None where only the other counts."""

    what: str
    step: str
    ours: str
    theirs: str
    cpu: float | None = None
    wall: float | None = None
    latency: str = "0"
    ours_too: str = ""
    """A later step of ours that is added to it."""


NEWSBOAT, READER = "newsboat-t20", "reader-w20"
GOALS = (
    Goal("cold, stored and indexed", "cold", "digest", NEWSBOAT, 2.0, 1.0),
    Goal("cold, and grouped by the next run", "cold", "digest", NEWSBOAT, ours_too="prime"),
    Goal("unchanged (304)", "warm", "digest", NEWSBOAT, 0.4, 0.4),
    Goal("unchanged (304)", "warm", "digest", READER, 0.6, 0.6),
    Goal("one new entry a feed, with stories", "one-new", "digest", NEWSBOAT, 0.5),
    Goal("the same with pages", "one-new", "digest-pages", NEWSBOAT, 1.2),
    Goal("cold, stored and indexed", "cold", "digest", NEWSBOAT, wall=1.0, latency="100"),
    Goal("unchanged (304)", "warm", "digest", NEWSBOAT, wall=0.4, latency="100"),
    Goal("one new entry a feed, with stories", "one-new", "digest", NEWSBOAT, wall=0.4, latency="100"),
)


def table(figures: Sequence[Figure]) -> str:
    """Return the ratios against the goals, as Markdown: medians over the repeats, with the span of the repeats."""
    lines = ["| what | ms latency | beside | CPU (span) | goal | wall (span) | goal | n |", "|" + "---|" * 8]
    for goal in GOALS:
        pairs = _pairs(figures, goal)
        if pairs:
            spent = _span([ours.cpu / theirs.cpu for ours, theirs in pairs])
            passed = _span([ours.wall / theirs.wall for ours, theirs in pairs])
            head = f"| {goal.what} | {goal.latency} | {goal.theirs} | {spent} | {_most(goal.cpu)} | {passed} "
            lines.append(f"{head}| {_most(goal.wall)} | {len(pairs)} |")
    return "\n".join(lines)


def _pairs(figures: Sequence[Figure], goal: Goal) -> list[tuple[Figure, Figure]]:
    """Return our runs and theirs of the same repeat that both ended well."""
    well = {
        (figure.peer, figure.step, figure.repeat): figure
        for figure in figures
        if figure.latency == goal.latency and not figure.code
    }
    pairs = []
    for repeat in sorted({figure.repeat for figure in figures}):
        steps = [goal.step, goal.ours_too] if goal.ours_too else [goal.step]
        ours = [well.get((goal.ours, step, repeat)) for step in steps]
        theirs = well.get((goal.theirs, goal.step, repeat))
        ran = [figure for figure in ours if figure]
        if theirs and len(ran) == len(steps):
            together = Figure(goal.ours, goal.step, repeat, sum(f.wall for f in ran), sum(f.cpu for f in ran))
            pairs.append((together, theirs))
    return pairs


def _span(ratios: Sequence[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def _most(goal: float | None) -> str:
    return f"<= {goal}" if goal is not None else ""
