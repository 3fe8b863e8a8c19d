"""What a digest of a day costs: `python -m tests.bench.export` prints seconds of CPU and memory, and the goals.

The day is invented: 5,000 articles of 60 outlets in stories of one to eight accounts that agree in part and differ in
part. The first export reads the facts of the texts it compares, as an ingest does ahead for some; later ones find them.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from digest.model import Article, Decision, Feed, FeedAnswer
from digest.store import Store

from . import cost
from .corpus import NEWEST

_GOAL_S, _GOAL_MIB = 2.0, 200
_PLACES = "Osmere Kestrel Lethmar Port Ansel Dunmore Vantry Halden Orsk Selby Marrow Tilbrook".split()
_LINES = (
    "The smoke could be seen from the hills above {0} until the evening.",
    "Neighbours brought blankets and tea to those who were waiting outside.",
    "It was the third fire of its kind in the county since the spring.",
    "The council had promised new alarms for the {1} two years ago.",
    "An engineer, Ida Lorne, said that the wiring was old but had been looked after.",
    "The wind turned at noon, which helped the crews.",
    "Schools near the {1} stayed shut, and buses took another way.",
    "{0} has lived from the {1} for three generations.",
    "A spokesman for the owners declined to comment.",
    "The insurers are to visit the place next week.",
    "Most of the roof has gone, and the north wall leans.",
    "Some of the injured were taken to the hospital in Halden by boat.",
    "Children drew pictures for the fire crews, which hang in the town hall.",
    "The cause is not known yet, the fire service said in a statement.",
    "Work at the {1} had stopped an hour before, as on every Friday.",
    "A collection for the families has begun at the market.",
    "The minister will travel to {0} as soon as the road is open.",
    "Divers searched the basin beside the {1} and found nothing.",
    "Reporters were kept behind a line of tape for most of the day.",
    "The clock above the gate stopped at ten past two.",
)
_THINGS = "ferry bridge mine school factory train harbour dam market clinic".split()


def main() -> None:
    """Fill a database and print what the first export and the next cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--format", default="markdown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "digest.db")
        with Store(path) as store:
            fill(store, options.articles)
        command = [sys.executable, "-m", "digest", "--db", str(path), "export", "--day", f"{NEWEST.date()}"]
        for name in ("first", "again", "again"):
            log = Path(folder, f"{name}.md")
            log.unlink(missing_ok=True)
            ran = cost.run([*command, "--format", options.format], env={"TZ": "UTC"}, log=str(log))
            print(
                f"{name:6} {ran.cpu_s:5.2f} s CPU (goal {_GOAL_S:g})  {ran.rss_mib:4.0f} MiB (goal {_GOAL_MIB})"
                f"  {log.stat().st_size / 1024:,.0f} kB  exit {ran.code}"
            )


def fill(store: Store, number: int) -> None:
    """Take in the day's articles and group them as they were made."""
    chance = random.Random(5)
    feed = store.add_feed(Feed("https://paper.example/feed.xml"))
    stories = list(_stories(chance, number))
    ids = iter(store.save(FeedAnswer(feed, tuple(article for story in stories for article in story))).ids)
    store.record(
        Decision("join" if n else "new", next(ids), story_id)
        for story_id, story in enumerate(stories, start=1)
        for n in range(len(story))
    )


def _stories(chance: random.Random, number: int) -> Iterator[tuple[Article, ...]]:
    """Yield the stories, the accounts of each: some outlets carry nearly the same words."""
    made = 0
    while made < number:
        size = min(number - made, chance.choice((1, 1, 2, 2, 3, 4, 5, 6, 8)))
        place, thing, toll = chance.choice(_PLACES), chance.choice(_THINGS), chance.randrange(3, 90)
        outlets = chance.sample(range(60), size)
        yield tuple(_article(chance, made + n, outlet, place, thing, toll) for n, outlet in enumerate(outlets))
        made += size


def _article(chance: random.Random, number: int, outlet: int, place: str, thing: str, toll: int) -> Article:
    said = toll + chance.choice((0, 0, 0, 1, 2))
    sentences = [
        f"At least {said} people were injured when the {thing} in {place} caught fire on Friday, officials said.",
        f'"We heard a bang and then everybody ran," said Mara Quill, who works at the {thing}.',
        f"The mayor of {place}, Tomas Brandt, {chance.choice(('ordered', 'was considering'))} an inquiry on Saturday.",
        f"Repairs are expected to cost {chance.choice((12, 12, 14))} million euros.",
        f"The {thing} was built in {1950 + toll} and served {toll * 1_000:,} people a year.",
        f"Police in {place} arrested {chance.choice(('two', 'three'))} men in connection with the fire.",
        f"Number {number} of these accounts adds that trains to {place} were {chance.choice(('late', 'cancelled'))}.",
    ]
    first, *rest = sentences
    text = " ".join(
        [first, *chance.sample(rest, k=5), *(line.format(place, thing) for line in chance.sample(_LINES, 10))]
    )
    when = NEWEST.replace(hour=0) + timedelta(minutes=chance.randrange(1_430))
    return Article(
        f"{number}",
        f"Outlet {outlet}",
        f"Fire at {thing} in {place} injures {said}",
        text,
        when,
        url=f"https://outlet{outlet}.example/{number}",
        published=when,
        language="en",
    )


if __name__ == "__main__":
    main()
