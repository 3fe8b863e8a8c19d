"""One visit to one feed: asked, read, its new entries made into articles; nothing is stored here."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..errors import FeedError
from ..model import Article, Entry, Feed, FeedAnswer, OutcomeStatus, Response
from ..web.answer import AnswerError
from ..web.fetch import Fetcher
from ..web.parse import parse
from ..web.workers import Workers
from .timetable import after_answer, after_failure


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to a feed changes, to be stored whole."""

    asked: str
    """The address the feed had before."""
    status: OutcomeStatus
    answer: FeedAnswer
    hashes: Mapping[str, str]
    """The hash of each entry that is new or changed."""
    asked_for: bool = True
    """False if the feed was left alone: then there is nothing to store."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every visit of a run shares."""

    fetcher: Fetcher
    workers: Workers
    now: datetime
    pages: int
    """How many pages are fetched for one feed."""


async def visit(
    feed: Feed, known: Callable[[], Mapping[str, str]], tools: Tools, waiting: Sequence[Article] = ()
) -> Visit:
    """Ask the feed once and return what that changes; a failure is a visit too, never an exception.

    `known` gives the hash of each stored entry; it is asked for only if needed. The pages of the articles in `waiting`
    are asked for again, if the feed itself answers.
    """
    try:
        response = await _fetch(feed, tools)
        if response.status == 304 and not feed.body_hash:
            raise FeedError(feed.url, "says that nothing has changed, before it was ever read (HTTP 304)")
        digest = hashlib.sha256(response.body).hexdigest()
        if response.status == 304 or digest == feed.body_hash:
            articles = await _articles((), waiting, feed, "", tools)
            answer = FeedAnswer(_answered(feed, response, tools.now), articles)
            return Visit(feed.url, OutcomeStatus.UNCHANGED, answer, _unchanged(waiting, known()) if waiting else {})
        parsed = await parse(response, tools.workers, tools.now, feed.items)
    except FeedError as error:
        return Visit(feed.url, OutcomeStatus.FAILED, FeedAnswer(failed(feed, error, tools.now)), {})
    stored = known() if parsed.entries or waiting else {}
    fresh, hashes = what_is_new(parsed.entries, stored)
    waiting = [article for article in waiting if article.key not in hashes]
    articles = await _articles(fresh, waiting, feed, parsed.language, tools)
    read = replace(
        _answered(replace(feed, ttl=parsed.ttl), response, tools.now),
        title=parsed.title or feed.title,
        site=parsed.site or feed.site,
        body_hash=digest,
        items=parsed.items,
    )
    return Visit(feed.url, OutcomeStatus.OK, FeedAnswer(read, articles), hashes | _unchanged(waiting, stored))


def what_is_new(entries: Iterable[Entry], stored: Mapping[str, str]) -> tuple[tuple[Entry, ...], dict[str, str]]:
    """Return the entries that are new or changed, under the keys they are stored by, and the hashes to keep for them.

    An alias is kept like a hash and leads to the entry's key; by it an entry without an id is found after an edit.
    """
    fresh: list[Entry] = []
    hashes: dict[str, str] = {}
    for entry in entries:
        if entry.key not in stored:
            key = next((stored[alias] for alias in entry.aliases if alias in stored), entry.key)
            entry = replace(entry, key=key)
        made = entry_hash(entry)
        if stored.get(entry.key) != made:
            fresh.append(entry)
            hashes[entry.key] = made
            hashes.update(dict.fromkeys(entry.aliases, entry.key))
    return tuple(fresh), hashes


async def _fetch(feed: Feed, tools: Tools) -> Response:
    login = feed.login or feed.typed_login
    return await tools.fetcher.fetch(
        (feed.typed if login else "") or feed.url,  # a login is for the address it was given with
        typed=feed.typed or feed.url,
        login=login,
        etag=feed.etag,
        last_modified=feed.last_modified,
        deadline=feed.timeout,
    )


def entry_hash(entry: Entry) -> str:
    """Return what changes whenever the feed says something else of the entry."""
    parts = (entry.title, entry.url, entry.summary, entry.content, str(entry.published), str(entry.updated))
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


async def _articles(
    entries: Sequence[Entry], waiting: Sequence[Article], feed: Feed, language: str, tools: Tools
) -> tuple[Article, ...]:
    """Return the articles of new entries, and those in `waiting` as they are after their pages were asked for again."""
    if not (entries or waiting):
        return ()
    from .again import entry_of
    from .articles import Pages, make_article  # what reads pages takes a while to import

    pages, now = Pages(feed, tools.fetcher, tools.workers, tools.pages), tools.now
    made = [make_article(entry, feed, language, pages, now) for entry in entries]
    made += [make_article(entry_of(one), feed, one.language, pages, now, one.page_tries) for one in waiting]
    return tuple(await asyncio.gather(*made))


def _unchanged(waiting: Sequence[Article], stored: Mapping[str, str]) -> dict[str, str]:
    """Return the hashes of the entries whose articles are in `waiting`: these have not changed."""
    return {article.key: stored[article.key] for article in waiting if article.key in stored}


def _answered(feed: Feed, response: Response, now: datetime) -> Feed:
    """Return the feed as a good answer leaves it; validators the server no longer sends are kept on a 304 only."""
    etag, modified = response.header("etag"), response.header("last-modified")
    kept = response.status == 304
    return replace(
        feed,
        url=response.moved_to or feed.url,
        typed=feed.typed or (feed.url if response.moved_to else ""),
        etag=etag or (feed.etag if kept else ""),
        last_modified=modified or (feed.last_modified if kept else ""),
        checked=now,
        next_check=after_answer(response, feed.ttl, now),
        answered=now,
        failures=0,
        error="",
    )


def failed(feed: Feed, error: FeedError, now: datetime) -> Feed:
    """Return the feed as a failure leaves it."""
    status, retry = (error.status, error.retry_after) if isinstance(error, AnswerError) else (0, "")
    failures = feed.failures + 1
    next_check = after_failure(status, retry, failures, now)
    return replace(feed, checked=now, next_check=next_check, failures=failures, error=error.reason)
