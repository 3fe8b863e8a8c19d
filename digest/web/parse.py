"""A feed's answer to its entries."""

from datetime import datetime

from ..errors import FeedError
from ..model import ParsedFeed, Response
from . import reading
from .workers import Workers


async def parse(response: Response, workers: Workers, now: datetime, known: bytes = b"") -> ParsedFeed:
    """Return the feed that answered, read in a child process; FeedError if the body is none.

    Items whose hashes are in `known`, an earlier reading's `items`, are left out.
    """
    content_type = response.header("content-type")
    found = await workers.run(response.url, reading.feed, response.body, response.final_url, content_type, now, known)
    if isinstance(found, str):
        raise FeedError(response.url, found)
    return found
