"""The lexicon of what people do in the news, read from a file people can read and extend."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb's place in the lexicon."""

    name: str
    """Its class: "decide"."""
    rank: int
    """Its step in the class, from 1."""
    verb: str
    """The dictionary form."""
    ladder: str
    """What another step of the same class means: "status", "wording" or nothing."""


@cache
def lexicon() -> dict[tuple[str, ...], Predicate]:
    """Return each form of each verb, as its words in lower case, with its predicate."""
    path = resources.files(__package__).joinpath("data/predicates.toml")
    classes = tomllib.loads(path.read_text(encoding="utf8"))
    found: dict[tuple[str, ...], Predicate] = {}
    for name, entry in classes.items():
        for rank, verbs in enumerate(entry["steps"], 1):
            for item in verbs:
                verb, _, irregular = item.partition(":")
                predicate = Predicate(name, rank, verb, entry.get("ladder", ""))
                for form in _forms(verb, irregular):
                    found.setdefault(tuple(form.split()), predicate)
    return found


def _forms(verb: str, irregular: str) -> Iterator[str]:
    """Yield a verb's forms; regular ones by the rules of English spelling."""
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    yield verb
    yield from (form.strip() for form in irregular.split(",") if form.strip())
    for form in _regular(head):
        yield form + rest


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return verb + "s", verb + "d", verb[:-2] + "ying"
    if verb.endswith("ee"):
        return verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "x", "ch", "sh")):
        return verb + "es", verb + "ed", verb + "ing"
    doubled = verb + verb[-1] if verb in _DOUBLING else verb
    return verb + "s", doubled + "ed", doubled + "ing"


_DOUBLING = frozenset("stop plan ban drop set hit quit begin win bar scrap".split())
