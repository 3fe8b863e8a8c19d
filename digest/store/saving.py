"""Taking articles in: one row an article, whatever feed, address or file it comes by, and its earlier versions kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..model import Article, FeedAnswer
from . import coverage, feeds
from .articles import one_article
from .canonical import canonical
from .database import Database
from .forgetting import is_forgotten
from .rows import from_article, time_text
from .subscriptions import name_of
from .values import Saved
from .versions import is_edit, is_silent, merged


def save_answer(db: Database, answer: FeedAnswer, hashes: Mapping[str, str]) -> Saved:
    """Keep all that one visit to a feed brought. Call inside a transaction."""
    feed_id = feeds.keep_feed(db, replace(answer.feed, outlet=name_of(db, answer.feed.outlet)))
    articles: dict[str, Article] = {}
    for article in answer.articles:
        articles.setdefault(article.key, replace(article, feed_id=feed_id))  # feeds give the newest first
    links = Counter(canonical(article.url) for article in articles.values())
    shared = {link for link, times in links.items() if times > 1}
    saved = _save_all(db, articles.values(), shared)
    stored = {key: number for key, number in zip(articles, saved.ids, strict=True) if number}
    feeds.keep_entries(db, feed_id, hashes, stored)
    return saved


def save_document(db: Database, article: Article) -> Saved:
    """Keep one local document; the same key is the same article. Call inside a transaction."""
    return _save_all(db, (replace(article, feed_id=None),), set())


def _save_all(db: Database, articles: Iterable[Article], shared: set[str]) -> Saved:
    """Take in each article; a link in `shared` stands for several articles and so names none."""
    ids: list[int] = []
    new: list[int] = []
    changed: list[int] = []
    stories: set[int] = set()
    edited: set[int] = set()
    for article in _named(db, articles):
        link = canonical(article.url)
        link = "" if link in shared else link
        held = _held(db, article, link)
        if held is None and article.feed_id is not None and is_forgotten(db, article.feed_id, article.key, link):
            ids.append(0)
            continue
        if held is None:
            ids.append(_insert(db, article, link))
            new.append(ids[-1])
            continue
        ids.append(held.id)
        now = merged(held, article)
        if now == held:
            continue
        _update(db, held, now, link, time_text(article.fetched))
        if held.story_id:
            stories.add(held.story_id)
        if (held.title, held.text) != (now.title, now.text):
            changed.append(held.id)
            edited |= {held.story_id} if held.story_id else set()
    coverage.refresh(db, stories)
    if edited:
        coverage.mark_stale(db, edited)
    return Saved(tuple(new), tuple(changed), tuple(ids))


def _named(db: Database, articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles under the names their outlets go by."""
    names: dict[str, str] = {}
    for article in articles:
        if article.outlet not in names:
            names[article.outlet] = name_of(db, article.outlet)
        name = names[article.outlet]
        yield article if name == article.outlet else replace(article, outlet=name)


def _held(db: Database, article: Article, link: str) -> Article | None:
    """Return the stored article that this one is: by its feed's key, else by its address."""
    if article.feed_id is None:
        row = db.execute("SELECT id FROM articles WHERE feed_id IS NULL AND key = ?", (article.key,)).fetchone()
    else:
        row = db.execute(
            "SELECT article_id FROM entries WHERE feed_id = ? AND key = ?", (article.feed_id, article.key)
        ).fetchone()
    if row and row[0]:
        return one_article(db, row[0])
    return _linked(db, article, link) if link else None


def _linked(db: Database, article: Article, link: str) -> Article | None:
    """Return the one article behind the same address.

    Within one feed an address may serve many entries; only title and date equal too make it the same article, whose
    key the feed has changed.
    """
    # <> '' is what lets SQLite use the index, which leaves the empty ones out
    found = db.execute("SELECT id FROM articles WHERE canonical = ? AND canonical <> '' LIMIT 2", (link,))
    rows = found.fetchall()
    held = one_article(db, rows[0][0]) if len(rows) == 1 else None
    if held is None or held.feed_id != article.feed_id:
        return held
    same = article.published is not None and (held.title, held.published) == (article.title, article.published)
    return held if same else None


def _insert(db: Database, article: Article, link: str) -> int:
    row = from_article(article) | {
        "canonical": link,
        "version_seen": time_text(article.fetched),
        "revision": 1,
        "reading": article.reading.value,
        "starred": int(article.starred),
    }
    names = ", ".join(row)
    cursor = db.execute(
        f"INSERT INTO articles ({names}) VALUES ({', '.join('?' for _ in row)})",
        tuple(row.values()),
    )
    number = cursor.lastrowid
    assert number is not None
    db.execute("INSERT INTO contents VALUES (?, ?, ?)", (number, article.title, article.text))
    return number


def _update(db: Database, held: Article, now: Article, link: str, seen: str) -> None:
    row = from_article(now)
    if held.url != now.url:
        row["canonical"] = link
    if is_edit(held, now):
        revision = _keep_version(db, held, now)
        silent = held.silent + int(revision > held.revision and is_silent(held, now))
        row |= {"revision": revision, "silent": silent, "version_seen": seen}
    columns = ", ".join(f"{name} = ?" for name in row)
    db.execute(f"UPDATE articles SET {columns} WHERE id = ?", (*row.values(), held.id))
    if (held.title, held.text) != (now.title, now.text):
        db.execute("UPDATE contents SET title = ?, text = ? WHERE article_id = ?", (now.title, now.text, held.id))


def _keep_version(db: Database, held: Article, now: Article) -> int:
    """Put the held version among the earlier ones and return the number of versions seen.

    A version that comes back (entries that flip between two) is not kept twice and does not count again.
    """
    if not _kept(db, held):
        db.execute(
            "INSERT INTO revisions (article_id, number, title, text, seen, updated, silent)"
            " SELECT id, revision, ?, ?, version_seen, updated, ? FROM articles WHERE id = ?",
            (held.title, held.text, int(is_silent(held, now)), held.id),
        )
    return held.revision if _kept(db, now) else held.revision + 1


def _kept(db: Database, version: Article) -> bool:
    return bool(
        db.execute(
            "SELECT 1 FROM revisions WHERE article_id = ? AND title = ? AND text = ?",
            (version.id, version.title, version.text),
        ).fetchone()
    )
