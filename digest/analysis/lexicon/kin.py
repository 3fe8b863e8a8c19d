"""Words that stand for one thing: a verb and the noun of its action, and nouns that news uses for one another."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

from ...text import singular, stem
from .predicates import action_nouns, class_names, lexicon


@lru_cache(maxsize=1 << 16)
def concept(word: str) -> str:
    """Return what a lower-case word stands for: its class ("@detain" for "arrested" and "arrest"), else its stem."""
    known = _kin()
    return known.get(word) or known.get(singular(word)) or stem(word)


@lru_cache(maxsize=1 << 16)
def kind_of_thing(noun: str) -> str:
    """Return the noun by which a counted thing is known, in the singular: "home" and "house" count houses."""
    return _nouns().get(noun, noun)


@cache
def _nouns() -> dict[str, str]:
    return {word: group[0] for group in _groups() for word in group}


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    path = resources.files(__package__).joinpath("data/kin.toml")
    return tuple(map(tuple, tomllib.loads(path.read_text(encoding="utf8"))["kin"]))


@cache
def _kin() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _groups():
        for word in group:
            found.setdefault(word, stem(group[0]))
    for noun, name in action_nouns().items():
        found.setdefault(noun, f"@{name}")
    for words, predicate in lexicon().items():
        if len(words) == 1 and predicate.name in class_names():
            found.setdefault(words[0], f"@{predicate.name}")
    return found
