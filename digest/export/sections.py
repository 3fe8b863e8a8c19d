"""The parts of one story in markdown: what is agreed, what differs, who alone has it, quotes, timeline, sources."""

from collections.abc import Iterable, Iterator

from ..model import Cell, Comparison, Fact, FactKind, Grain, Moment, Quantity, Quote, Row, Source, State
from . import phrases
from .escape import fragment, inline, strong
from .groups import Group, groups
from .snippet import Pieces, sentence_of, snippet

MOST_AGREED = 8
MOST_ONLY = 6
MOST_QUOTES = 8
MOST_DATES = 8
KEY = 3
"""The importance of what a digest tells; the full list is `digest compare`."""


def sections(comparison: Comparison, everything: bool = False) -> Iterator[str]:
    """Yield the story's lines of markdown, each fact with its sources; `everything` lifts the limits."""
    yield from _agreed(comparison, everything)
    yield from _differs(comparison)
    for index, source in enumerate(comparison.sources):
        yield from _only(comparison, index, source, everything)
    yield from _quotes(comparison, everything)
    yield from _timeline(comparison, everything)


def references(indexes: Iterable[int]) -> str:
    """Return "[1][3]" for the indexes 0 and 2."""
    return "".join(f"[{index + 1}]" for index in indexes)


def pieces_markdown(pieces: Pieces) -> str:
    """Return a snippet escaped, its facts in bold."""
    shown = []
    for i, (words, mark) in enumerate(pieces):
        before = pieces[i - 1][0] if i else ""
        after = pieces[i + 1][0] if i + 1 < len(pieces) else ""
        shown.append(strong(before, words, after) if mark else fragment(words))
    return "".join(shown).strip()


def _agreed(comparison: Comparison, everything: bool) -> Iterator[str]:
    rows = [row for row in comparison.rows if row.state.family == "agree" and not _told_elsewhere(row)]
    together: dict[object, list[Row]] = {}
    for row in _key(rows, everything):
        together.setdefault(_place(comparison, row), []).append(row)
    lines = [f"- {_agreement(comparison, same)}" for same in together.values()]
    yield from _section("Agreed", lines if everything else lines[:MOST_AGREED])


def _place(comparison: Comparison, row: Row) -> tuple[int, tuple[int, int], bool]:
    """Return what is shown for a row: the first source's sentence, or its own words where more than it is disputed."""
    index, fact = row.present[0], _first_fact(row)
    start, end = sentence_of(comparison.sources[index].text, fact)
    if any(start < other.end and other.start < end for other in _disputed(comparison, row)):
        return index, (fact.start, fact.end), True
    return index, (start, end), False


def _disputed(comparison: Comparison, agreed: Row) -> Iterator[Fact]:
    """Yield the facts of a row's first source that not all who agree on the row are known to tell the same way."""
    index, *others = agreed.present
    for row in comparison.rows:
        stated = dict(row.stated)
        if row.state.family != "differ" or row.kind is FactKind.LABEL or index not in stated:
            continue
        if any(k not in stated or not _same_answer(stated[k], stated[index]) for k in others):
            yield stated[index]


def _same_answer(one: Fact, other: Fact) -> bool:
    match one.value, other.value:
        case Quantity() as a, Quantity() as b:
            return (a.low, a.high) == (b.low, b.high)
        case Moment() as a, Moment() as b:
            return a.iso == b.iso
        case a, b:
            return a == b


def _agreement(comparison: Comparison, rows: list[Row]) -> str:
    """Return the first source's sentence with its facts, who else has them, and from how many origins.

    A sentence that also says what differs is not shown, only the words of the facts. Facts of the sentence that more
    sources have than the others are named again with theirs.
    """
    index = rows[0].present[0]
    common = set.intersection(*(set(row.present) for row in rows))
    facts = [_first_fact(row) for row in rows]
    _, _, disputed = _place(comparison, rows[0])
    pieces = ((facts[0].text, True),) if disputed else snippet(comparison.sources[index].text, facts)
    line = f"{pieces_markdown(pieces)} {references(sorted(common))}"
    exact = [row for row in rows if set(row.present) == common]
    line += _few_origins(exact)
    partial = "; ".join(dict.fromkeys(inline(row.words) for row in exact if row.state is State.PARTIAL))
    line += f" · {partial}" if partial else ""
    wider: dict[str, Row] = {}  # the same words once, with the most sources
    for row in sorted((row for row in rows if row not in exact), key=lambda row: -len(row.present)):
        wider.setdefault(inline(_first_fact(row).text), row)
    return line + "".join(f" · {words} {references(row.present)}{_few_origins([row])}" for words, row in wider.items())


