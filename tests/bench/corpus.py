"""An invented corpus of any size: words drawn as often as words are drawn in real texts (Zipf), always the same."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count, islice, product

from digest.model import Article

NEWEST = datetime(2020, 8, 29, 6, tzinfo=UTC)
_SYLLABLES = (
    "ba ce di fe gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru kna ple sto tra vri".split()
)
_WORDS = 30_000
_OUTLETS = 60


def vocabulary() -> list[str]:
    """Return the words, the most frequent first."""
    made = ("".join(parts) for size in count(1) for parts in product(_SYLLABLES, repeat=size))
    return list(islice(made, _WORDS))


def articles(number: int, words_each: int = 400) -> Iterator[Article]:
    """Yield articles, the oldest first, one every minute."""
    chance = random.Random(11)
    words = vocabulary()
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for n in range(number):
        told = chance.choices(words, cum_weights=weights, k=words_each)
        text = ". ".join(" ".join(told[i : i + 20]).capitalize() for i in range(0, len(told), 20)) + "."
        when = NEWEST - timedelta(minutes=number - n)
        yield Article(
            f"https://paper.example/{n}",
            f"Outlet {n % _OUTLETS}",
            " ".join(chance.choices(words, cum_weights=weights, k=9)).capitalize(),
            text,
            when,
            url=f"https://paper.example/{n}",
            published=when,
            language="en",
        )
