"""Stories, articles, feeds and decisions as lines: two or three a thing, the number to name it by in front."""

from collections.abc import Iterator, Sequence

from ..export import phrases
from ..export.look import Look, fit
from ..export.marks import MARKS
from ..export.reasons import reason
from ..model import Article, Decision, Feed, Provenance, Reading, State, Story
from .session import START

EMPTY = f"Nothing here yet. S{START[1:]}."


def cut(more: int) -> str:
    """Return what is said below a list that does not hold all there is."""
    return f"… and {more:,} more (--limit)"


def story_lines(story: Story, look: Look) -> Iterator[str]:
    """Yield a story's title, then who covers it, how they differ and when it was last told."""
    indent = " " * 6
    title = fit(look.words(story.title), look.width - len(indent), look.ellipsis)
    yield f"{story.id:>4}  {look.bold(title)}"
    yield from about_story(story, look, indent)


def about_story(story: Story, look: Look, indent: str = "") -> Iterator[str]:
    """Yield who covers a story, how they differ and when it was last told."""
    parts = [phrases.coverage(len(story.outlets), story.origins), phrases.count(story.articles, "article")]
    if story.differs:
        sign = MARKS[State.DIFFER_VALUE].sign(look.ascii)
        parts.append(look.state(f"{sign} {story.differs} differ", State.DIFFER_VALUE))
    parts += [f"{story.unread} unread"] if story.unread else []
    parts += ["starred"] if story.starred else []
    parts.append(phrases.last_told(story))
    return look.joined(parts, indent)


def article_lines(article: Article, look: Look, with_story: bool = True) -> Iterator[str]:
    """Yield an article's title, then its outlet, time and what is to be known of it."""
    number = f"a{article.id}"
    indent = " " * (max(5, len(number)) + 2)
    title = look.words(article.title) + ("" if article.title_from is not Provenance.LEAD else " (no headline)")
    yield f"{number:>{len(indent) - 2}}  {look.bold(fit(title, look.width - len(indent), look.ellipsis))}"
    parts = [look.words(article.outlet), phrases.of_article(article)]
    if with_story and article.story_id:
        parts.append(f"story {article.story_id}")
    parts += ["summary only"] if article.excerpt else []
    parts += [edited] if (edited := phrases.edited(article.revision, article.silent)) else []
    parts += ["unread"] if article.reading is Reading.UNREAD else []
    parts += ["starred"] if article.starred else []
    yield from look.joined(parts, indent)


def feed_lines(feed: Feed, look: Look, weekly: float, waiting: int = 0, lost: int = 0) -> Iterator[str]:
    """Yield a feed's name, its address, how its last visit went, and what it brings; `weekly` is articles a week.

    `waiting` is of how many articles the page is asked for again, `lost` of how many it is not to be had.
    """
    indent = " " * 6
    yield f"{feed.id:>4}  {look.bold(fit(look.words(feed.label), look.width - 6, look.ellipsis))}"
    yield f"{indent}{look.words(feed.url)}"
    parts = ["paused"] if feed.paused else []
    if feed.error:
        times = "" if feed.failures < 2 else f", {feed.failures} times in a row"
        yield look.state(f"{indent}failed{times}: {look.words(feed.error)}", State.DIFFER_VALUE)
        parts += [f"last answered {phrases.when(feed.answered)} UTC"] if feed.answered else []
    elif feed.checked:
        parts += ["ok", f"checked {phrases.when(feed.checked)} UTC"]
    else:
        parts += ["not taken in yet" if feed.paused else "not taken in yet: run `digest ingest`"]
    if feed.next_check and not feed.paused:
        parts.append(f"next from {phrases.when(feed.next_check)} UTC")
    if feed.checked:
        number = phrases.count(round(weekly), "article") if weekly >= 1 else "less than 1 article"
        parts.append(f"{number} a week")
    parts += [f"{phrases.count(waiting, 'page')} to ask for again"] if waiting else []
    parts += [f"{phrases.count(lost, 'page')} not to be had"] if lost else []
    parts += [look.words(" ".join(f"#{tag}" for tag in feed.tags))] if feed.tags else []
    yield from look.joined(parts, indent)


def decision_lines(
    decisions: Sequence[Decision], articles: Sequence[Article], look: Look, story: int | None
) -> Iterator[str]:
    """Yield for each decision the article it was about and why; what was decided for another than `story` says so."""
    names = {article.id: f"{look.words(article.outlet)}: {look.words(article.title)}" for article in articles}
    for decision in decisions:
        name = names.get(decision.article_id, "")
        yield fit(f"a{decision.article_id}  {name}", look.width, look.ellipsis)
        why = reason(decision, phrases.days_apart(decision, articles), elsewhere=decision.story_id != story)
        yield from (f"    {''.join(w for w, _ in line)}" for line in look.wrap(((why, False),), look.width - 4))
