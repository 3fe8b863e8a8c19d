"""An article's page read: text and what the page says about itself; runs in a child process."""

import codecs

import trafilatura
from lxml.html import HtmlElement

from . import pagefacts
from .barrier import barrier
from .entries import link
from .headline import headline
from .markup import plain
from .pagemeta import PageMeta, page_meta
from .pagetext import TEXT_CHARACTERS, page_text
from .reading import PageText


def read_page(html: bytes, url: str, charset: str = "") -> PageText | None:
    """Return what the page holds, None if it is no HTML that can be read.

    `charset` is what the server said; pages that are valid UTF-8 are read as that.
    """
    tree = trafilatura.load_html(_decoded(html, charset))
    if tree is None:
        return None
    said = page_meta(tree)
    times = tuple(time.get("datetime") or "" for time in tree.iter("time"))
    asks_password = any(field.get("type") == "password" for field in tree.iter("input"))
    own = _own_address(tree, said, url)
    title = headline(said)
    titles = (title, *said.headings[:2], said.first("og:title"))
    text = page_text(tree, url, titles, pagefacts.standfirst(said))
    return PageText(
        title=title,
        text=text,
        authors=pagefacts.authors(said, text),
        published=pagefacts.published(said, times),
        language=pagefacts.language(said),
        outlet=pagefacts.outlet(said),
        url=own,
        barrier=barrier(said, len(text.split()), asks_password=asks_password),
    )


def read_content(html: str, url: str) -> str:
    """Return the text of an article's HTML as a feed carries it."""
    whole = plain(html)
    tree = trafilatura.load_html(f"<html><body><article>{html}</article></body></html>")
    found = page_text(tree, url) if tree is not None else ""
    return found if len(found.split()) >= 0.8 * len(whole.split()) else whole[:TEXT_CHARACTERS]


def _own_address(tree: HtmlElement, said: PageMeta, url: str) -> str:
    stated = next((tag.get("href") or "" for tag in tree.iter("link") if tag.get("rel") == "canonical"), "")
    return link(stated or said.first("og:url"), url or "http://localhost/")


def _decoded(html: bytes, charset: str) -> bytes | str:
    try:
        codec = codecs.lookup(charset).name
        html.decode("utf-8")
    except LookupError:
        return html
    except UnicodeDecodeError:
        return html if codec == "utf-8" else html.decode(codec, "replace")
    return html
