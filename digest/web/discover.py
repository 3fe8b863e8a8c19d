"""The feeds of a web site, found from the address of one of its pages."""

from dataclasses import replace

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from ..errors import FeedError
from ..model import Feed
from ..text import clean_line
from .entries import link
from .fetch import PAGES, Fetcher

_FORMATS = ("rss+xml", "atom+xml", "rdf+xml", "feed+json")
_KINDS = frozenset({"application/xml", "text/xml", *(f"application/{x}" for x in _FORMATS)})
_USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
_MOST = 20


async def discover(url: str, fetcher: Fetcher) -> tuple[Feed, ...]:
    """Return what is behind an address the user typed: itself if it is a feed, else the feeds its page names.

    Where the page names none, the addresses feeds usually have are tried. FeedError if the address gives no answer;
    an empty tuple if there is no feed to be found.
    """
    response = await fetcher.fetch(url, typed=url, accept=PAGES)
    if looks_like_feed(response.body):
        typed = Feed(url)
        return (replace(typed, url=response.moved_to or typed.url),)
    named = feeds_of_page(response.body, response.final_url)
    if named:
        return named
    for path in _USUAL:
        address = link(path, response.final_url)
        try:
            if looks_like_feed((await fetcher.fetch(address, typed=url)).body):
                return (Feed(address),)
        except FeedError:
            continue
    return ()


def looks_like_feed(body: bytes) -> bool:
    """Say whether a body begins as a feed of some format does."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{"):
        return b"jsonfeed.org/version/" in start
    return start.startswith(b"<") and any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def feeds_of_page(body: bytes, url: str) -> tuple[Feed, ...]:
    """Return the feeds that a page's head names, each address once, in order."""
    try:
        page = document_fromstring(body[: 1024 * 1024], parser=HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    found: dict[str, Feed] = {}
    for tag in page.iter("link"):
        kinds, rel = (tag.get("type") or "").split(";")[0].strip().lower(), (tag.get("rel") or "").lower().split()
        address = link(tag.get("href") or "", url)
        if address and kinds in _KINDS and "alternate" in rel:
            found.setdefault(address, Feed(address, title=clean_line(tag.get("title") or "", 200)))
    return tuple(found.values())[:_MOST]
