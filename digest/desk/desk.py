"""What the command line and the screens ask for: a story, its articles, a comparison, a mark, a star."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Unpack

from ..errors import NotFoundError, QueryError
from ..model import Article, Comparison, Decision, Fact, Reading, Revision, Story, StoryFilter, StoryPage
from ..query import All
from ..store import Counts, Store
from .by_hand import ByHand
from .outdated import by_these_rules

if TYPE_CHECKING:
    from ..analysis.picking import Elsewhere

MOST_COLUMNS = 10
"""The most accounts laid side by side at once."""


class Desk:
    """Answers over one store; use it in the thread that opened the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.undo = store.undo
        self.by_hand = ByHand(self)

    def stories(self, **wanted: Unpack[StoryPage]) -> tuple[Story, ...]:
        """Return a page of stories, as `Store.stories` does."""
        return self.store.stories(**wanted)

    def settled(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        """Return these stories with what differs in them worked out where that was open, ten milliseconds each."""
        told = tuple(stories)
        if not by_these_rules(self.store):
            told = tuple(replace(story, differs=None) if len(story.outlets) > 1 else story for story in told)
        open_ones = self.store.differences.open(story.id for story in told if story.differs is None)
        if not open_ones:
            return told
        from .differing import work_out  # it compares

        found = work_out(self.store, open_ones)
        return tuple(replace(story, differs=len(found[story.id])) if story.id in found else story for story in told)

    def settle(self, most: int, **wanted: Unpack[StoryFilter]) -> int:
        """Work out what differs in up to `most` of the stories wanted, the most covered first; return what is left."""
        by_these_rules(self.store)
        if open_ones := self.store.differences.open_among(most, **wanted):
            from .differing import work_out  # it compares

            work_out(self.store, open_ones)
        return self.store.differences.count_open(**wanted) if len(open_ones) == most else 0

    def count_stories(self, **wanted: Unpack[StoryFilter]) -> int:
        """Return how many stories `stories` would list without a limit; far cheaper than listing them."""
        return self.store.count_stories(**wanted)

    def story(self, story_id: int) -> Story:
        """Return the story of that id, or the one it was merged into; NotFoundError if there is none."""
        found = self.store.story(story_id)
        if found is None:
            last, _ = self.store.last_numbers()
            raise NotFoundError(f"no story {story_id}{_range(last)}; `digest stories` lists them")
        return found

    def articles(self, story_id: int) -> tuple[Article, ...]:
        """Return a story's articles, oldest first."""
        return self.store.articles(story=self.story(story_id).id, limit=None)[::-1]

    def article(self, article_id: int) -> Article:
        """Return the article of that id; NotFoundError if there is none."""
        found = self.store.article(article_id)
        if found is None:
            _, last = self.store.last_numbers()
            raise NotFoundError(f"no article {article_id}{_range(last, 'a')}; `digest articles` lists them")
        return found

    def revisions(self, article_id: int) -> tuple[Revision, ...]:
        """Return an article's earlier versions, oldest first."""
        return self.store.revisions(self.article(article_id).id)

    def search(self, query: str, limit: int = 50, *, now: datetime) -> tuple[Article, ...]:
        """Return the articles that fit a query as it is typed, latest stored first; days are those of `now`'s zone.

        The last word may be only begun. What is no query, or not yet, is looked for as plain words.
        """
        from ..query.read import read  # the parser takes a twentieth of a second to load
        from ..query.terms import Clock

        try:
            node = read(query, Clock(now, now.tzinfo or UTC), typing=True)
        except QueryError:
            return self.store.search(query, limit)
        return () if node == All(()) else self.store.queries.latest(node, limit)

    def compare(self, story_id: int, outlets: Sequence[str] = (), limit: int = 4) -> Comparison:
        """Lay a story's accounts side by side: the named outlets', else the most widely carried, at most `limit`.

        Where there are more, those are taken that differ most from each other.
        NotFoundError if there is no such story, or it has no article of a named outlet: then it says whose it has.
        """
        # a tenth of a second that a list of stories need not wait for
        from ..analysis.picking import pick
        from ..analysis.sources import choose_sources, other_articles
        from .comparing import Comparer

        articles = self.articles(story_id)
        sources = choose_sources(articles, outlets, max(limit, MOST_COLUMNS))
        comparer = Comparer(self.store)
        whole = comparer.compare(sources, other_articles(articles, sources))
        if outlets or len(sources) <= limit:
            return whole
        chosen = tuple(sources[i] for i in pick(whole, limit))
        return comparer.compare(chosen, other_articles(articles, chosen))

    def facts(self, article: Article) -> tuple[Fact, ...]:
        """Return the facts found in an article, in the order of its text; weekdays count from its story's last day."""
        from .comparing import Comparer

        told = self.store.articles(story=article.story_id, limit=None) if article.story_id else ()
        return Comparer(self.store).facts(article, told)

    def elsewhere(self, story_id: int, comparison: Comparison) -> "Elsewhere":
        """Return what differs among a story's accounts, but not between those compared."""
        from ..analysis.picking import Elsewhere, elsewhere

        shown = {name for source in comparison.sources for name in (source.outlet, *source.also)}
        if shown >= set(self.story(story_id).outlets):
            return Elsewhere()
        return elsewhere(self.compare(story_id, limit=MOST_COLUMNS), tuple(shown))

    def why(self, story_id: int) -> tuple[Decision, ...]:
        """Return why a story's articles are in it, oldest decision first."""
        return self.store.decisions(self.story(story_id).id)

    def mark(self, article_ids: Iterable[int], reading: Reading, *, undoable: bool = True) -> None:
        """Set how far the reader is with these articles; `undoable` says whether that is an act to be taken back."""
        self.store.mark(article_ids, reading, undoable=undoable)

    def mark_stories(self, story_ids: Iterable[int], reading: Reading) -> tuple[int, ...]:
        """Set how far the reader is with all articles of these stories; return the articles for which that is new."""
        return self.store.mark_stories(story_ids, reading)

    def star(self, article_ids: Iterable[int], starred: bool) -> None:
        """Star these articles, or take the star away."""
        self.store.star(article_ids, starred)

    def counts(self) -> Counts:
        """Return how much there is of everything."""
        return self.store.counts()


def _range(last: int, letter: str = "") -> str:
    """Return between which numbers there may be one."""
    if not last:
        return ": there is none yet"
    return f" (the numbers go from {letter}1 to {letter}{last})"
