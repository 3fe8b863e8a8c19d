"""An article as lines: its paragraphs without what is no report, its facts marked as the comparison marks them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from ..model import Article, Cell, Comparison, Fact, Provenance, Source, State
from ..text import body as text_body
from ..text.noise import Noise, NoiseKind, headline, noise, paragraphs
from .compare_sheet import row_style, strongest
from .glyphs import Glyphs
from .highlight import QUIET, highlight, state_style
from .line_view import Sheet, sheet
from .lines import count, fit, joined, moment, one_line, wrap

MEASURE = 76
_LEFT_OUT = {NoiseKind.PROMO, NoiseKind.BYLINE, NoiseKind.TIMESTAMP, NoiseKind.CAPTION}
_GIVEN = {
    Provenance.INFERRED: "? inferred",
    Provenance.TEXT: ", from the text",
    Provenance.PAGE: ", from the page",
    Provenance.FILE: ", from the file's name",
    Provenance.OPTION: ", given by hand",
}


def article_sheet(
    article: Article, comparison: Comparison | None, width: int, glyphs: Glyphs, now: datetime, *, colour: bool
) -> Sheet:
    """Return the article set in a column of at most `MEASURE`, in the middle of the width."""
    measure = max(1, min(MEASURE, width - 4))
    gutter = glyphs.mark_width + 1
    margin = Content(" " * max(1, (width - measure - gutter) // 2))
    head = [*article_head(article, measure, now, glyphs), Content("")]
    parts = [[margin + " " * gutter + line for line in head]]
    stated = tuple(_stated(article, comparison))
    left_out = noise(article.text)
    for start, end, style in _paragraphs(article.text, left_out):
        here = [found for found in stated if start <= found.fact.start < end]
        spans = [
            (part.start - start, part.end - start, QUIET) for part in left_out if start <= part.start and part.end < end
        ]
        spans.extend((found.fact.start - start, found.fact.end - start, row_style(found.row)) for found in here)
        content = highlight(article.text[start:end], spans)
        lines = wrap(content.stylize_before(style) if style else content, measure)
        state = strongest(found.state for found in here)
        sign = Content.styled(glyphs.mark(state), state_style(state, colour=colour)) if state else None
        drawn = [(sign + " " if i == 0 and sign else Content(" " * gutter)) + line for i, line in enumerate(lines)]
        drawn.extend(Content(" " * gutter) + line for line in _differing(here, measure, glyphs, colour=colour))
        parts.append([*(margin + line for line in drawn), Content("")])
    return sheet(parts)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact of the article with the row of the comparison it stands in."""

    fact: Fact
    row: int
    state: State
    words: str


def _stated(article: Article, comparison: Comparison | None) -> Iterator[_Stated]:
    """Yield the article's facts, if the comparison was made from this text of it."""
    for number, source in enumerate(comparison.sources if comparison else ()):
        if source.article_id == article.id and _is_text_of(article, source) and comparison:
            for i, row in enumerate(comparison.rows):
                cell = row.cells[number]
                if not isinstance(cell, Cell):
                    yield from (_Stated(fact, i, row.state, row.words) for fact in cell)


def _is_text_of(article: Article, source: Source) -> bool:
    return article.text.startswith(source.text) if source.cut else source.text == article.text


def article_head(article: Article, width: int, now: datetime, glyphs: Glyphs) -> Iterator[Content]:
    """Yield the title and, below it, who published it, when, from whom, and how it stands with the text."""
    yield from wrap(one_line(article.title).stylize("bold"), width)
    when = f"no date given, taken in {moment(article.fetched, now)}"
    if article.published is not None:
        when = moment(article.published, now) + _GIVEN.get(article.published_from, "")
    parts: list[Content | str] = [one_line(article.outlet), when]
    if article.agency:
        parts.append(one_line(article.agency).stylize(QUIET))
    if article.authors:
        parts.append(one_line(", ".join(article.authors)).stylize(QUIET))
    if article.revision > 1:
        parts.append(Content.styled(f"edited {count(article.revision - 1, 'time')}", "$fact-differ"))
    if article.starred:
        parts.append(Content.styled(f"{glyphs.starred} starred", "$accent"))
    yield from wrap(joined(parts, glyphs), width)
    if article.url:
        yield fit(one_line(article.url).stylize(QUIET), width, glyphs)
    if article.excerpt:
        why = f" ({article.excerpt_why})" if article.excerpt_why else ""
        yield Content("")
        held = "an excerpt" if text_body(article.text) else "the headline"
        words = f"Only {held} is held{why}: nothing can be called missing from it."
        yield from wrap(one_line(words).stylize("$fact-differ"), width)


def _paragraphs(text: str, left_out: Sequence[Noise]) -> Iterator[tuple[int, int, str]]:
    """Yield the span of each paragraph to be shown and its style: what is no report is quiet or left out."""
    whole = {(part.start, part.end): part.kind for part in left_out}
    title = headline(text)
    datelines = {part.start: part.end for part in left_out if part.kind is NoiseKind.DATELINE}
    for start, end in paragraphs(text):
        kind = whole.get((start, end))
        if kind not in _LEFT_OUT and (start, end) != title:
            yield datelines.get(start, start), end, "bold" if kind is NoiseKind.HEADING else QUIET if kind else ""


def _differing(stated: Sequence[_Stated], width: int, glyphs: Glyphs, *, colour: bool) -> Iterator[Content]:
    """Yield what others say otherwise of a paragraph's facts."""
    words = dict.fromkeys(found.words for found in stated if found.state.family == "differ")
    style = "$fact-differ" if colour else ""
    head = Content.styled(f"{glyphs.corner} ", "$line")
    body = joined([one_line(glyphs.words(word)).stylize(style) for word in words], glyphs)
    for i, line in enumerate(wrap(body, width - head.cell_length) if words else []):
        yield (head if i == 0 else Content(" " * head.cell_length)) + line
