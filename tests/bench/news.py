"""Invented news in any number, the same every time: as a database of ours, and as feeds that any reader takes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from digest.model import Article, Decision, Feed, FeedAnswer, Origins, Story
from digest.store import Store

NOW = datetime(2020, 8, 28, 18, 0, tzinfo=UTC)
FEEDS = 200
PER_STORY = 4
_WORDS = (
    "harbour ferry council bridge rail court market flood strike school budget vote talks border police fire storm"
    " hospital bank rate water energy border treaty minister mayor union farmers museum festival election inquiry"
    " report tunnel airport port coast valley river island district parliament commission agency company workers"
).split()
_PLACES = "Kestrel Lowmark Orn Sandhaven Tarn Maravel Thorley Brunick Eastmere Calder Ponte Selwick".split()


def sentence(random: Random, words: int) -> str:
    """Return a sentence that says nothing."""
    return f"{random.choice(_PLACES)} {' '.join(random.choices(_WORDS, k=words))}."


def reports(number: int) -> Iterator[tuple[int, int, Article]]:
    """Yield `number` articles with the story and the feed each belongs to, those of one story together."""
    random = Random(1)
    for i in range(number):
        story, place = divmod(i, PER_STORY)
        if not place:
            random = Random(story)
            subject, people = sentence(random, 5).rstrip("."), random.randint(3, 90)
        when = NOW - timedelta(minutes=20 * story + 7 * place)
        feed = (story * 7 + place * 31) % FEEDS
        text = f"{subject}: at least {people + place % 2} people were hurt on Friday, the mayor of Orn said.\n\n"
        text += "\n\n".join(" ".join(sentence(random, 11) for _ in range(4)) for _ in range(5))
        title = f"{subject} item {i:06d}"
        key = f"https://paper{feed}.example/{i}"
        found = Article(
            key=key, outlet=f"Paper {feed}", title=title, text=text, fetched=NOW, url=key, published=when, language="en"
        )
        yield story + 1, feed, found


def fill(path: Path, number: int) -> None:
    """Write a database of `number` articles in stories of four."""
    feeds: dict[int, list[Article]] = {}
    places: dict[str, int] = {}
    for story, feed, found in reports(number):
        feeds.setdefault(feed, []).append(found)
        places[found.key] = story
    with Store(path) as store:
        members: dict[int, list[tuple[int, Article]]] = {}
        for feed, articles in sorted(feeds.items()):
            url = f"https://paper{feed}.example/feed.xml"
            saved = store.save(FeedAnswer(Feed(url, title=f"Paper {feed}", checked=NOW, answered=NOW), tuple(articles)))
            for article_id, article in zip(saved.ids, articles, strict=True):
                members.setdefault(places[article.key], []).append((article_id, article))
        store.record(_decisions(members))
        for story, told in members.items():
            store.keep_story(_story(story, [article for _, article in told]))
        store.record_run(NOW, NOW, ())


def _decisions(members: dict[int, list[tuple[int, Article]]]) -> Iterator[Decision]:
    for story, told in sorted(members.items()):
        for place, (article_id, _) in enumerate(told):
            yield Decision("join" if place else "new", article_id, story, score=0.6 if place else 0.0)


def _story(number: int, told: Sequence[Article]) -> Story:
    times = sorted(article.when for article in told)
    lead = told[0].text.partition("\n")[0]
    return Story(
        number, told[0].title, times[0], times[-1], lead=lead, language="en", origins=Origins(4, certain=False),
        differs=number % 3,
    )  # fmt: skip


def feed_files(folder: Path, number: int) -> list[str]:
    """Write the same articles as RSS files into a folder; return their addresses."""
    folder.mkdir(parents=True)
    items: dict[int, list[str]] = {}
    for _, feed, found in reports(number):
        items.setdefault(feed, []).append(
            f"<item><title>{escape(found.title)}</title><link>{found.url}</link><guid>{found.url}</guid>"
            f"<pubDate>{found.when:%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
            f"<description>{escape(found.text)}</description></item>"
        )
    urls = []
    for feed, texts in sorted(items.items()):
        path = folder / f"{feed}.xml"
        head = f"<title>Paper {feed}</title><link>https://paper{feed}.example/</link>"
        path.write_text(f'<rss version="2.0"><channel>{head}{"".join(texts)}</channel></rss>', encoding="utf-8")
        urls.append(path.absolute().as_uri())
    return urls
