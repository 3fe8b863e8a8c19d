"""What stands above a comparison: the title with its counts, and a head for each source."""

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from ..analysis.picking import Elsewhere
from ..export.phrases import first_part
from ..model import Comparison, Row, Source
from .compare_sheet import Layout
from .comparing import Compared
from .glyphs import Glyphs
from .highlight import LINE, QUIET, flat, words_style
from .lines import count, fit, joined, moment, one_line, origins, spread

LETTERS = "ABCDEFGHIJ"
ONE_LINE_FROM = 120


def title_lines(compared: Compared, width: int, glyphs: Glyphs) -> Content:
    """Return the story's title and the counts of states: in one line where there is room, else in two."""
    name, window = one_line(compared.story.title).stylize("bold"), compared.window
    outlets = f"{window.shown} of {window.all} outlets" if window.all > window.shown else ""
    beyond = differ_line(compared.elsewhere)
    for said in (beyond, f"{compared.elsewhere.facts} more: ]" if beyond else ""):
        further = Content.styled(f"{glyphs.differ} {said}", "$fact-differ") if said else ""
        counts = joined((*count_parts(compared.comparison), further, outlets), glyphs)
        if counts.cell_length + 2 <= width:
            break
    if name.cell_length + counts.cell_length + 8 <= width and width >= ONE_LINE_FROM:
        return " " + spread(name, counts + " ", width - 1, glyphs)
    return Content("\n").join([" " + fit(name, width - 2, glyphs), " " + fit(counts, width - 2, glyphs)])


def differ_line(elsewhere: Elsewhere) -> str:
    """Return "1 differs with Northern Wire: ]": what differs, and the key that leads to it; "" if nothing does."""
    if not elsewhere.facts:
        return ""
    differ = "1 differs" if elsewhere.facts == 1 else f"{elsewhere.facts} differ"
    return f"{differ} with {' and '.join(map(flat, elsewhere.outlets))}: ]"


def count_parts(comparison: Comparison) -> list[Content]:
    """Return "20 agree", "7 differ", "27 only A", "23 only B": what there is none of is left out."""
    parts = [
        Content.styled(f"{number} {word}", style)
        for number, word, style in (
            (comparison.count("agree"), "agree", "$fact-agree"),
            (comparison.count("differ"), "differ", "$fact-differ"),
        )
        if number
    ]
    only = [(comparison.only_in(i), LETTERS[i]) for i in range(len(comparison.sources))]
    parts.extend(Content.styled(f"{number} only {letter}", "$fact-only") for number, letter in only if number)
    if unknown := comparison.count("unknown"):
        parts.append(Content.styled(f"{unknown} cannot tell", QUIET))
    return parts or [Content.styled("no facts found to compare", QUIET)]


def source_heads(sources: Sequence[Source], chosen: int, width: int, layout: Layout, now: datetime) -> Content:
    """Return for each source its letter, outlet, date and credits, in the columns below or one under the other."""
    glyphs = layout.glyphs
    gutter = glyphs.mark_width + 1
    names = [_name(source, i, i == chosen, gutter) for i, source in enumerate(sources)]
    details = [about(source, now, glyphs) for source in sources]
    if layout.stacked:
        lines = [spread(name, detail, width - 2, glyphs) for name, detail in zip(names, details, strict=True)]
        return Content("\n").join(Content(" ") + line for line in lines)
    rule = Content.styled(f" {glyphs.vertical} ", LINE)
    widths = layout.columns(width, len(sources))
    return Content("\n").join(
        Content(" ") + rule.join(fit(cell, column, glyphs) for cell, column in zip(cells, widths, strict=True))
        for cells in (names, [Content(" " * gutter) + detail for detail in details])
    )


def _name(source: Source, number: int, chosen: bool, gutter: int) -> Content:
    style = "bold underline $accent" if chosen else "bold"
    return Content.assemble((f"{LETTERS[number]:<{gutter}}", "$accent"), one_line(source.outlet).stylize(style))


def about(source: Source, now: datetime, glyphs: Glyphs) -> Content:
    """Return the date (with "?" when it is inferred), agency and state of a source's text."""
    when = "no date"
    if source.published is not None:
        when = moment(source.published, now) + ("? inferred" if source.published_inferred else "")
    parts: list[Content | str] = [when]
    if source.agency:
        parts.append(one_line(source.agency).stylize(QUIET))
    if source.excerpt:
        parts.append("excerpt only")
    if source.cut:
        parts.append(first_part(source))
    if source.revision > 1:
        parts.append(f"edited {count(source.revision - 1, 'time')}")
    if source.also:
        parts.append(one_line("same report in " + ", ".join(source.also)).stylize(QUIET))
    return joined(parts, glyphs)


def fact_line(row: Row | None, place: int, number: int, more: int, width: int, layout: Layout) -> Content:
    """Return the chosen fact in words: its mark, what it comes to, from how many origins, which of how many."""
    glyphs = layout.glyphs
    if row is None:
        words = f"{count(number, 'fact')} marked; n goes to the first" if number else "no facts marked"
        words += f"; v marks {more} lesser ones too" if more else ""
        return " " + fit(Content.styled(words, QUIET), width - 2, glyphs)
    style = words_style(row.state, colour=layout.colour)
    left = Content.assemble((glyphs.mark(row.state), style), " ", one_line(glyphs.words(row.words)).stylize(style))
    behind = f"{count(len(row.present), 'outlet')}, {origins(row.origins)}"
    if row.corrected:
        left = Content.assemble(left, "  ", (one_line(row.corrected).plain, "$accent"))
    where = f"{place + 1} of {number}" if place >= 0 else ""
    right = joined((row.kind.value, behind if len(row.present) > 1 else "", where), glyphs)
    if right.cell_length + left.cell_length + 6 > width:
        right = joined((where,), glyphs)
    return " " + spread(left, right + " ", width - 1, glyphs)
