"""Lists of subscriptions in OPML, in and out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from ..errors import DocumentError, FeedError
from ..model import Feed
from ..text import clean_line
from .entries import link
from .subscriptions import Subscriptions, address, once, tags
from .workers import Workers

_BYTES = 10 * 1024 * 1024
_TAGS = 50
"""Groups around a feed, and categories of it, that become tags; a list with more is none made for reading."""


def read_opml(path: Path) -> Subscriptions:
    """Return the feeds of an OPML file, each address once, in order; DocumentError if it is none, or not whole.

    It is read in a child process: lists are passed around, and libxml takes minutes over some.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise DocumentError(str(path), "larger than 10 MiB")
        body = path.read_bytes()
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error)) from error
    try:
        with Workers(1) as workers:
            found = workers.wait(str(path), _parsed, body, str(path))
    except FeedError as error:
        raise DocumentError(str(path), f"not an OPML file for digest: it {error.reason}") from error
    if isinstance(found, str):
        raise DocumentError(str(path), found)
    return found


def parse_opml(body: bytes, name: str) -> Subscriptions:
    """Return the feeds of OPML given as bytes; `name` is what an error calls it.

    The outlines around a feed and its categories become tags. All or nothing: what is cut off in the middle is refused.
    """
    # No entity is resolved and no file or address is opened on the document's word.
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, reader)
    except etree.XMLSyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        what = "is cut off or damaged" if b"<opml" in body[:2_000].lower() else "cannot be read as XML"
        raise DocumentError(
            name, f"not an OPML file: it {what}{line} ({clean_line(error.msg or '', 100)}); nothing was taken from it"
        ) from error
    except ValueError as error:
        raise DocumentError(name, "not an OPML file: it cannot be read as XML") from error
    if root is None or not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise DocumentError(name, "not an OPML file")
    feeds: list[Feed] = []
    refused: list[str] = []
    for fields, around in _outlines(root):
        title = clean_line(fields.get("title") or fields.get("text") or "", 200)
        try:
            url = address(fields["xmlurl"])
        except ValueError as error:
            refused.append(f"{title or 'an outline'}: {error}")
            continue
        if fields.get("filtercmd"):
            refused.append(f"{title or url}: its filter is a program, which digest never runs; subscribed without it")
        own = fields.get("category", "").replace("/", ",").split(",", _TAGS)[:_TAGS]
        feeds.append(Feed(url, title=title, site=link(fields.get("htmlurl", ""), url), tags=tags((*around, *own))))
    return Subscriptions(once(feeds), tuple(refused))


def write_opml(feeds: Iterable[Feed], title: str = "digest subscriptions") -> str:
    """Return the feeds as an OPML 2.0 document, each within the outline of its first tag."""
    groups: dict[str, list[Feed]] = {}
    for feed in feeds:
        groups.setdefault(feed.tags[0] if feed.tags else "", []).append(feed)
    lines = []
    for tag, members in groups.items():
        outlines = [_outline(feed) for feed in members]
        lines += [f"<outline text={_quoted(tag)}>", *outlines, "</outline>"] if tag else outlines
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<opml version="2.0">',
            f"<head><title>{_quoted(title)[1:-1]}</title></head>",
            "<body>",
            *lines,
            "</body>",
            "</opml>",
            "",
        ]
    )


def _parsed(body: bytes, name: str) -> Subscriptions | str:
    """Return the feeds, or in words why there are none: our own errors do not travel between processes."""
    try:
        return parse_opml(body, name)
    except DocumentError as error:
        return error.reason


def _outline(feed: Feed) -> str:
    paths = ",".join(f"/{tag.replace('/', ' ')}" for tag in feed.tags)
    categories = f" category={_quoted(paths)}" if paths else ""
    name = _quoted(feed.label)
    return (
        f'<outline type="rss" text={name} title={name}{categories}'
        f" htmlUrl={_quoted(feed.site)} xmlUrl={_quoted(feed.url)}/>"
    )


def _quoted(text: str) -> str:
    return quoteattr(clean_line(text))


def _outlines(root: etree._Element) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Yield the attributes of each outline that names a feed, and the names of the outlines around it."""
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, around = waiting.pop()
        if element.tag == "outline":
            fields = {str(name).lower(): str(value) for name, value in element.attrib.items()}
            if "xmlurl" in fields:
                yield fields, around
            else:
                around = (*around, clean_line(fields.get("text") or fields.get("title") or "", 50))[:_TAGS]
        waiting.extend((child, around) for child in reversed(tuple(element.iterchildren("*"))))
