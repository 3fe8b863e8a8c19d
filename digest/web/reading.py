"""What child processes are asked to read, by names and values that cost their parent none of the parsers."""

from dataclasses import dataclass
from datetime import datetime

from ..model import ParsedFeed


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page holds: everything cleaned, empty where it does not say."""

    title: str = ""
    text: str = ""
    """Paragraphs, a blank line between them."""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    language: str = ""
    outlet: str = ""
    url: str = ""
    """The address it calls its own."""
    reached: str = ""
    """The address that gave it, redirects followed."""
    barrier: str = ""
    """What stands in place of the text, in words ("for subscribers only"); empty if nothing does."""


def feed(body: bytes, url: str, content_type: str, now: datetime, known: bytes) -> ParsedFeed | str:
    """Do what `feedbody.read_feed` does."""
    from .feedbody import read_feed

    return read_feed(body, url, content_type, now, known)


def page(html: bytes, url: str, charset: str = "") -> PageText | None:
    """Do what `page.read_page` does."""
    from .page import read_page

    return read_page(html, url, charset)


def content(html: str, url: str) -> str:
    """Do what `page.read_content` does."""
    from .page import read_content

    return read_content(html, url)
