"""What a page says about itself: headline, time, authors, in JSON-LD, meta tags and marked-up elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_BYLINE = re.compile(r"(?:^|[\s_-])(?:author|byline|autor)(?:[_-]{0,2}name)?(?:$|\s)", re.IGNORECASE)
_BYLINE_CHARACTERS = 60
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class PageMeta:
    """The statements of one page, raw: the same thing may be said in several ways."""

    linked: tuple[dict[str, Any], ...]
    """Its JSON-LD objects that are articles, the one that calls itself news first."""
    persons: dict[str, dict[str, Any]]
    """Its JSON-LD persons and organisations by the id that articles name them with."""
    meta: dict[str, tuple[str, ...]]
    """Its meta tags: lower-case name or property to the values, in order."""
    headings: tuple[str, ...]
    """Its first-level headings."""
    bylines: tuple[str, ...]
    """What it marks as a byline: by rel, itemprop or a class that says so."""
    title: str
    """Its title element."""
    language: str

    def first(self, *names: str) -> str:
        """Return the first value that one of the meta tags gives."""
        return next((value for name in names for value in self.meta.get(name, ()) if value.strip()), "")

    def said(self, *names: str) -> Iterator[Any]:
        """Yield the values the JSON-LD articles give under these names."""
        for name in names:
            yield from (found[name] for found in self.linked if found.get(name))

    def said_plainly(self, name: str) -> Iterator[str]:
        """Yield a JSON-LD value as lower-case text, be it a boolean or a string; false counts as said."""
        yield from (str(found[name]).lower() for found in self.linked if found.get(name) is not None)


def page_meta(tree: HtmlElement) -> PageMeta:
    """Read all that a page says about itself."""
    meta: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name and tag.get("content"):
            meta.setdefault(name.lower(), []).append(tag.get("content"))
    things = tuple(_linked(tree))
    articles = [thing for thing in things if _is_article(thing)]
    title = next((t.text_content() for t in tree.iter("title")), "")
    return PageMeta(
        linked=tuple(sorted(articles, key=lambda found: "News" not in str(found.get("@type")))),
        persons={str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing},
        meta={name: tuple(values) for name, values in meta.items()},
        headings=tuple(line for h in tree.iter("h1") if (line := " ".join(h.text_content().split()))),
        bylines=tuple(_bylines(tree)),
        title=" ".join(title.split()),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
    )


def _bylines(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("a", "span", "p", "div", "address"):
        marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if marked or _BYLINE.search(element.get("class") or ""):
            text = " ".join(element.text_content().split())
            if 0 < len(text) <= _BYLINE_CHARACTERS:
                yield text


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(_bare(script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _things(found, 0)


def _bare(text: str) -> str:
    """Return the JSON without the comment and CDATA marks some sites wrap it in."""
    return re.sub(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*$", "", text).strip().rstrip(";")


def _things(found: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield every object, outer ones first."""
    if depth > _DEPTH:
        return
    if isinstance(found, dict):
        yield found
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(found.get(name), depth + 1)
    elif isinstance(found, list):
        for part in found[:200]:
            yield from _things(part, depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def words_of(value: object) -> str:
    """Return the text of a JSON-LD value, character references replaced (twice, as many sites escape twice)."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return " ".join(unescape(unescape(value)).split()) if isinstance(value, str) else ""
