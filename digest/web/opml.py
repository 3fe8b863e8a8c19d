"""Lists of subscriptions in OPML, in and out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from ..errors import DocumentError, FeedError
from ..model import Feed
from ..text import clean_line
from .entries import link
from .guard import web_url

_BYTES = 10 * 1024 * 1024


def read_opml(path: Path) -> tuple[Feed, ...]:
    """Return the feeds of an OPML file, each address once, in order; DocumentError if it is none.

    An outline whose address is no http(s) URL is left out.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise DocumentError(str(path), "larger than 10 MiB")
        body = path.read_bytes()
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error)) from error
    return parse_opml(body, str(path))


def parse_opml(body: bytes, name: str) -> tuple[Feed, ...]:
    """Return the feeds of OPML given as bytes; `name` is what an error calls it."""
    # No entity is resolved and no file or address is opened on the document's word.
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(name, "not an OPML file: it cannot be read as XML") from error
    if root is None or not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise DocumentError(name, "not an OPML file")
    return tuple({feed.url: feed for feed in _feeds(root)}.values())


def write_opml(feeds: Iterable[Feed], title: str = "digest subscriptions") -> str:
    """Return the feeds as an OPML 2.0 document."""
    lines = [
        f'<outline type="rss" text={quoteattr(feed.outlet or feed.title or feed.url)}'
        f" htmlUrl={quoteattr(feed.site)} xmlUrl={quoteattr(feed.url)}/>"
        for feed in feeds
    ]
    head = f"<head><title>{quoteattr(title)[1:-1]}</title></head>"
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<opml version="2.0">',
            head,
            "<body>",
            *lines,
            "</body>",
            "</opml>",
            "",
        ]
    )


def _feeds(root: etree._Element) -> Iterator[Feed]:
    for outline in root.iter("outline"):
        fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        try:
            url = str(web_url(fields.get("xmlurl", "")))
        except FeedError:
            continue
        yield Feed(
            url=url,
            title=clean_line(fields.get("title") or fields.get("text") or "", 200),
            site=link(fields.get("htmlurl", ""), url),
        )
