"""An article's page read: text and what the page says about itself; runs in a child process."""

from dataclasses import dataclass
from datetime import datetime

import trafilatura
from lxml.html import HtmlElement

from ..text import clean, clean_line
from . import pagefacts
from .pagemeta import page_meta

TEXT_CHARACTERS = 1_000_000


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
    barrier: str = ""
    """What stands before the text, in words ("paywall", "consent page"); empty if nothing does."""


def read_page(html: bytes, url: str) -> PageText | None:
    """Return what the page holds, None if it is no HTML that can be read."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    said = page_meta(tree)
    times = tuple(time.get("datetime") or "" for time in tree.iter("time"))
    title = clean_line(pagefacts.headline(said))
    return PageText(
        title=title,
        text=_text(tree, url),
        authors=pagefacts.authors(said),
        published=pagefacts.published(said, times),
        language=pagefacts.language(said),
        outlet=pagefacts.outlet(said),
    )


def _text(tree: HtmlElement, url: str) -> str:
    found = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, include_tables=False, with_metadata=False
    )
    text = (found.text if found is not None else "") or ""
    return "\n\n".join(line for line in clean(text).split("\n") if line.strip())
