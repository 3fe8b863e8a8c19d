"""The lexicon of what people do in the news, read from a file people can read and extend."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache
from importlib import resources
from typing import Any


class Form(Flag):
    """Which forms of a verb a spelling may be: "cut" is three of them."""

    BASE = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb's place in the lexicon."""

    name: str
    """Its class: "decide"; a verb of no class is one of its own."""
    rank: int
    """Its step in the class, from 1."""
    verb: str
    """The dictionary form."""


@cache
def lexicon() -> dict[tuple[str, ...], Predicate]:
    """Return each form of each verb, as its words in lower case, with its predicate."""
    return {form: predicate for form, (predicate, _) in _forms_known().items()}


@cache
def first_words() -> frozenset[str]:
    """Return the words by which a verb of the lexicon can begin."""
    return frozenset(words[0] for words in lexicon())


@cache
def form_of(words: tuple[str, ...]) -> Form:
    """Return which forms of its verb the words may be; none for words that are no verb of the lexicon."""
    found = _forms_known().get(words)
    return found[1] if found else Form(0)


@dataclass(frozen=True, slots=True)
class Ladder:
    """What another step of a class means: `kind` is "status", "wording" or nothing."""

    kind: str = ""
    settled: int = 0
    """From this step on the matter is settled; 0 where a class knows no such step."""


@cache
def ladder_of(name: str) -> Ladder:
    """Return the ladder of a class; of none, nothing is compared."""
    entry = _classes().get(name, {}) if name in class_names() else {}
    return Ladder(entry.get("ladder", ""), entry.get("settled", 0))


@cache
def action_nouns() -> dict[str, str]:
    """Return each noun of an action ("arrest", "resignation") with its class."""
    return {noun: name for name, entry in _classes().items() for noun in entry.get("nouns", ())}


@cache
def class_names() -> frozenset[str]:
    """Return the names of the classes that hold several verbs; a verb outside them is alone in its own."""
    return frozenset(_classes()) - {"plain"}


@cache
def _classes() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data/predicates.toml").read_text(encoding="utf8"))


@cache
def _forms_known() -> dict[tuple[str, ...], tuple[Predicate, Form]]:
    found: dict[tuple[str, ...], tuple[Predicate, Form]] = {}
    for item, predicate in _entries():
        verb, _, irregular = item.partition(":")
        for words, form in _forms(verb, irregular):
            known, forms = found.setdefault(tuple(words.split()), (predicate, form))
            if known is predicate:
                found[tuple(words.split())] = (predicate, forms | form)
    return found


def _entries() -> Iterator[tuple[str, Predicate]]:
    """Yield the verbs of the file, those of a class first."""
    classes = _classes()
    for name, entry in classes.items():
        for rank, verbs in enumerate(entry.get("steps", ()), 1):
            for item in verbs:
                yield item, Predicate(name, rank, item.partition(":")[0])
    for item in classes["plain"]["each"]:
        verb = item.partition(":")[0]
        yield item, Predicate(verb, 1, verb)


def _forms(verb: str, irregular: str) -> Iterator[tuple[str, Form]]:
    """Yield a verb's forms; regular ones by the rules of English spelling."""
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    given = [form.strip() for form in irregular.split(",") if form.strip()]
    yield verb, Form.BASE
    present, past, gerund = _regular(head)
    if rest:
        for form in given:
            yield form, _by_ending(form.split()[0])
    elif given:
        yield given[0], Form.PAST
        for form in given[1:] or given:
            yield form, Form.PARTICIPLE
    yield present + rest, Form.PRESENT
    if not given or past in given:
        yield past + rest, Form.PAST | Form.PARTICIPLE
    yield gerund + rest, Form.GERUND


def _by_ending(head: str) -> Form:
    if head.endswith("ing"):
        return Form.GERUND
    return Form.PRESENT if head.endswith("s") else Form.PAST | Form.PARTICIPLE


def _regular(verb: str) -> tuple[str, str, str]:
    """Return the present, past and gerund of a verb by the rules of spelling."""
    if verb.endswith("ie"):
        return verb + "s", verb + "d", verb[:-2] + "ying"
    if verb.endswith("ee"):
        return verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    doubled = verb + verb[-1] if verb in _DOUBLING else verb
    present = verb + "es" if verb.endswith(("s", "x", "ch", "sh", "go")) else verb + "s"
    return present, doubled + "ed", doubled + "ing"


_DOUBLING = frozenset(
    "stop plan ban drop set hit quit begin win bar scrap commit submit admit cut put let get shut run sit swim dig"
    " stab rob slam trim slip ship grab step plot clap wrap trap top net upset split forget regret refer occur"
    " transfer acquit cancel travel label quarrel".split()
)
