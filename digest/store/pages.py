"""The pages that did not come: which are to be asked for again, and how many each feed has."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from ..model import Article
from .rows import ARTICLE, JOINED, listed, time_text, to_article
from .ways import Ways


@dataclass(frozen=True, slots=True)
class MissingPages:
    """How many articles of a feed are held without their page."""

    waiting: int = 0
    """To be asked for again."""
    lost: int = 0
    """Not to be had, or asked for in vain so often that they are let be."""


class Pages:
    """What is known of pages that did not come."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def due(self, now: datetime, most: int) -> dict[int, tuple[Article, ...]]:
        """Return for each feed the articles whose pages may be asked for again by now: the newest, `most` of a feed."""
        with self._ways.reading() as db:
            waiting = db.execute(
                "SELECT feed_id, id FROM articles WHERE page_due <= ? AND feed_id IS NOT NULL"
                " ORDER BY counts_at DESC, id DESC",
                (time_text(now),),
            )
            chosen: defaultdict[int, list[int]] = defaultdict(list)
            for feed_id, number in waiting:
                if len(chosen[feed_id]) < most:
                    chosen[feed_id].append(number)
            among = listed(number for numbers in chosen.values() for number in numbers)
            rows = db.execute(
                f"SELECT {ARTICLE} FROM {JOINED} WHERE a.id IN (SELECT value FROM json_each(?))", (among,)
            )
            found = {article.id: article for article in map(to_article, rows)}
            return {feed_id: tuple(found[number] for number in numbers) for feed_id, numbers in chosen.items()}

    def missing(self, since: datetime) -> dict[int, MissingPages]:
        """Return how many articles from `since` on lack their page, for each feed that has any."""
        with self._ways.reading() as db:
            rows = db.execute(
                "SELECT feed_id, count(page_due), count(*) - count(page_due) FROM articles"
                " WHERE page_tries > 0 AND feed_id IS NOT NULL AND counts_at >= ? GROUP BY feed_id",
                (time_text(since),),
            )
            return {feed_id: MissingPages(waiting, lost) for feed_id, waiting, lost in rows}
