"""Names of an article: persons with their titles, institutions and places, and who a short form or a pronoun means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...text import Noise, noise
from ..lexicon.foreign_words import ARTICLES
from ..lexicon.name_words import BODIES, HE, PLACED, SHE, TITLES
from ..lexicon.speech_verbs import VERBS
from .runs import UP, Run, capitalised, last_title

_SPELT = frozenset({"us", "uk", "un", "eu"})
_ACRONYM = re.compile(rf"[{UP}]{{2,6}}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names someone or something, its title not included."""

    start: int
    end: int
    name: str
    """The fullest form the article gives."""
    title: str = ""
    """What stands before it: "German Chancellor", "spokesman"."""
    person: bool = False
    titled_start: int = 0
    """Where the title begins; `start` if there is none."""


class People:
    """Who and what is named in one article, by place."""

    def __init__(self, text: str, mentions: Iterable[Mention], short: dict[str, str]) -> None:
        self.text = text
        self.mentions = tuple(mentions)
        self._starts = [mention.start for mention in self.mentions]
        self._short = short
        self._persons = frozenset(mention.name for mention in self.mentions if mention.person)

    def is_person(self, name: str) -> bool:
        """Tell whether the article shows `name`, in its fullest form, to be a person's."""
        return name in self._persons

    def resolve(self, surface: str) -> str:
        """Return the fullest form the article gives for a name, titles and possessive dropped, else the name itself."""
        words = _bare(surface.replace("’s", "").replace("'s", "").split())
        name = " ".join(words)
        return self._short.get(name, self._short.get(words[-1], name) if _is_titled(surface) and words else name)

    def short(self, name: str) -> str:
        """Return a person's surname, or the full name if two of the article's persons share it."""
        surname = name.split()[-1]
        return surname if sum(other.split()[-1] == surname for other in self._persons) < 2 else name

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin in `text[start:end]`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def participants(self, start: int, end: int) -> tuple[str, ...]:
        """Return who and what is named in `text[start:end]`, each once, in the normal form of `key`."""
        return tuple(dict.fromkeys(key(mention) for mention in self.within(start, end)))

    def pronoun(self, word: str, at: int, since: int) -> str:
        """Return the person "he" or "she" at `at` means: the first person of its sentence before it, else the last.

        `since` is where the search begins (the sentence before); an empty string if nobody fits.
        """
        fits = [m for m in self.within(since, at) if m.person and not _other_gender(word.lower(), m.title)]
        return fits[-1].name if fits else ""

    def holder(self, title: str, at: int) -> str:
        """Return whom a bare title means ("The President"): the nearest person before `at` named with it."""
        wanted = title.lower()
        for mention in reversed(self.mentions[: bisect_left(self._starts, at)]):
            if mention.person and wanted in mention.title.lower().split():
                return mention.name
        return ""


def key(mention: Mention) -> str:
    """Return the form under which two articles' mentions meet: a person's surname, a name's words, in lower case."""
    name = mention.name.split()[-1] if mention.person else mention.name
    return name.casefold().replace("’", "'").replace(".", "")


