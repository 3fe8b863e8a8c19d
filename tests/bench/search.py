"""What a search costs among many articles: `python -m tests.bench.search` prints milliseconds of CPU and the goals.

The corpus is invented (`corpus`): the frequencies of its words are those of real texts, so common words stand in nearly
every article. Queries are single words of all frequencies, pairs, phrases, and words with a condition.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from digest.model import Feed, FeedAnswer
from digest.query import All, Either, Mark, Marked, Node, Not, Words
from digest.store import FindOrder, Store

from .corpus import articles, vocabulary

_LIMIT = 50
_REPEATS = 5

Search = Callable[[Store, Node], object]
SEARCHES: dict[str, tuple[Search, float | None]] = {
    "newest 50": (lambda store, query: store.queries.latest(query, _LIMIT), 1.0),
    "newest 50 with snippets": (lambda store, query: store.queries.find(query, FindOrder.NEWEST, _LIMIT), None),
    "best 50 with snippets": (lambda store, query: store.queries.find(query, FindOrder.BEST, _LIMIT), 60.0),
}
"""Each way to search, and the most CPU milliseconds it is to take at the 95th percentile."""


def main() -> None:
    """Fill a database and print each way's median and 95th percentile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--db", type=Path, help="keep the database there, and use it again if it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or Path(folder, "search.db")
        there = path.exists()
        with Store(path) as store:
            if not there:
                fill(store, options.articles)
            print(f"{store.counts().articles:,} articles, {path.stat().st_size / 1e6:.0f} MB; milliseconds of CPU")
            for name, (search, goal) in SEARCHES.items():
                for kind, asked in queries().items():
                    times = sorted(1_000 * cost(search, store, query) for query in asked)
                    middle, late = times[len(times) // 2], times[int(0.95 * len(times))]
                    said = "" if goal is None else f"  goal {goal:g}"
                    print(f"{name:24} {kind:24} median {middle:6.2f}  p95 {late:6.2f}{said}")


def fill(store: Store, number: int) -> None:
    """Take the articles in, by the thousand."""
    feed = store.add_feed(Feed("https://paper.example/feed.xml"))
    waiting = articles(number, words_each=300)
    while some := tuple(islice(waiting, 1_000)):
        store.save(FeedAnswer(feed, some))


def queries() -> dict[str, Sequence[Node]]:
    """Return queries by kind, their words drawn as often as they are written, or evenly from the frequent ones."""
    chance = random.Random(3)
    words = vocabulary()
    weights = [1 / rank for rank in range(1, len(words) + 1)]

    def word() -> Node:
        return Words(chance.choices(words, weights)[0])

    return {
        "a word": [word() for _ in range(100)],
        "a very frequent word": [Words(frequent) for frequent in words[:20]],
        "two words": [All((word(), word())) for _ in range(100)],
        "one without another": [All((word(), Not(word()))) for _ in range(50)],
        "one or another": [Either((word(), word())) for _ in range(50)],
        "a word, unread": [All((word(), Marked(Mark.UNREAD))) for _ in range(50)],
    }


def cost(search: Search, store: Store, query: Node) -> float:
    """Return the least CPU seconds of some runs of one search."""
    times = []
    for _ in range(_REPEATS):
        begun = time.process_time()
        search(store, query)
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
