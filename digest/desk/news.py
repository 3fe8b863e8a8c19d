"""A story over time: what each version of its articles brought, and what came since the reader last read it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..analysis.sources import as_source, first_part
from ..model import Article, News, Reading, Revision, SinceRead, Source
from ..store import Store
from .comparing import Comparer


def over_time(store: Store, articles: Sequence[Article]) -> tuple[News, ...]:
    """Return what each version brought beside those before it, in the order in which they became known."""
    return tuple(_told_one_after_the_other(store, (), _versions(store, articles)))


def since_read(store: Store, articles: Sequence[Article]) -> SinceRead:
    """Return what a story's articles brought beside the versions that the reader has read."""
    read, new = [], []
    for article in articles:
        versions = _versions(store, [article])
        if article.reading is Reading.UNREAD:
            new.append(versions[-1])
            continue
        seen = [version for version in versions if version.revision <= article.read_revision] or versions[:1]
        read.append(seen[-1])
        if versions[-1].revision > seen[-1].revision:
            new.append(versions[-1])
    known = sorted(read, key=_order)
    return SinceRead(tuple(known), tuple(_told_one_after_the_other(store, known, sorted(new, key=_order))))


def _told_one_after_the_other(store: Store, before: Iterable[Source], versions: Iterable[Source]) -> Iterator[News]:
    comparer = Comparer(store)
    earlier = list(before)
    for version in versions:
        yield comparer.news(version, earlier)
        earlier.append(version)


def _versions(store: Store, articles: Iterable[Article]) -> list[Source]:
    """Return every version of these articles in the order in which they were published or seen."""
    found = []
    for article in articles:
        now = as_source(article)
        found += [_earlier(now, revision) for revision in store.revisions(article.id)] if article.revision > 1 else []
        found.append(now)
    return sorted(found, key=_order)


def _earlier(now: Source, revision: Revision) -> Source:
    text = first_part(revision.text)
    return replace(
        now,
        title=revision.title,
        text=text,
        cut=len(text) < len(revision.text),
        revision=revision.number,
        fetched=revision.seen,
    )


def _order(version: Source) -> tuple[str, int, int]:
    """Put first versions by publication, edits by when they were seen."""
    when = version.published if version.revision == 1 and version.published else version.fetched
    return (when.isoformat() if when else "", version.article_id, version.revision)
