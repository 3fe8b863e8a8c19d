"""One article for reading, with the way to the others of its story."""

from dataclasses import dataclass, replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message

from ..desk import Desk
from ..errors import NotFoundError
from ..model import Article, Comparison, Reading, Revision, Story
from .article_view import ArticleView, Aside
from .bars import Bar, KeyBar
from .by_hand import HandScreen
from .keys import bindings
from .lines import moment, one_line, spread
from .marking import mark_articles, read, star_article, tag_article, tagged
from .screen import Context
from .story_answers import Reasons, reasons
from .ways import to_compare
from .window import Window


@dataclass(frozen=True, slots=True)
class Opened:
    """An article open for reading among the articles of its story, oldest first."""

    article: Article
    articles: tuple[Article, ...]
    story: Story | None
    comparison: Comparison | None

    @property
    def place(self) -> int:
        """Return which of the articles it is."""
        return next((i for i, other in enumerate(self.articles) if other.id == self.article.id), 0)


def load(desk: Desk, story_id: int | None, article_id: int | None, known: Comparison | None) -> Opened:
    """Open an article: the one named, else the first unread one of the story, else its fullest."""
    if article_id is not None:
        article = desk.article(article_id)
        story_id = article.story_id
        articles = desk.articles(story_id) if story_id is not None else (article,)
    elif story_id is not None:
        articles = desk.articles(story_id)
        if not articles:
            raise NotFoundError("this story has no articles any more")
        unread = [a for a in articles if a.reading is Reading.UNREAD]
        article = min(unread or articles, key=lambda a: (a.excerpt, -len(a.text) if not unread else 0))
    else:
        raise NotFoundError("no article was named")
    story = desk.story(story_id) if story_id is not None else None
    return Opened(article, articles, story, known if _has(known, article) else _compared(desk, story, article))


def _has(comparison: Comparison | None, article: Article) -> bool:
    return comparison is not None and any(source.article_id == article.id for source in comparison.sources)


def _compared(desk: Desk, story: Story | None, article: Article) -> Comparison | None:
    """Compare the article with the others' accounts, if there are any."""
    if story is None or len(story.outlets) < 2:
        return None
    found = desk.compare(story.id)
    if _has(found, article):
        return found
    others = [source.outlet for source in found.sources if source.outlet != article.outlet][:3]
    return desk.compare(story.id, [article.outlet, *others])


