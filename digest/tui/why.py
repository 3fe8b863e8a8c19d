"""The evidence behind a mark or a story, as lines for a window."""

from collections.abc import Sequence

from textual.content import Content

from ..export.phrases import days_apart
from ..export.reasons import reason
from ..model import Article, Comparison, Decision, Row
from ..text.noise import NoiseKind, noise
from .glyphs import Glyphs
from .highlight import QUIET, flat, words_style
from .lines import count, fit, joined, one_line, origins, wrap
from .window import Page

AROUND = 160
"""The most characters shown on each side of a fact."""


def row_reasons(row: Row, comparison: Comparison, glyphs: Glyphs, *, colour: bool) -> Page:
    """Return what stands behind a row: its words, the reason, the origins, each source's sentence."""

    def page(width: int) -> list[list[Content]]:
        style = words_style(row.state, colour=colour)
        first = [
            *wrap(
                Content.assemble(
                    (glyphs.mark(row.state) + " ", style), one_line(glyphs.words(row.words)).stylize(style)
                ),
                width,
            ),
            *wrap(
                Content.assemble(("beside each other because: ", QUIET), one_line(row.why or "one source only")), width
            ),
            *(wrap(one_line(f"corrected by hand: {row.corrected}").stylize("$accent"), width) if row.corrected else ()),
            *wrap(Content.styled(f"{count(len(row.present), 'outlet')}, {origins(row.origins)}", QUIET), width),
            Content(""),
        ]
        return [first, *(_behind(row, comparison, i, width, style) for i in row.present)]

    return page


def _behind(row: Row, comparison: Comparison, number: int, width: int, style: str) -> list[Content]:
    source = comparison.sources[number]
    lines = [one_line(source.outlet).stylize("bold")]
    for fact in row.cells[number]:
        if isinstance(fact, str):
            continue
        start, end = around(source.text, fact.start, fact.end)
        words = Content(flat(source.text[start:end]))
        lines.extend(wrap(words.stylize(f"bold {style}", fact.start - start, fact.end - start), width))
    return [*lines, Content("")]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of what is shown around a fact: its paragraph, or whole words of it on either side."""
    first = max(text.rfind("\n", 0, start) + 1, 0)
    datelines = [part.end for part in noise(text) if part.kind is NoiseKind.DATELINE and part.start >= first]
    first = max([first, *(end for end in datelines if end <= start)])
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > AROUND:
        first = text.find(" ", start - AROUND, start) + 1 or start
    if last - end > AROUND:
        last = max(text.rfind(" ", end, end + AROUND), end)
    return first, last


def story_reasons(decisions: Sequence[Decision], articles: Sequence[Article], glyphs: Glyphs) -> Page:
    """Return why each article is in its story: the step that brought it, its score and its terms."""
    by_id = {article.id: article for article in articles}

    def page(width: int) -> list[list[Content]]:
        parts = [
            _step(decision, by_id.get(decision.article_id), days_apart(decision, articles), width, glyphs)
            for decision in decisions
        ]
        return parts or [wrap(Content("No step of the grouping is on record."), width)]

    return page


_WORDS = {"new": "opened the story", "join": "joined", "merge": "brought another story in"}


def _evidence(decision: Decision, days: float | None) -> list[Content | str]:
    if decision.by_hand:
        return [reason(decision, days)]
    evidence: list[Content | str] = [_WORDS.get(decision.what, decision.what)]
    if decision.score:
        evidence.append(f"{decision.score:.2f} alike")
    if decision.what != "new" and days is None:
        evidence.append("no date given")
    elif days:
        evidence.append(f"{days:.1f} days apart")
    return evidence


def _step(decision: Decision, article: Article | None, days: float | None, width: int, glyphs: Glyphs) -> list[Content]:
    outlet = article.outlet if article else f"article {decision.article_id}"
    evidence = joined(_evidence(decision, days), glyphs)
    lines = [fit(Content.assemble(one_line(outlet).stylize("bold"), "  ", evidence), width, glyphs)]
    if article:
        lines.extend(wrap(one_line(article.title), width))
    if decision.terms:
        lines.extend(
            wrap(Content.assemble(("shared: ", QUIET), one_line(", ".join(decision.terms)).stylize(QUIET)), width)
        )
    return [*lines, Content("")]
