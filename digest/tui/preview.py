"""What a story comes to, beside the list: title, lead, key facts with their states, articles."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content

from ..model import Article, Comparison, Fact, Reading, Row, SinceRead, Source, State, Story
from .glyphs import Glyphs
from .highlight import QUIET, state_style, words_style
from .line_view import LineView, Sheet, sheet
from .lines import count, fit, joined, moment, one_line, origins, spread, wrap

FACTS = 7
NEWS = 6
NOTHING_NEW = SinceRead(())
MEASURE = 76
"""The widest a text is set."""


class Preview(LineView):
    """Draws the story under the cursor; what is not known yet is left out."""

    can_focus = False

    def __init__(self, glyphs: Glyphs, now: datetime, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.glyphs = glyphs
        self.now = now
        self.story: Story | None = None
        self.articles: Sequence[Article] = ()
        self.comparison: Comparison | None = None
        self.since = NOTHING_NEW

    def show(
        self,
        story: Story | None,
        articles: Sequence[Article] = (),
        comparison: Comparison | None = None,
        since: SinceRead = NOTHING_NEW,
    ) -> None:
        """Draw another story, or the same one with what is known by now."""
        same = story is not None and self.story is not None and story.id == self.story.id
        self.story, self.articles, self.comparison, self.since = story, articles, comparison, since
        self.relay(keep_place=same)

    def lay_out(self, width: int) -> Sheet:
        if self.story is None:
            return Sheet()
        width = min(width - 1, MEASURE)
        parts = [
            [*wrap(one_line(self.story.title).stylize("bold"), width), *self._when(self.story, width), Content("")],
            [*wrap(one_line(self.story.lead), width), Content("")] if self.story.lead else [],
            list(news_lines(self.since, width, self.glyphs, colour=not self.app.no_color)),
            list(self._facts(width)),
            list(self._articles(width)),
        ]
        return sheet(parts)

    def _when(self, story: Story, width: int) -> list[Content]:
        if not story.outlets:
            return []
        first = moment(story.times[0], self.now) if story.times else "no date given"
        undated = story.articles - len(story.times)
        if len(story.outlets) == 1:
            return wrap(joined((first, one_line(story.outlets[0]).stylize(QUIET)), self.glyphs), width)
        if not story.times:
            who = Content.styled(f"no date given, taken in {moment(story.last_seen, self.now)}", QUIET)
        elif undated:
            who = Content.styled(f"first {first}; {undated} without a date", QUIET)
        else:
            who = Content.assemble(f"first {first} by ", one_line(story.outlets[0])).stylize(QUIET)
        many = (count(len(story.outlets), "outlet"), origins(story.origins), count(story.articles, "article"))
        return [*wrap(joined(many, self.glyphs), width), *wrap(who, width)]

    def _facts(self, width: int) -> Iterator[Content]:
        if self.comparison is None or len(self.comparison.sources) < 2:
            return
        order = ("differ", "agree", State.SAME_TEXT, "only")
        found = [row for row in self.comparison.rows if row.state is not State.UNKNOWN and row.importance > 1]
        rows = sorted(found, key=lambda row: order.index(_group(row)))[:FACTS]
        if not rows:
            return
        yield heading("Key facts", width, self.glyphs)
        for row in rows:
            yield from fact_lines(row, self.comparison.sources, width, self.glyphs, colour=not self.app.no_color)
        yield Content("")

    def _articles(self, width: int) -> Iterator[Content]:
        if not self.articles:
            return
        yield heading("Articles", width, self.glyphs)
        for article in self.articles:
            unread = article.reading is Reading.UNREAD
            mark = Content.styled(self.glyphs.unread, "$accent") if unread else Content(" ")
            left = Content.assemble(mark, " ", one_line(article.outlet).stylize("bold" if unread else ""))
            when = added(self.since, article) or (moment(article.when, self.now) if article.published else "no date")
            right = Content.styled(("excerpt  " if article.excerpt else "") + when, QUIET)
            yield spread(left, right, width, self.glyphs)
            yield fit(Content.assemble("  ", one_line(article.title).stylize(QUIET)), width, self.glyphs)


def added(since: SinceRead, article: Article) -> str:
    """Return what a covered article adds to what was read: "adds 2 facts, 1 differs"; "" for any other."""
    news = next((one for one in since.news if one.version.article_id == article.id), None)
    if news is None or not since.read or article.reading is not Reading.UNREAD:
        return ""
    differ = f", {count(len(news.changed), 'differs', 'differ')}" if news.changed else ""
    return f"adds {count(len(news.new), 'fact')}{differ}" if news.new or news.changed else "adds nothing of note"


def news_lines(since: SinceRead, width: int, glyphs: Glyphs, *, colour: bool) -> Iterator[Content]:
    """Yield what came since the reader last read the story: changed values, new facts, what was withdrawn."""
    if not since.read or not any(news.new or news.changed or news.withdrawn for news in since.news):
        return
    yield heading("New since you last read", width, glyphs)
    told = [
        *((State.DIFFER_VALUE, one.now, f"before: {one.before[0].fact.text}") for n in since.news for one in n.changed),
        *((State.ONLY, one, "") for n in since.news for one in n.new),
        *((State.UNKNOWN, one, "no longer stated") for n in since.news for one in n.withdrawn),
    ]
    for state, one, more in told[:NEWS]:
        style = state_style(state, colour=colour)
        words = joined((one_line(one.fact.text), one_line(one.source.outlet).stylize(QUIET), more), glyphs)
        yield fit(Content.assemble((glyphs.mark(state) + " ", style), words), width, glyphs)
    if len(told) > NEWS:
        yield Content.styled(f"  and {len(told) - NEWS} more", QUIET)
    yield Content("")


def _group(row: Row) -> str:
    return State.SAME_TEXT if row.state is State.SAME_TEXT else row.state.family


def heading(words: str, width: int, glyphs: Glyphs) -> Content:
    """Return the heading of a part, with a thin line to its right."""
    title = Content.styled(words.upper() + " ", QUIET)
    return title + Content.styled(glyphs.horizontal * max(0, width - title.cell_length), "$line")


def fact_lines(row: Row, sources: Sequence[Source], width: int, glyphs: Glyphs, *, colour: bool) -> Iterator[Content]:
    """Yield a fact's mark and words, and in a quiet line below who stands behind it."""
    style, words = state_style(row.state, colour=colour), words_style(row.state, colour=colour)
    indent = glyphs.mark_width + 1
    for i, line in enumerate(wrap(one_line(glyphs.words(row.words)), width - indent)):
        yield Content.assemble((glyphs.mark(row.state) + " ", style) if i == 0 else " " * indent, line.stylize(words))
    outlets = [one_line(sources[i].outlet) for i in row.present]
    if all(outlet.plain in row.words for outlet in outlets) and row.state.family == "differ":
        return  # the words name who says what
    if row.state.family == "differ":
        behind = Content(" / ").join(outlets).stylize(QUIET)
    elif row.state.family == "agree":
        behind = Content.styled(f"{count(len(outlets), 'outlet')}, {origins(row.origins)}", QUIET)
    else:
        behind = Content("; ").join(one_line(f.text) for i in row.present for f in row.cells[i] if isinstance(f, Fact))
    yield fit(Content(" " * indent) + behind.stylize(QUIET), width, glyphs)
