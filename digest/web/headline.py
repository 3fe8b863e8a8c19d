"""The headline of a page, chosen among the four places that state one: JSON-LD, og:title, first heading, title."""

import re
from collections.abc import Iterable
from html import unescape

from ..text import clean_line
from .pagemeta import PageMeta, words_of

_TAIL = re.compile(r"\s+[|–—*·•»:-]\s*|\s*[|｜：]\s*|\s+[-–—]\s+")
_HEADINGS = 3
_LEAST = 8
"""Characters a headline has at least: a section or a site is named in fewer."""


def headline(said: PageMeta) -> str:
    """Return the headline as the outlet shares it (og:title), unless the page tells that this is not as it was written.

    The site's own name is cut off; what only repeats the title element, beside another wording in the JSON-LD, is made
    for search engines; and a kicker stays where the page shows it. An outlet that writes two headlines shares the one
    that stands alone, and it is that one which people who note headlines down mostly take.
    """
    sites = site_names(said)
    linked = next((_without_site(words_of(value), sites) for value in said.said("headline", "name")), "")
    shared = _without_site(said.first("og:title", "twitter:title"), sites)
    element = _without_site(said.title, sites)
    headings = tuple(filter(None, map(clean_line, said.headings[:_HEADINGS])))
    if not shared:
        return linked or _begun(element, headings) or next(iter(headings), "") or element
    if bare(shared) in {bare(line) for line in (linked, *headings)}:
        return shared
    if linked and _begun(element, [shared]):
        return linked
    if plainer := _begun(shared, (linked, *headings)):
        return plainer
    return linked if _adds_a_kicker(linked, shared, headings) else shared


def site_names(said: PageMeta) -> tuple[str, ...]:
    """Return the names under which the page's site goes, as its metadata gives them."""
    names = [said.first("og:site_name"), said.first("application-name")]
    names += [words_of(value) for value in said.said("publisher")]
    return tuple(dict.fromkeys(name for name in map(clean_line, names) if name))


def bare(text: str) -> str:
    """Return the words alone, in lower case: two spellings of one headline are equal by it."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def _begun(title: str, candidates: Iterable[str]) -> str:
    """Return the candidate that a title begins with before a dash or a bar, or that it is; else an empty string."""
    starts = {bare(title[: tail.start()]) for tail in _TAIL.finditer(title) if tail.start() >= _LEAST} | {bare(title)}
    return next((line for line in candidates if bare(line) in starts - {""}), "")


def _adds_a_kicker(linked: str, shared: str, headings: Iterable[str]) -> bool:
    """Tell whether the JSON-LD sets words before the shared title that the page's heading shows as well."""
    return bare(linked).endswith(f" {bare(shared)}") and bare(linked) in map(bare, headings)


def _without_site(title: str, sites: tuple[str, ...]) -> str:
    """Cut the site's name off the end, with the byline or section that may stand around it."""
    title = clean_line(unescape(title))
    for match in _TAIL.finditer(title):
        parts = [bare(part) for part in _TAIL.split(title[match.end() :])]
        if match.start() >= _LEAST and any(part and _same(part, bare(site)) for part in parts for site in sites):
            return title[: match.start()].rstrip()
    return title


def _same(part: str, site: str) -> bool:
    """Tell whether two bare names are of one site: "cnn politics" and "cnn", "mirror" and "mirroronline"."""
    short, long = sorted((part, site), key=len)
    return long.startswith(f"{short} ") or long == short or (len(short) > 4 and long.startswith(short))
