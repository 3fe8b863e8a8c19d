"""Time, authors and outlet of a page, chosen among the things it says about itself."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import Any

from ..text import clean_line
from .dates import when
from .headline import bare, site_names
from .pagemeta import PageMeta, words_of

_AUTHORS = 10
_OPENING = 5
"""Lines above the first paragraph that may hold who signs."""
_PARAGRAPH = 80
_LIST = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&)\s+", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_AUTHOR_TAG = re.compile(r"(?:^|article|parsely|cxense\w*|og)[:_.-]?(?:author|author_name|byline|byl)$")
_CLOCK = re.compile(r"\d\d:\d\d")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "date.available",
    "dc.date.issued",
    "dcterms.created",
    "date",
    "dc.date",
    "pubdate",
    "sailthru.date",
)


def published(said: PageMeta, times: tuple[str, ...]) -> datetime | None:
    """Return when it was published; a statement with a time of day goes before one without.

    `times` are the machine-readable times shown on the page.
    """
    stated = [words_of(value) for value in said.said("datePublished", "dateCreated", "uploadDate")]
    stated += [said.first(name) for name in _PUBLISHED]
    stated += times[:1]
    known = [text for text in stated if when(text)]
    exact = (text for text in known if _CLOCK.search(text))
    return when(next(exact, known[0] if known else ""))


def authors(said: PageMeta, text: str = "") -> tuple[str, ...]:
    """Return who wrote it, as the page names them: persons before the outlet itself.

    `text` is the article's; the line that signs it counts where nothing else names a person.
    """
    named = [name for value in said.said("author", "creator") for name in _names(value, said)]
    named += list(_meta_names(said))
    listed = [clean_line(_BY.sub("", part), 80) for name in named for part in _LIST.split(name)]
    sites = {bare(site) for site in site_names(said)}
    found = tuple(dict.fromkeys(name for name in listed if name and _is_name(name)))
    persons = tuple(name for name in found if bare(name) not in sites)
    shown = dict.fromkeys(clean_line(_BY.sub("", line), 80) for line in said.bylines)
    signed = [name for name in shown if _is_name(name) and bare(name) not in sites]
    if not persons:
        persons = tuple(signed[:3]) or _signing(text)
    elif persons[-1] in signed:
        # Some sites name but one of several authors in their metadata; those shown before it wrote it with them.
        before = signed[: signed.index(persons[-1])]
        persons = tuple(dict.fromkeys([*(name for name in before if _is_person(name)), *persons]))
    return (persons or found)[:_AUTHORS]


def _signing(text: str) -> tuple[str, ...]:
    """Return the names of the line above the first paragraph: "By Ana Petrel", "Ana Petrel/Jo Marsh"."""
    above: list[str] = []
    for line in text.split("\n\n")[:_OPENING]:
        if len(line) >= _PARAGRAPH:
            break
        above.append(line)
    for line in above:
        names = [name.strip() for part in _LIST.split(_BY.sub("", line)) for name in part.split("/")]
        if (len(names) > 1 or _BY.match(line)) and all(map(_is_person, names)):
            return tuple(names)
    return ()


def _is_person(name: str) -> bool:
    """Tell whether a name is spelled as one of a person: two to four words, the first and the last in capitals."""
    words = name.split()
    return 2 <= len(words) <= 4 and _is_name(name) and words[0][0].isupper() and words[-1][0].isupper()


def outlet(said: PageMeta) -> str:
    """Return the outlet's name as the page gives it, or an empty string."""
    publisher = next((words_of(value) for value in said.said("publisher")), "")
    return clean_line(said.first("og:site_name") or publisher, 80)


def language(said: PageMeta) -> str:
    """Return the ISO 639-1 code the page declares, or an empty string."""
    stated = said.language or next((words_of(v) for v in said.said("inLanguage")), "") or said.first("og:locale")
    code = re.split("[-_]", stated.strip().lower())[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def standfirst(said: PageMeta) -> str:
    """Return the description the page gives of itself; where it is shown too, it is the standfirst."""
    return clean_line(unescape(said.first("og:description", "description")))


def _names(value: object, said: PageMeta) -> Iterator[str]:
    if isinstance(value, list):
        for one in value[:_AUTHORS]:
            yield from _names(one, said)
    elif isinstance(value, dict):
        person: dict[str, Any] = value
        if not any(person.get(key) for key in ("name", "byline", "familyName")):
            person = said.persons.get(str(person.get("@id")), {})
        whole = " ".join(words_of(person.get(key)) for key in ("givenName", "familyName")).strip()
        yield words_of(person.get("name")) or words_of(person.get("byline")) or whole
    elif isinstance(value, str):
        yield words_of(value)


def _meta_names(said: PageMeta) -> Iterator[str]:
    """Yield what its meta tags call the author, under whichever of their many names."""
    for name, values in said.meta.items():
        if _AUTHOR_TAG.search(name):
            yield from values
    for name in said.meta.get("dc.creator", ()):
        yield " ".join(reversed(name.split(", ", 1)))


def _is_name(name: str) -> bool:
    return (
        2 <= len(name) <= 60
        and not re.search(r"https?:|www\.|[@(){}]|^\W|/", name)
        and bool(re.search(r"[^\W\d_]", name))
    )