def same(a: str, b: str) -> bool:
    """Tell whether two keys may name one thing: equal, or one the initials of the other."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    parts = [word for word in long.split() if word not in ("of", "the", "and", "for")]
    initials = "".join(part if part in _SPELT else part[0] for part in parts)  # "US Geological Survey" is USGS
    return len(parts) > 1 and short == initials


def people(text: str, left_out: tuple[Noise, ...] | None = None) -> People:
    """Return the names of an article; `left_out` is `noise(text)`, for callers that have it already.

    A single capitalised word that opens a sentence is a name only if it is one elsewhere in the article.
    """
    runs = list(capitalised(text, noise(text) if left_out is None else left_out))
    known = {run.name for run in runs if not run.opens or len(run.words) > 1}
    surnames = {run.words[-1] for run in runs if len(run.words) > 1}
    capitals = _noun_capitals(runs)
    runs = [
        run
        for run in runs
        if (not capitals or len(run.words) > 1 or run.title or run.name in surnames)
        and (not run.opens or len(run.words) > 1 or run.name in known or run.name in surnames or _stands_out(text, run))
    ]
    persons = _persons(runs)
    short = _short_forms(runs, persons)
    found = []
    for run in runs:
        name = short.get(run.name, run.name)
        person = name in persons or run.name in persons
        found.append(Mention(run.start, run.end, name, run.title, person, run.titled_start))
    return People(text, found, short)


def _noun_capitals(runs: list[Run]) -> bool:
    """Tell whether the language writes every noun with a capital, so that one alone proves nothing (German)."""
    articles = sum(run.before in ARTICLES for run in runs)
    return articles * 5 > len(runs)


def _stands_out(text: str, run: Run) -> bool:
    """Tell whether a word that opens a sentence is a name by its form or by what it does: "EU", "Lethmar's"."""
    return bool(_ACRONYM.match(run.name)) or text[run.end : run.end + 2] in ("'s", "’s") or _speaks(run)


def _speaks(run: Run) -> bool:
    return run.after.strip(", ") in VERBS or run.before.strip('"”,') in ("said", "says", "added")


def _introduces_person(after: str) -> bool:
    """Tell what follows a person's name: an age, a title, "who"."""
    if after in (", who", ", a", ", an", ", the", " who", " himself", " herself"):
        return True
    return after.startswith(",") and (after[1:].strip().isdigit() or after[1:].strip() in TITLES)


def _persons(runs: list[Run]) -> frozenset[str]:
    """Return the names for which the article gives evidence that they are persons."""
    alone = {run.name for run in runs if len(run.words) == 1}
    articles = {run.name for run in runs if run.before == "the" and not run.title}
    places = Counter(run.name for run in runs if run.before in PLACED)
    inside = Counter(run.name for run in runs if run.before in ("in", "at", "near", "across", "inside"))
    all_of = Counter(run.name for run in runs)
    found = set()
    for run in runs:
        name = run.name
        if name in found or any(word.lower() in BODIES for word in run.words) or _ACRONYM.match(run.words[-1]):
            continue
        if run.title:
            found.add(name)
        elif name in articles or places[name] * 2 > all_of[name]:
            continue
        elif len(run.words) > 1 and len(run.words) < 5:
            after = run.after
            if run.words[-1] in alone or _speaks(run) or _introduces_person(after):
                found.add(name)
        elif (
            _speaks(run) and not inside[name] and not any(other != name and other.startswith(name) for other in all_of)
        ):
            found.add(name)
    return frozenset(found)


def _short_forms(runs: list[Run], persons: frozenset[str]) -> dict[str, str]:
    """Map each short form to the full name the article gives: a surname, an acronym."""
    short: dict[str, str] = {}
    for run in runs:
        if len(run.words) > 1 and run.name in persons:
            short.setdefault(run.words[-1], run.name)
    names = [run.words for run in runs if len(run.words) > 1 and run.name not in persons]
    for run in runs:
        if len(run.words) == 1 and _ACRONYM.match(run.name) and run.name not in short:
            for words in names:
                if same(run.name.lower(), " ".join(words).lower()):
                    short[run.name] = " ".join(words)
                    break
    return short


def _bare(words: list[str]) -> list[str]:
    last = last_title(words)
    kept = words[last + 1 :] or words
    return kept[1:] if len(kept) > 1 and kept[0].lower() == "the" else kept


def _is_titled(surface: str) -> bool:
    return any(word.lower().strip(".") in TITLES for word in surface.split()[:-1])


def _other_gender(pronoun: str, title: str) -> bool:
    words = {word.lower().strip(".") for word in title.split()}
    return bool(words & (SHE if pronoun in ("he", "his", "him") else HE))
