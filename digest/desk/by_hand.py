"""Merges, splits and moves by the reader: planned with what speaks against them said, then carried out."""

from collections.abc import Sequence
from typing import Protocol

from ..errors import ActError
from ..model import Article, Decision, Plan, Story
from ..store import Store


class _Shelf(Protocol):
    """Where stories and articles are found; NotFoundError for one that is not there."""

    store: Store

    def story(self, story_id: int) -> Story: ...

    def articles(self, story_id: int) -> tuple[Article, ...]: ...

    def article(self, article_id: int) -> Article: ...


class ByHand:
    """Plans changes of stories, each of which ActError refuses if it makes no sense; changes nothing but by `do`."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf

    def merge(self, story_ids: Sequence[int]) -> Plan:
        """Make stories one: the first keeps its number, the others' numbers lead to it."""
        stories: dict[int, Story] = {}
        for number in story_ids:
            story = self._told(number)
            if story.id in stories:
                leads = "" if number == story.id else f" (story {number} leads to it)"
                raise ActError(f"a story cannot be merged with itself: {story.id} is named twice{leads}")
            stories[story.id] = story
        first, *others = stories.values()
        for other in others:
            _same_language(f"story {other.id}", other.language, first)
        found = {number: self._members(number) for number in stories}
        gone = tuple(story.id for story in others)
        return Plan(
            kind="merge",
            words=f"merged {'story' if len(gone) == 1 else 'stories'} {_listed([*map(str, gone)])} into {first.id}",
            story=first.id,
            goes=tuple(number for story in gone for number in found[story]),
            found=found,
            together=tuple(number for members in found.values() for number in members),
        )

    def split(self, story_id: int, article_ids: Sequence[int]) -> Plan:
        """Make articles of a story one of their own; the larger part, else the older, keeps the number."""
        story = self._told(story_id)
        articles = self._shelf.articles(story.id)
        chosen = [self._shelf.article(number) for number in dict.fromkeys(article_ids)]
        for article in chosen:
            if article.story_id != story.id:
                where = f"is in story {article.story_id}" if article.story_id else "is in no story yet"
                raise ActError(f"a{article.id} {where}, not in {story.id}; `digest show {story.id}` lists its articles")
        named = tuple(article.id for article in chosen)
        rest = [article for article in articles if article.id not in named]
        if not rest:
            raise ActError(f"these are all the articles of story {story.id}: name only those that do not belong to it")
        stays = max((rest, chosen), key=lambda part: (len(part), -min(a.when for a in part).timestamp()))
        goes = rest if stays is chosen else chosen
        return Plan(
            kind="split",
            words=f"split {_listed([f'a{article.id}' for article in chosen])} off story {story.id}",
            story=0,
            goes=tuple(article.id for article in goes),
            found={story.id: tuple(article.id for article in articles)},
            together=named,
            named=named,
            apart=tuple(article.id for article in rest),
        )

    def move(self, article_id: int, story_id: int) -> Plan:
        """Put an article into another story; where it was the last, that story's number leads on."""
        article, story = self._shelf.article(article_id), self._told(story_id)
        if article.story_id == story.id:
            raise ActError(f"a{article.id} is in story {story.id} already")
        if not article.story_id:
            raise ActError(f"a{article.id} is in no story yet: run `digest ingest` first")
        from ..text import language  # what only reads stories need not wait for it

        _same_language(f"a{article.id}", article.language or language(f"{article.title}\n{article.text}"), story)
        there, here = self._members(article.story_id), self._members(story.id)
        return Plan(
            kind="move",
            words=f"moved a{article.id} from story {article.story_id} to {story.id}",
            story=story.id,
            goes=(article.id,),
            found={article.story_id: there, story.id: here},
            together=(article.id, *here),
            named=(article.id,),
            apart=tuple(number for number in there if number != article.id),
        )

    def do(self, plan: Plan) -> int:
        """Carry a plan out, as an act that can be taken back; return the number of the story the articles went to.

        StoreError, and nothing is changed, if another run has changed one of the stories since it was planned. What
        is shown of the stories has to be worked out anew after it (`ingest.settle`).
        """
        return self._shelf.store.by_hand.carry_out(plan)

    def decisions(self, article_id: int) -> tuple[Decision, ...]:
        """Return every decision about one article, oldest first."""
        return self._shelf.store.by_hand.decisions(self._shelf.article(article_id).id)

    def bound(self, article_ids: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return which articles are kept together with one of these by hand, and which are kept apart from one."""
        return self._shelf.store.by_hand.bound(article_ids)

    def _told(self, story_id: int) -> Story:
        """Return the story of that number, or the one it leads to; ActError if it has no article left."""
        story = self._shelf.story(story_id)
        if not story.articles:
            raise ActError(f"story {story_id} has no article left; `digest stories` lists those that have")
        return story

    def _members(self, story_id: int) -> tuple[int, ...]:
        return tuple(article.id for article in self._shelf.articles(story_id))


def _same_language(name: str, spoken: str, story: Story) -> None:
    if spoken and story.language and spoken != story.language:
        raise ActError(
            f"{name} is in another language ({spoken}) than story {story.id} ({story.language}):"
            " stories never cross languages"
        )


def _listed(names: Sequence[str]) -> str:
    """Return "a4", "a4, a5 and a6"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
