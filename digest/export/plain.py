"""A comparison as plain lines: for pipes, screen readers and narrow terminals."""

from collections.abc import Iterator

from ..model import Cell, Comparison, Row, Source, State
from . import phrases
from .groups import Group, groups
from .look import Look, fit
from .marks import CELL_MARKS, MARKS
from .snippet import snippet

FAMILIES = {"differ": "DIFFERS", "agree": "AGREE", "only": "ONLY IN ONE", "unknown": "CANNOT TELL"}
"""The sections in the order they are told."""
KEY = 3
"""Below this importance agreement and single reports are left to the full list."""
OF_NOTE = 2
NEVER = 4


def comparison_lines(comparison: Comparison, title: str, look: Look, everything: bool = False) -> Iterator[str]:
    """Yield the comparison line by line, each fact under its source's name."""
    yield from head(comparison, title, look)
    yield ""
    for number, source in enumerate(comparison.sources, start=1):
        yield fit(f"[{number}] {look.words(source.outlet)}: {look.words(source.title)}", look.width, look.ellipsis)
        yield from look.joined(about(source, look), "    ")
    for family, name in FAMILIES.items():
        found = groups(comparison, shown(comparison, family, everything))
        if found:
            yield from ("", look.bold(name))
        for group in found:
            yield from _group(comparison, group, look)
    yield from rest(comparison, look, everything)


def head(comparison: Comparison, title: str, look: Look) -> Iterator[str]:
    """Yield the title and the counts."""
    outlets = len(comparison.sources) + sum(len(source.also) for source in comparison.sources)
    words = {"agree": "agree", "differ": "differ", "only": "only in one", "unknown": "cannot tell"}
    counts = [f"{n} {word}" for family, word in words.items() if (n := comparison.count(family))]
    yield from map(look.bold, look.paragraph(title))
    yield from look.joined([phrases.coverage(outlets, comparison.origins), *counts])


def about(source: Source, look: Look) -> list[str]:
    """Return what is to be known of a source: its time, whom it credits, what we do not hold."""
    when = phrases.published(source.published) if source.published else "no date"
    parts = [when + ("?" if source.published and source.published_inferred else "")]
    if source.agency:
        parts.append(f"credits {look.words(source.agency)}")
    if source.excerpt:
        parts.append("summary only")
    if source.cut:
        parts.append(phrases.first_part(source))
    if edited := phrases.edited(source.revision, source.silent):
        parts.append(f"{edited} since first seen")
    if source.also:
        parts.append("also carried by " + ", ".join(map(look.words, source.also)))
    return parts


def shown(comparison: Comparison, family: str, everything: bool) -> list[Row]:
    """Return the rows of a family to show: all if everything is asked for, else the differences of note and key facts.

    What cannot be told is only counted, in one line at the end, unless everything is asked for. Where that would leave
    nothing, as between summaries, all is shown.
    """
    rows = [row for row in comparison.rows if row.state.family == family]
    if everything or not any(map(_tells, comparison.rows)):
        return rows
    return [row for row in rows if _tells(row)]


def _tells(row: Row) -> bool:
    """Return whether a row is shown without being asked for."""
    return row.importance >= {"differ": OF_NOTE, "unknown": NEVER}.get(row.state.family, KEY)


def rest(comparison: Comparison, look: Look, everything: bool) -> Iterator[str]:
    """Yield closing lines that say how many facts were left out: those of note are the ones the head counts."""
    told = {id(row) for family in FAMILIES for row in shown(comparison, family, everything)}
    left_out = [row for row in comparison.rows if id(row) not in told]
    unknown = [row for row in left_out if row.state.family == "unknown"]
    of_note = sum(row.importance >= OF_NOTE for row in left_out if row.state.family != "unknown")
    lesser = len(left_out) - len(unknown) - of_note
    lines = []
    if of_note or lesser:
        parts = [phrases.count(of_note, "fact") + " of note"] if of_note else []
        parts += [phrases.count(lesser, "lesser fact")] if lesser else []
        lines.append(f"{' and '.join(parts)} left out: --all shows them.")
    if unknown:
        lines.append(f"{phrases.count(len(unknown), 'fact')} that may stand elsewhere too: --all shows them.")
    if lines:
        yield ""
    for line in lines:
        yield from map(look.dim, look.paragraph(line))
    if not comparison.rows:
        yield from ("", "No facts to compare were found.")


def words_of(group: Group, look: Look) -> Iterator[tuple[State, str]]:
    """Yield the states of a group in words, like with like, with the origins where they are fewer than the outlets."""
    told: dict[tuple[State, str, str], list[str]] = {}
    for row in group.rows:
        name, colon, values = look.words(row.words).partition(": ")
        few = len(row.present) > 1 and (row.origins.count < len(row.present) or not row.origins.certain)
        behind = f" ({phrases.coverage(len(row.present), row.origins)})" if few and row.origins.count else ""
        told.setdefault((row.state, name + colon, behind), []).append(values)
    for (state, name, behind), listed in told.items():
        yield state, name + "; ".join(dict.fromkeys(listed)) + behind


def _group(comparison: Comparison, group: Group, look: Look) -> Iterator[str]:
    for state, words in words_of(group, look):
        sign = look.marked(state)
        for line in look.wrap(((words, False),), look.width - 3):
            yield f"{sign} {look.state(''.join(part for part, _ in line), state)}"
            sign = " " * len(look.sign(MARKS[state]))
    for index, cell in enumerate(group.cells):
        name = f"    [{index + 1}] "
        if not isinstance(cell, Cell):
            pieces = snippet(comparison.sources[index].text, cell, width=max(160, look.width * 2))
            for line in look.wrap(pieces, look.width - len(name)):
                yield name + look.draw(line)
                name = " " * len(name)
        else:
            mark = CELL_MARKS[cell]
            yield name + look.dim(f"{mark.sign(look.ascii)} {mark.word}")
