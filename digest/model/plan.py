"""What a change of stories by hand would do, worked out before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge, a split or a move: shown as a preview, then carried out exactly so or not at all."""

    kind: str
    """"merge", "split" or "move"."""
    words: str
    """What is done, as the log of acts says it: "merged story 5 into 3"."""
    story: int
    """The story articles go to; 0: a new one."""
    goes: tuple[int, ...]
    """The articles that change their story."""
    found: Mapping[int, tuple[int, ...]]
    """Which articles each story concerned has now; where it has others meanwhile, nothing is done."""
    together: tuple[int, ...]
    """The articles that no later grouping takes apart."""
    named: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()
    """Each of `named` is never again grouped with one of `apart`."""

    @property
    def after(self) -> dict[int, tuple[int, ...]]:
        """Return the articles of each story as they would be; 0 stands for the new one."""
        goes = set(self.goes)
        stays = {story: tuple(n for n in articles if n not in goes) for story, articles in self.found.items()}
        stays[self.story] = (*stays.get(self.story, ()), *self.goes)
        return {story: articles for story, articles in stays.items() if articles}

    @property
    def gone(self) -> tuple[int, ...]:
        """Return the stories that have no article left; they lead to `story`."""
        return tuple(number for number, articles in self.found.items() if set(articles) <= set(self.goes))
