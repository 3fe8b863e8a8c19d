"""What reading and comparing cost: `python -m tests.bench.compare`, CPU milliseconds on one core.

The accounts are invented, of some 650 words, and tell one event in partly the same words. "unread" is a comparison
before any facts are kept, "first" one by kept facts in a process that has not seen the texts, "again" the same once
more. Reading the articles from the database is counted in.
"""

import functools
import gc
import statistics
import time
from collections.abc import Callable
from random import Random

from digest.analysis.findings import find
from digest.desk import Desk
from digest.model import Article
from digest.store import Store

from ..analysis.accounts import account
from ..store.sample import ago, article, told

_PEOPLE = ("Harbour Master Tilda Wren", "Mayor Anna Tarn", "Captain Jonas Birk", "Inspector Ole Stamm", "Dr Mira Lund")
_VERBS = ("said", "warned", "denied", "confirmed", "announced", "claimed")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_PLACES = ("Holm", "Port Ansel", "the Kestrel Sound", "Tolvenny", "Great Hesk", "the northern quay")
_SENTENCES = (
    "{person} {verb} on {day} that {n} passengers had been brought ashore near {place} after the fire aboard.",
    "“We did not expect so many people to be on board that evening,” {person} told reporters in {place}.",
    "At least {n} people were injured, {m} of them seriously, when smoke filled the lower deck of the ferry Anneke.",
    "The company agreed to pay ${m} million to the families of the dead, a spokesman {verb} late on {day}.",
    "In 1994 a fire on the same route killed {m} people and led to rules that {person} has called outdated.",
    "Ministers are considering a ban on night sailings between {place} and the mainland until {day} at the earliest.",
    "About {n} rescuers searched the water off {place} for more than {m} hours, while relatives waited at the pier.",
    "{person} refused to say whether the owner had been warned about the engine before the ship left {place}.",
    "The union urged the government to order an inquiry, and {person} {verb} that it would begin next {day}.",
    "Shares of the operator fell by {m} percent in early trading, the largest loss in nearly {n} weeks.",
    "“Nobody should have died,” {person} {verb}, “and nobody should have to wait {m} days for an answer.”",
    "A storm slowed the boats, and the ferry was towed to {place} with {n} cars still on her upper deck.",
)


def articles(number: int, words: int = 650) -> tuple[Article, ...]:
    """Return invented articles on one event, the same ones each time."""
    chance = Random(7)
    return tuple(
        article(str(n), outlet=f"Outlet {n}", text=_text(chance, words), published=ago(n)) for n in range(number)
    )


def _text(chance: Random, words: int) -> str:
    """Return a text that tells what all tell, each thing once, among as much that it alone tells."""
    told = [
        sentence.format(
            person=chance.choice(_PEOPLE),
            verb=chance.choice(_VERBS),
            day=chance.choice(_DAYS),
            place=chance.choice(_PLACES),
            n=chance.randrange(12, 15),
            m=chance.randrange(3, 6),
        )
        for sentence in chance.sample(_SENTENCES, 9)
    ]
    while sum(len(sentence.split()) for sentence in told) < words:
        own = " ".join("".join(chance.choices("aeioulnrstdkm", k=chance.randrange(3, 9))) for _ in range(18))
        told.insert(chance.randrange(len(told)), f"The {own} in {chance.choice(_PLACES)}.")
    return "\n".join(" ".join(told[i : i + 3]) for i in range(0, len(told), 3))


def main() -> None:
    """Print the table."""
    ten = articles(10)
    outlets = [one.outlet for one in ten]
    print("| what | CPU ms: median (span) of 9 |\n|---|---|")
    _row("facts of one account", lambda: find(account(ten[0].text), None), before=_forget)
    for name, named in (("a pair", outlets[:2]), ("ten accounts", outlets)):
        with Store() as store:
            told(store, 1, *ten)

            def compare(store: Store = store, named: list[str] = named) -> object:
                return Desk(store).compare(1, named)

            _row(f"{name}, unread", compare, before=functools.partial(_unread, store))
            _row(f"{name}, first", compare, before=_forget)
            _row(f"{name}, again", compare)


def _row(name: str, what: Callable[[], object], before: Callable[[], None] = lambda: None) -> None:
    taken = []
    for _ in range(9):
        before()
        begun = time.process_time()
        what()
        taken.append(1000 * (time.process_time() - begun))
    print(f"| {name} | {statistics.median(taken):.1f} ({min(taken):.1f}-{max(taken):.1f}) |", flush=True)


def _forget() -> None:
    """Empty the caches of texts that the process holds: those of 64 places."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.cache_parameters()["maxsize"] == 64:
            found.cache_clear()


def _unread(store: Store) -> None:
    _forget()
    store.facts.keep(dict.fromkeys(store.facts.stamps(range(1, 11)), ("", b"")))


if __name__ == "__main__":
    main()
