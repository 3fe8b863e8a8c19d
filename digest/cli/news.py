"""What came in a story since it was read, and over time, as `digest show` has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..desk import Desk
from ..export import json
from ..export import news as data
from ..export.look import Look
from ..model import Article, News, SinceRead


@dataclass(frozen=True, slots=True)
class NewsShown:
    """What was asked for of a story's past."""

    since_read: SinceRead | None = None
    over_time: tuple[News, ...] | None = None

    @classmethod
    def of(cls, desk: Desk, articles: Sequence[Article], since_read: bool, over_time: bool) -> "NewsShown":
        """Work out what is asked for."""
        if not (since_read or over_time):
            return cls()
        from ..desk import news  # it compares

        return cls(
            news.since_read(desk.store, articles) if since_read else None,
            news.over_time(desk.store, articles) if over_time else None,
        )

    def shape(self) -> json.Json:
        """Return it as fields of a story."""
        shape: json.Json = {}
        if self.since_read is not None:
            shape["since_read"] = data.since_read(self.since_read)
        if self.over_time is not None:
            shape["over_time"] = [data.news(one) for one in self.over_time]
        return shape

    def lines(self, look: Look) -> Iterator[str]:
        """Yield it line by line."""
        if self.since_read is not None:
            yield from data.since_read_lines(self.since_read, look)
        if self.over_time is not None:
            yield from ("", look.bold("OVER TIME"))
            yield from data.news_lines(self.over_time, look)