class ArticleScreen(HandScreen):
    """Shows one article at a time; to open one is to read it."""

    BINDINGS = bindings("article")
    SCOPE = "article"
    AUTO_FOCUS = "#text"

    @dataclass
    class Ready(Message):
        """An article was opened."""

        opened: Opened

    @dataclass
    class Edited(Message):
        """The earlier versions of the article."""

        revisions: tuple[Revision, ...]

    @dataclass
    class Marked(Message):
        """The article with its marks as they are stored."""

        article: Article

    def __init__(
        self,
        context: Context,
        story_id: int | None = None,
        article_id: int | None = None,
        comparison: Comparison | None = None,
    ) -> None:
        super().__init__(context)
        self._first = (story_id, article_id, comparison)
        self.opened: Opened | None = None

    @property
    def is_blank(self) -> bool:
        return self.opened is None

    def compose(self) -> ComposeResult:
        glyphs, now = self.context.glyphs, self.context.now()
        yield Bar(self._title, id="header")
        with Horizontal(id="panes"):
            yield ArticleView(glyphs, now, id="text")
            yield Aside(glyphs, now, id="aside")
        yield KeyBar(glyphs, "article", "text", "app")

    def on_mount(self) -> None:
        self._open(*self._first)

    def _open(self, story_id: int | None, article_id: int | None, known: Comparison | None) -> None:
        self.ask(lambda desk: self.Ready(load(desk, story_id, article_id, known)), "article")

    def _title(self, width: int) -> Content:
        if self.opened is None:
            return Content(" ")
        opened, glyphs = self.opened, self.context.glyphs
        many = len(opened.articles)
        right = Content.styled(f"{opened.place + 1} of {many} articles " if many > 1 else "", "$quiet")
        title = opened.story.title if opened.story and many > 1 else opened.article.title
        return " " + spread(one_line(title).stylize("bold"), right, width - 1, glyphs)

    @on(Ready)
    def _show(self, event: Ready) -> None:
        article = event.opened.article
        unread = article.reading is Reading.UNREAD or article.read_revision < article.revision
        self._put(event.opened, replace(article, reading=Reading.READ), anew=True)
        if unread:
            self.change(read(article.id))

    def _put(self, opened: Opened, article: Article, *, anew: bool = False) -> None:
        """Show the article as it is now."""
        articles = tuple(article if other.id == article.id else other for other in opened.articles)
        self.opened = replace(opened, article=article, articles=articles)
        self.query_one("#text", ArticleView).show(article, opened.comparison, anew=anew)
        self.query_one("#aside", Aside).show(articles, self.opened.place)
        self.query_one("#header").refresh()

    def action_turn(self, step: int) -> None:
        """Open the next or the previous article of the story."""
        if self.opened is None:
            return
        place = self.opened.place + step
        if 0 <= place < len(self.opened.articles):
            self._open(None, self.opened.articles[place].id, self.opened.comparison)
        else:
            self.tell("This is the story's " + ("last article." if step > 0 else "first article."))

    def action_compare(self) -> None:
        """Lay the accounts of the story side by side."""
        story = self.opened.story if self.opened else None
        if story is None or len(story.outlets) < 2:
            self.tell("Only one outlet has this story: nothing to compare.")
        elif any(getattr(screen, "SCOPE", "") == "compare" for screen in self.app.screen_stack[-2:-1]):
            self.action_back()
        else:
            self.app.push_screen(to_compare(self.context, story.id))

    def action_toggle_read(self) -> None:
        """Mark the article unread, or read again."""
        if self.opened:
            article = self.opened.article
            reading = Reading.UNREAD if article.reading is Reading.READ else Reading.READ
            self._put(self.opened, replace(article, reading=reading))
            self.change(mark_articles([article.id], reading))
            self.tell(f"Marked {reading.value}; u takes it back.")

    def action_toggle_star(self) -> None:
        """Star the article, or take its star off."""
        if self.opened:
            article = self.opened.article
            self._put(self.opened, replace(article, starred=not article.starred))
            words = "star taken off" if article.starred else "starred"
            self.change(star_article(article.id, not article.starred))
            self.tell(f"{words.capitalize()}; u takes it back.")

    def action_split(self) -> None:
        """Show what splitting the article off its story would do."""
        if self.opened and self.opened.story:
            story, article = self.opened.story.id, self.opened.article.id
            self.plan(lambda desk: desk.by_hand.split(story, [article]))

    def action_move(self, number: str) -> None:
        """Show what moving the article to another story would do."""
        if self.opened and number.isascii() and number.isdigit():
            article = self.opened.article.id
            self.plan(lambda desk: desk.by_hand.move(article, int(number)))
        else:
            self.tell("A story is named by its number, such as 12.")

    def action_revisions(self) -> None:
        """Show what the article's edits changed."""
        if self.opened and self.opened.article.revision < 2:
            self.tell("This article was not edited since it was taken in.")
        elif self.opened:
            number = self.opened.article.id
            self.ask(lambda desk: self.Edited(desk.revisions(number)), "revisions")

    @on(Edited)
    def _show_edits(self, event: Edited) -> None:
        from .revisions import revisions_page

        if self.opened:
            glyphs, now = self.context.glyphs, self.context.now()
            page = revisions_page(self.opened.article, event.revisions, now, glyphs)
            self.app.push_screen(Window("What was edited", page, glyphs))

    def action_why(self) -> None:
        """Show why the article and the others of its story are one story."""
        if self.opened and self.opened.story is None:
            self.tell("This article is in no story yet.")
        elif self.opened and self.opened.story:
            self.ask(partial(reasons, story=self.opened.story), "why")

    @on(Reasons)
    def _show_reasons(self, event: Reasons) -> None:
        from .why import story_reasons

        glyphs = self.context.glyphs
        page = story_reasons(event.decisions, event.articles, glyphs)
        self.app.push_screen(Window("Why these articles are one story", page, glyphs))

    def action_tag(self, tag: str) -> None:
        """Tag the article, or take a tag off it."""
        if self.opened:
            self.change(tag_article(self.opened.article.id, tag))
            self.tell(f"{tagged(tag)}; u takes it back.")

    def refresh_marks(self) -> None:
        """Ask for the article's marks."""
        if self.opened:
            number = self.opened.article.id
            self.ask(lambda desk: self.Marked(desk.article(number)), "marks")

    @on(Marked)
    def _show_marks(self, event: Marked) -> None:
        if self.opened and self.opened.article.id == event.article.id:
            self._put(self.opened, event.article)

    def action_browser(self) -> None:
        """Open the article in the browser."""
        if self.opened:
            self.browse(self.opened.article.url)

    def action_copy_link(self) -> None:
        """Copy the article's link."""
        if self.opened:
            self.copy(self.opened.article.url, "link")

    def action_copy_quote(self) -> None:
        """Copy the headline with its source."""
        if self.opened:
            article = self.opened.article
            when = moment(article.published, self.context.now()) if article.published else ""
            self.copy(" · ".join(filter(None, (f"“{article.title}”", article.outlet, when, article.url))), "headline")