def _few_origins(rows: list[Row]) -> str:
    """Say how many origins stand behind the facts where they are fewer than the outlets, or not certain."""
    if not rows:
        return ""
    fewest = min((row.origins for row in rows), key=lambda value: (value.count, value.certain))
    few = fewest.count < len(rows[0].present) or not fewest.certain
    return f" · {phrases.origins(fewest)}" if few and fewest.count else ""


def _first_fact(row: Row) -> Fact:
    return next(cell[0] for cell in row.cells if not isinstance(cell, Cell))


def _differs(comparison: Comparison) -> Iterator[str]:
    lines = []
    for group in groups(comparison, (row for row in comparison.rows if row.state.family == "differ")):
        words = "; ".join(dict.fromkeys(inline(row.words) for row in group.rows))
        lines.append(f"- {words} {references(group.present)}")
        lines += [f"  - {references([i])} {_told(comparison, group, i)}" for i in group.present]
    yield from _section("Differs", lines)


def _only(comparison: Comparison, index: int, source: Source, everything: bool) -> Iterator[str]:
    rows = [
        row
        for row in comparison.rows
        if row.state is State.ONLY and row.present == (index,) and not _told_elsewhere(row)
    ]
    found = groups(comparison, _key(rows, everything))
    lines = [f"- {_told(comparison, group, index)} {references([index])}" for group in found]
    yield from _section(f"Only in {inline(source.outlet)}", lines if everything else lines[:MOST_ONLY])


def _quotes(comparison: Comparison, everything: bool) -> Iterator[str]:
    rows = [row for row in comparison.rows if row.kind is FactKind.QUOTE and row.state.family != "differ"]
    lines = [_quote(row) for row in _key(rows, everything)]
    yield from _section("Quotes", lines if everything else lines[:MOST_QUOTES])


def _quote(row: Row) -> str:
    said: dict[str, list[int]] = {}
    for index, fact in row.stated:
        said.setdefault(inline(fact.text), []).append(index)
    # A name is worth more than a description ("spokesman"), a description more than nothing.
    quotes = [fact.value for _, fact in row.stated if isinstance(fact.value, Quote)]
    quote = min(quotes, key=lambda q: (not q.speaker[:1].isupper(), not q.speaker))
    speaker = quote.speaker or "Speaker not named"
    via = f" (via {quote.via})" if quote.via else ""
    versions = " / ".join(f"“{text}” {references(indexes)}" for text, indexes in said.items())
    return f"- {inline(speaker + via)}: {versions}"


def _timeline(comparison: Comparison, everything: bool) -> Iterator[str]:
    dated = []
    for group in groups(comparison, (row for row in comparison.rows if row.kind is FactKind.DATE)):
        for row in group.rows[:1]:
            moment = _moment(row)
            if moment is not None and row.state.family != "differ":
                dated.append((moment.iso, moment.inferred, group))
    lines = [
        f"- {fragment(iso.replace('T', ' '))}{'?' if inferred else ''}: "
        f"{_told(comparison, group, group.present[0])} {references(group.present)}{_first(comparison, group)}"
        for iso, inferred, group in sorted(dated, key=lambda entry: entry[0])
    ]
    yield from _section("Timeline", lines if everything else lines[:MOST_DATES])


def _moment(row: Row) -> Moment | None:
    """Return the row's date if it is exact enough for a timeline."""
    for cell in row.cells:
        if not isinstance(cell, Cell):
            for fact in cell:
                if isinstance(fact.value, Moment) and fact.value.grain in {Grain.DAY, Grain.MINUTE} and fact.value.iso:
                    return fact.value
    return None


def _first(comparison: Comparison, group: Group) -> str:
    """Say who had it first, where several have it and all their times are known."""
    times = [(comparison.sources[i].published, i) for i in group.present]
    known = sorted((time, i) for time, i in times if time is not None)
    if len(known) < 2 or len(known) < len(times):
        return ""
    return f" · first in {inline(comparison.sources[known[0][1]].outlet)}"


def _told(comparison: Comparison, group: Group, index: int) -> str:
    cell = group.cells[index]
    return "" if isinstance(cell, Cell) else pieces_markdown(snippet(comparison.sources[index].text, cell))


def _told_elsewhere(row: Row) -> bool:
    """Tell whether another article, the quotes or the timeline tell the row, or it is no news: what one is called."""
    if row.elsewhere:
        return True
    return row.kind in {FactKind.QUOTE, FactKind.LABEL} or (row.kind is FactKind.DATE and _moment(row) is not None)


def _key(rows: list[Row], everything: bool) -> list[Row]:
    """Return the key rows; all in order of importance if everything is asked for."""
    ordered = sorted(rows, key=lambda row: -row.importance)
    return ordered if everything else [row for row in ordered if row.importance >= KEY]


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (f"**{name}**", "", *lines, "")
