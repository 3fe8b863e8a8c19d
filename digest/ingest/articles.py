"""A feed's entry, with its page where that is wanted, made into an article."""

import asyncio
import time
from dataclasses import replace
from datetime import datetime

from ..errors import FeedError
from ..model import Article, Entry, Feed, FullText, Provenance, Response
from ..text.language import language
from ..web.credit import credit
from ..web.extract import extract, extract_content
from ..web.fetch import PAGES, Fetcher
from ..web.reading import PageText
from ..web.workers import Workers
from .again import NotAskedError, due_again, why_missing

_PATIENCE = 5
"""So many pages in a row that do not come, and the rest of the feed's are not asked for."""
_AT_ONCE = 4
_SECONDS = 300.0
"""When one feed's pages have taken this long, the rest are not asked for: the whole run would wait for them."""

_TOP_LINES = 6


class Pages:
    """The pages behind one feed's entries, during one visit."""

    def __init__(self, feed: Feed, fetcher: Fetcher, workers: Workers, most: int, seconds: float = _SECONDS) -> None:
        self.feed = feed
        self.workers = workers
        self._fetcher = fetcher
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._until = time.monotonic() + seconds
        self._most = self._left = most
        self._lost_in_a_row = 0

    async def get(self, url: str) -> PageText:
        """Return what the page holds; FeedError, in words, if there is no article to be had."""
        if self._left <= 0:
            raise NotAskedError(url, f"not fetched: more than {self._most} new entries at once")
        self._left -= 1
        async with self._turn:  # what the pages before taught is known only when it is this one's turn
            if self._lost_in_a_row >= _PATIENCE:
                raise NotAskedError(url, "not fetched: the site does not answer")
            if time.monotonic() > self._until:
                raise NotAskedError(url, "not fetched: the site is too slow")
            response = await self._fetch(url)
        return replace(await extract(response, self.workers), reached=response.final_url)

    async def _fetch(self, url: str) -> Response:
        try:
            # Only the feed's own origin may be private: the user typed that, not the links in it.
            response = await self._fetcher.fetch(url, typed=self.feed.url, accept=PAGES)
        except FeedError:
            self._lost_in_a_row += 1
            raise
        self._lost_in_a_row = 0
        return response


async def make_article(
    entry: Entry, feed: Feed, feed_language: str, pages: Pages, now: datetime, tries: int = 0
) -> Article:
    """Return the article, with the page's text where the feed's settings ask for it and the page gives it.

    Where only the feed's summary is to be had, the article is an excerpt that says why, and from when on its page is
    asked for again if that may help; `tries` is how often it was in vain before. Its outlet is left empty.
    """
    page, text, why, due, missed = PageText(), "", "", None, 0
    try:
        if feed.full_text is not FullText.ALWAYS and entry.content:
            text = await extract_content(entry.content, entry.url or feed.url, pages.workers)
        elif feed.full_text is FullText.NEVER:
            why = "not fetched"
        elif not entry.url:
            why = "the entry has no link"
        else:
            page = await pages.get(entry.url)
            text = page.text
    except FeedError as error:
        if entry.content and not text:
            text = entry.summary
        else:
            missed = tries + 1
            due = due_again(error, missed, now)
            why = why_missing(error, missed, due)
    made = _article(entry, page, text, why, feed_language, now)
    return replace(made, page_due=due, page_tries=missed)


def _article(entry: Entry, page: PageText, text: str, why: str, feed_language: str, now: datetime) -> Article:
    published = entry.published or page.published
    authors = entry.authors or page.authors
    text = _without_byline(text, authors)
    shown = text or entry.summary
    said = credit(shown)
    origin = Provenance.FEED if entry.published else Provenance.PAGE if page.published else Provenance.FETCHED
    return Article(
        key=entry.key,
        outlet="",
        title=entry.title or page.title or "(no title)",
        title_from=Provenance.FEED if entry.title else Provenance.PAGE,
        text=shown,
        fetched=now,
        url=entry.url,
        reached=page.reached if text else "",
        published=published,
        published_from=origin,
        language=language(f"{entry.title}\n{shown}") or page.language or entry.language or feed_language,
        authors=authors,
        agency=said.agency,
        place=said.place,
        excerpt=not text,
        excerpt_why="" if text else why,
        tags=entry.tags,
        updated=entry.updated,
    )


def _without_byline(text: str, authors: tuple[str, ...]) -> str:
    """Return the text without the lines at its top that only name an author."""
    names = {author.casefold() for author in authors}
    lines = text.split("\n")
    top = 0
    while top < min(len(lines), _TOP_LINES) and (
        not lines[top].strip() or lines[top].strip().casefold().removeprefix("by ").rstrip(".") in names
    ):
        top += 1
    return "\n".join(lines[top:])
