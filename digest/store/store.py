"""The front of the store: every way in and out of the database, in the model's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from ..model import Article, Decision, Feed, FeedAnswer, Outcome, Reading, Revision, Story, StoryFilter, StoryPage
from . import articles, decisions, feeds, saving, stories, terms
from .by_hand import ByHand
from .connection import border, check, is_missing, open_database, snapshot, writing
from .corrections import Corrections
from .counts import counts
from .database import Database
from .differences import Differences
from .facts import Facts
from .forgetting import Forgetting
from .orders import Orders
from .pages import Pages
from .queries import Queries
from .regrouping import Regrouping
from .search import search
from .storylines import Storylines
from .subscriptions import Subscriptions
from .tags import Tags
from .undo import Undo
from .values import Counts, Run, Saved, Weighed


class Store:
    """One connection to the database; use it in the thread that opened it.

    Every method is one transaction, and raises StoreError with a message for the user if the database cannot be read
    or written.
    """

    def __init__(self, path: Path | None = None, *, wait: float = 30.0, create: bool = True) -> None:
        """Open or create the file (readable by its owner only); None is a database in memory.

        `wait` is how many seconds a write waits for another program's. Without `create` a file that is not there, or
        is empty, is left as it is: an empty database in memory stands in, and `missing` is true.
        """
        self.missing = path is not None and not create and is_missing(path)
        if self.missing:
            path = None
        self.path = path
        self._wait = wait
        self._db = open_database(path, wait)
        self.subscriptions = Subscriptions(self)
        self.pages = Pages(self)
        self.undo = Undo(self)
        self.by_hand = ByHand(self)
        self.storylines = Storylines(self)
        self.regrouping = Regrouping(self)
        self.terms = terms.Terms(self)
        self.facts = Facts(self)
        self.queries = Queries(self)
        self.orders = Orders(self)
        self.differences = Differences(self)
        self.corrections = Corrections(self)
        self.tags = Tags(self)
        self.forgetting = Forgetting(self)

    def close(self) -> None:
        """Close the connection; the store cannot be used any more."""
        self._db.close()

    def check(self, most: int | None = None) -> None:
        """Read every page of the file and raise StoreError if one is damaged; a file of over `most` bytes is let be.

        SQLite notices a damaged page only when it needs it. Takes about half a second a gigabyte.
        """
        with self.reading() as db:
            check(db, self.path, most)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add_feed(self, feed: Feed) -> Feed:
        """Return the feed with its id; a known address returns the feed that is stored."""
        with self.writing() as db:
            return feeds.add_feed(db, feed)

    def feeds(self) -> tuple[Feed, ...]:
        """Return all feeds, in the order they were added."""
        with self.reading() as db:
            return feeds.all_feeds(db)

    def feed(self, url: str) -> Feed | None:
        """Return the feed of that address."""
        with self.reading() as db:
            return feeds.find_feed(db, url)

    def entry_hashes(self, feed_id: int) -> dict[str, str]:
        """Return for each entry key of the feed the hash it was saved with, so that unchanged entries are skipped."""
        with self.reading() as db:
            return feeds.entry_hashes(db, feed_id)

    def save(self, answer: FeedAnswer, hashes: Mapping[str, str] | None = None) -> Saved:
        """Keep one feed's row, articles and entry hashes: all of it or nothing.

        An article is the same as a stored one if its feed gave it under that key before, or if another feed gave the
        same address. A changed title or text keeps the earlier version as a revision; the reader's marks stay.
        """
        with self.writing() as db:
            return saving.save_answer(db, answer, hashes or {})

    def save_document(self, article: Article) -> Saved:
        """Keep one local document; the same key is the same article."""
        with self.writing() as db:
            return saving.save_document(db, article)

    def record_run(self, started: datetime, finished: datetime, outcomes: Sequence[Outcome]) -> None:
        """Keep one ingest run in numbers."""
        with self.writing() as db:
            feeds.record_run(db, started, finished, outcomes)

    def last_run(self) -> Run | None:
        """Return the latest ingest run."""
        with self.reading() as db:
            return feeds.last_run(db)

    def article(self, article_id: int) -> Article | None:
        """Return the article of that id."""
        with self.reading() as db:
            return articles.one_article(db, article_id)

    def articles(
        self,
        *,
        story: int | None = None,
        outlet: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
        unread: bool = False,
        starred: bool = False,
        limit: int | None = 50,
        offset: int = 0,
    ) -> tuple[Article, ...]:
        """Return articles, newest first; `since` is included, `until` is not; a merged story's id leads on."""
        with self.reading() as db:
            if story is not None and (story := stories.resolve(db, story)) is None:
                return ()
            return articles.list_articles(
                db,
                story=story,
                outlet=outlet,
                since=since,
                until=until,
                unread=unread,
                starred=starred,
                limit=limit,
                offset=offset,
            )

    def count_articles(
        self,
        *,
        story: int | None = None,
        outlet: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
        unread: bool = False,
        starred: bool = False,
    ) -> int:
        """Return how many articles `articles` would list without a limit; far cheaper than listing them."""
        with self.reading() as db:
            return articles.count_articles(
                db, story=story, outlet=outlet, since=since, until=until, unread=unread, starred=starred
            )

    def last_numbers(self) -> tuple[int, int]:
        """Return the highest number of a story and of an article; 0 where there is none."""
        with self.reading() as db:
            return stories.next_story_id(db) - 1, articles.last_number(db)

    def search(self, words: str, limit: int = 50) -> tuple[Article, ...]:
        """Return the articles with all these words (the last may be only begun), latest stored first."""
        with self.reading() as db:
            return search(db, words, limit)

    def revisions(self, article_id: int) -> tuple[Revision, ...]:
        """Return an article's earlier versions, oldest first."""
        with self.reading() as db:
            return articles.revisions(db, article_id)

    def mark(self, article_ids: Iterable[int], reading: Reading, *, undoable: bool = True) -> None:
        """Set how far the reader is with these articles; `undoable` says whether that is an act to be taken back."""
        with self.writing() as db:
            articles.mark(db, article_ids, reading, undoable)

    def mark_stories(self, story_ids: Iterable[int], reading: Reading) -> tuple[int, ...]:
        """Set how far the reader is with all articles of these stories; return the articles for which that is new."""
        with self.writing() as db:
            return articles.mark_stories(db, story_ids, reading)

    def star(self, article_ids: Iterable[int], starred: bool) -> None:
        """Star these articles, or take the star away."""
        with self.writing() as db:
            articles.star(db, article_ids, starred)

    def ungrouped(self) -> tuple[Article, ...]:
        """Return the articles that belong to no story yet, oldest first."""
        with self.reading() as db:
            return articles.ungrouped(db)

    def next_story_id(self) -> int:
        """Return an id that no story has or had."""
        with self.reading() as db:
            return stories.next_story_id(db)

    def record(self, made: Iterable[Decision], version: int = 0, weighed: Iterable[Weighed] = ()) -> None:
        """Carry out and log decisions, and keep what the grouping's `version` knows of the articles: all or nothing."""
        with self.writing() as db:
            decisions.record(db, made)
            terms.keep(db, version, weighed)

    def resolve(self, story_id: int) -> int | None:
        """Return the id of the story that this id leads to now; None if there never was one."""
        with self.reading() as db:
            return stories.resolve(db, story_id)

    def stale_stories(self) -> tuple[int, ...]:
        """Return the stories whose articles have come, gone or changed since `keep_story` last wrote their rows."""
        with self.reading() as db:
            return stories.stale_stories(db)

    def keep_story(self, story: Story) -> None:
        """Write what was worked out about a story: title, lead, language, origins, differs.

        Times are taken from it only while it has no article; then they are its articles'.
        """
        with self.writing() as db:
            stories.keep_story(db, story)

    def stories(self, **wanted: Unpack[StoryPage]) -> tuple[Story, ...]:
        """Return stories that reach into the time from `since` to before `until`.

        COVERAGE sorts by outlets x 2 ** (-age of the last article in days); ages only matter against each other, so
        `now` does no more than keep an article dated after it from leading the list. Ties: the later story first.
        """
        with self.reading() as db:
            return stories.list_stories(db, **wanted)

    def count_stories(self, **wanted: Unpack[StoryFilter]) -> int:
        """Return how many stories `stories` would list without a limit; far cheaper than listing them."""
        with self.reading() as db:
            return stories.count_stories(db, **wanted)

    def story(self, story_id: int) -> Story | None:
        """Return the story of that id, or the one it was merged into."""
        with self.reading() as db:
            return stories.one_story(db, story_id)

    def decisions(self, story_id: int) -> tuple[Decision, ...]:
        """Return why a story's articles are in it, its merged stories' included, oldest first."""
        with self.reading() as db:
            return decisions.story_decisions(db, story_id)

    def counts(self) -> Counts:
        """Return how much there is of everything."""
        with self.reading() as db:
            return counts(db)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Read in one snapshot (for the store's own parts)."""
        with border(self.path), snapshot(self._db):
            yield self._db

    @contextmanager
    def writing(self, wait: float | None = None) -> Iterator[Database]:
        """Write in one transaction (for the store's own parts); `wait` goes before the store's own patience."""
        with border(self.path), writing(self._db, self._wait if wait is None else wait):
            yield self._db

    @contextmanager
    def alone(self) -> Iterator[Database]:
        """Work outside any transaction (for the store's own parts)."""
        with border(self.path):
            yield self._db
