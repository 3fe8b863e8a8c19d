"""The page behind an entry to the article's text, or to the reason why there is none."""

from email.message import Message

from ..errors import FeedError
from ..model import Response
from . import reading
from .reading import PageText
from .workers import Workers

LEAST_WORDS = 40
"""Fewer words are no article."""


async def extract(response: Response, workers: Workers) -> PageText:
    """Return what the page holds, read in a child process; FeedError, in words, where it holds no article."""
    kind = Message()
    kind["content-type"] = response.header("content-type") or "text/html"
    if kind.get_content_type() not in {"text/html", "application/xhtml+xml", "text/plain", "application/xml"}:
        raise FeedError(response.url, f"the page is no HTML but {kind.get_content_type()}")
    charset = kind.get_content_charset() or ""
    page = await workers.run(response.url, reading.page, response.body, response.final_url, charset)
    if page is None:
        raise FeedError(response.url, "the page cannot be read as HTML")
    if page.barrier:
        raise FeedError(response.url, page.barrier)
    if not page.text or (len(page.text.split()) < LEAST_WORDS and len(page.text) < 5 * LEAST_WORDS):
        raise FeedError(response.url, "no article text on the page")
    return page


async def extract_content(html: str, url: str, workers: Workers) -> str:
    """Return the text of the article that a feed carries whole."""
    return await workers.run(url, reading.content, html, url)
