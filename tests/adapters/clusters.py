"""The clusterer as the story scorer wants it: dicts in, story ids out."""

from collections.abc import Mapping
from datetime import UTC, datetime

from digest.analysis.stories.cluster import Clusterer as Product
from digest.model import Article, Provenance

_TAKEN_IN = datetime(2025, 1, 1, tzinfo=UTC)


class Clusterer:
    """Takes `{id, outlet?, published?, title, text}` in time order."""

    def __init__(self) -> None:
        self._product = Product()
        self._numbers: dict[str, int] = {}

    def add(self, article: Mapping[str, str | None]) -> int:
        """Return the id of the story the article was put into on arrival."""
        key = str(article["id"])
        number = self._numbers[key] = len(self._numbers) + 1
        self._product.add(read_article(number, key, article))
        return self._product.story_of(number)

    def resolve(self, story_id: int) -> int:
        """Return the story it leads to now."""
        return self._product.resolve(story_id)

    def story_of(self, article_id: str) -> int:
        """Return the story that article is in now."""
        return self._product.story_of(self._numbers[article_id])

    @property
    def log(self) -> tuple[tuple[str, int, int], ...]:
        """Return the merges as ("merge", kept, gone)."""
        merges = (step for step in self._product.log if step.gone is not None)
        return tuple(("merge", step.story_id, step.gone or 0) for step in merges)


def read_article(number: int, key: str, given: Mapping[str, str | None]) -> Article:
    """Return a row of a labelled stream as an article; one without a date counts as of one fixed day."""
    day = given.get("published")
    return Article(
        key=key,
        id=number,
        outlet=given.get("outlet") or "",
        title=given["title"] or "",
        text=given["text"] or "",
        fetched=_TAKEN_IN,
        published=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
        published_from=Provenance.FEED if day else Provenance.FETCHED,
    )
