"""Which article is in which story, and where the ids of stories that went lead to."""

from collections.abc import Iterable, Sequence


class Members:
    """The stories' members in order of arrival; an id is given once."""

    def __init__(self, next_id: int) -> None:
        self._next = next_id
        self._stories: dict[int, list[int]] = {}
        self._of_article: dict[int, int] = {}
        self._led_to: dict[int, int] = {}
        self._arrived: dict[int, int] = {}

    def new(self) -> int:
        """Return an id that no story has or had."""
        self._next += 1
        return self._next - 1

    def place(self, article_id: int, story: int) -> None:
        """Put an article that was in no story into one; ids given later are above that of the story."""
        self._stories.setdefault(story, []).append(article_id)
        self._of_article[article_id] = story
        self._arrived[article_id] = len(self._arrived)
        self._next = max(self._next, story + 1)

    def of(self, story: int) -> Sequence[int]:
        """Return a story's articles, the latest to come last."""
        return self._stories[story]

    def story_of(self, article_id: int) -> int:
        """Return the story an article is in."""
        return self._of_article[article_id]

    def resolve(self, story: int) -> int:
        """Return the story that the id leads to now."""
        while story in self._led_to:
            story = self._led_to[story]
        return story

    def merge(self, one: int, other: int) -> tuple[int, int]:
        """Make two stories one; return the id that stays, the larger's (of equals the lower), and the other."""
        kept, gone = sorted((one, other), key=lambda story: (-len(self._stories[story]), story))
        self.move(tuple(self._stories[gone]), kept)
        self.lead(gone, kept)
        return kept, gone

    def move(self, articles: Iterable[int], story: int) -> None:
        """Put articles into another story, new or not."""
        there = self._stories.setdefault(story, [])
        for article_id in articles:
            self._stories[self._of_article[article_id]].remove(article_id)
            self._of_article[article_id] = story
            there.append(article_id)
        there.sort(key=self._arrived.__getitem__)

    def lead(self, gone: int, kept: int) -> None:
        """Let the id of a story without articles lead to another."""
        del self._stories[gone]
        self._led_to[gone] = kept
