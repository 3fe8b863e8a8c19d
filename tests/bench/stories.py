"""What grouping costs, by how much the database holds: `python -m tests.bench.stories [SIZE ...]`.

The archive is invented: each article has the terms of a story of its own and words as common as in news. The latest
50,000 articles (all of them in a smaller archive) fall into the window. Printed for each size: the CPU
time of adding one article, all in but the import, and that of a process that groups 200 new ones.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from digest.analysis.stories.cluster import VERSION
from digest.ingest.clustering import cluster
from digest.model import Article
from digest.store import Store
from digest.store.rows import time_text
from digest.store.terms import _number

_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_WINDOW = 50_000
_DAYS = 12
_COMMON, _NAMES = 20_000, 400_000
_ADDED, _RUN = 60, 200
_GROUP = (
    "import sys, time\nfrom pathlib import Path\nfrom digest.store import Store\n"
    "from digest.ingest.grouping import group\nwith Store(Path(sys.argv[1])) as store: group(store)\n"
    "print(time.process_time())"
)


def words(chance: random.Random) -> list[str]:
    """Return an article's words: 40 names of its event, 260 words each as common as its number says."""
    event = chance.randrange(_NAMES // 40)
    names = [f"Name{chance.randrange(40) + 40 * event}" for _ in range(40)]
    return names + [f"word{int(_COMMON ** chance.random())}" for _ in range(260)]


def article(number: int, chance: random.Random) -> Article:
    """Return a new article of the last day."""
    told = words(chance)
    chance.shuffle(told)
    text = ". ".join(" ".join(["the", "and", "of", *told[i : i + 12]]) for i in range(0, len(told), 12))
    when = _NOW - timedelta(minutes=chance.randrange(1_000))
    return Article(f"new-{number}", "Outlet", " ".join(told[:9]), text, fetched=_NOW, published=when, language="en")


def fill(store: Store, size: int, chance: random.Random) -> None:
    """Put `size` grouped articles into the database, the latest in the window, without reading any text."""
    (first,) = store.save_document(replace(article(0, chance), key="first")).new
    cluster(store, store.ungrouped())
    with store.writing() as db:
        names = [
            row[1] for row in db.execute("PRAGMA table_info(articles)") if row[1] not in ("id", "key", "counts_at")
        ]
        columns = ", ".join(names)
        seen: Counter[int] = Counter()
        for number, when, told in _archive(size, chance):
            db.execute(
                f"INSERT INTO articles (id, key, counts_at, {columns})"
                f" SELECT ?, ?, ?, {columns} FROM articles WHERE id = ?",
                (number, f"old-{number}", time_text(when), first),
            )
            db.execute("INSERT INTO contents VALUES (?, '', '')", (number,))
            db.execute("INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, '', '', '')", (number,))
            db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (number, number))
            weights = [300] * len(told)
            profile = [
                " ".join(told),
                weights,
                [7_000] * len(told),
                [4] * len(told),
                [0, [], [], []],
                [2_000, 9, [0] * 3],
            ]
            db.execute("INSERT INTO article_terms VALUES (?, ?, 'en', ?)", (number, VERSION, json.dumps(profile)))
            terms = [_number("en", word) for word in told]
            day = (when - datetime(1970, 1, 1, tzinfo=UTC)).days
            db.executemany("INSERT INTO postings VALUES (?, ?, ?, 300)", [(t, day, number) for t in set(terms[:40])])
            seen.update(set(terms))
            seen[_number("en")] += 1
        db.executemany(
            "INSERT INTO term_counts VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET seen = seen + excluded.seen",
            sorted(seen.items()),
        )


def _archive(size: int, chance: random.Random) -> Iterator[tuple[int, datetime, list[str]]]:
    for number in range(2, size + 2):
        age = _DAYS * chance.random() if number > size - _WINDOW else 30 + 700 * chance.random()
        yield number, _NOW - timedelta(days=age), list(dict.fromkeys(word.lower() for word in words(chance)))


def measure(size: int, folder: Path) -> str:
    """Return one line of the table."""
    chance, file = random.Random(size), folder / f"{size}.db"
    with Store(file) as store:
        fill(store, size, chance)
        took = []
        for number in range(_ADDED):
            store.save_document(article(number, chance))
            new, begun = store.ungrouped(), process_time()
            cluster(store, new)
            took.append(1_000 * (process_time() - begun))
        for number in range(_RUN):
            store.save_document(article(_ADDED + number, chance))
    took.sort()
    done = subprocess.run([sys.executable, "-c", _GROUP, str(file)], capture_output=True, text=True, check=True)
    middle, late = took[len(took) // 2], took[int(0.95 * len(took))]
    run = f"{_RUN} new {float(done.stdout):.2f} s CPU"
    return f"{size:>9,} articles: one added {middle:5.1f} ms, p95 {late:5.1f} ms; {run}"


def main() -> None:
    """Print the curve."""
    sizes = [int(size) for size in sys.argv[1:]] or [6_000, 10_000, 50_000, 200_000]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(size, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
