"""Articles in the order they come, stories out, each step with its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ...model import UNCONSTRAINED, Article, Constraints, Decision
from .evidence import shared_terms
from .features import days_apart
from .forest import Model, shipped
from .likeness import Likeness
from .members import Members
from .neighbours import Neighbours
from .profile import Profile, weigh
from .rarity import Frequencies
from .repair import Repair
from .setting import DEFAULT, ClusterSettings
from .terms import Terms, terms
from .ties import Ties

VERSION = 3
"""Of terms and weights; what an earlier one kept is weighed anew."""

_CROWD = 20

Candidate = tuple[float, int]
"""The mean probability of belonging to a story, and the story."""


class Alike(Protocol):
    """What says how probable it is that two articles tell one event."""

    def __call__(self, a: Profile, b: Profile) -> float: ...


class Clusterer:
    """Groups articles one by one; feed it in order of publication.

    The same articles in the same order give the same stories: no clock and no chance is asked. A story id is never
    used twice; a merge keeps the id of the larger story, of equal ones the lower, to which the other then leads.
    Stories never cross languages, unless an article is tied to one by hand.
    """

    def __init__(
        self,
        settings: ClusterSettings = DEFAULT,
        next_id: int = 1,
        constraints: Constraints = UNCONSTRAINED,
        model: Model | None = None,
        alike: Alike | None = None,
    ) -> None:
        """`model` is the shipped one unless given; `alike` takes the place of its trees (for training)."""
        self.settings = settings
        self.log: list[Decision] = []
        self.profiles: dict[int, Profile] = {}
        """Every article taken in, as it was weighed when it came."""
        self._model = model or shipped()
        self._alike = alike or Likeness(self._model.forest, settings.window)
        self._ties = Ties(constraints)
        self._members = Members(next_id)
        self._repair = Repair(self._members, self._ties, self._likeness, settings)
        self._frequencies: dict[str, Frequencies] = {}
        self._neighbours: dict[str, Neighbours] = {}

    def know(self, language: str, seen: Mapping[str, int], articles: int) -> None:
        """Take over in how many of a language's earlier `articles` each term was seen."""
        self._counted(language).know(seen, articles)

    def preview(self, article: Article, found: Terms) -> Profile:
        """Return how an article would be weighed now, without taking it in."""
        return weigh(article, found, self._counted(found.language))

    def restore(self, article: Article, story_id: int, found: Terms | None = None) -> None:
        """Take in an article whose story was decided before; new stories get ids above every restored one."""
        self.recall(self._weigh(article, found or terms(article))[0], story_id)

    def recall(self, profile: Profile, story_id: int) -> None:
        """Do what `restore` does with the profile made of an article when it came; its terms are not counted."""
        self._place(profile, story_id)

    def add(self, article: Article, found: Terms | None = None) -> tuple[Decision, ...]:
        """Decide to which story an article belongs: "new" or "join", then what else follows for other stories.

        "merge" where it bridges two stories; where a second look at the story and its rivals parts them better,
        "join" and "new" of the articles that move. An article that is there already stays: no decision is made.
        `found` are its terms, for a caller that has them.
        """
        if article.id in self.profiles:
            return ()
        found = found or terms(article)
        profile, near = self._weigh(article, found)
        candidates = self._candidates(profile, near)
        decisions = [self._settle(profile, found, candidates)]
        decisions += self._merges(profile, candidates)
        decisions += self._repair.after(profile.article_id, candidates)
        self.log.extend(decisions)
        return tuple(decisions)

    def story_of(self, article_id: int) -> int:
        """Return the story an article is in now; KeyError for one that was never added."""
        return self._members.story_of(article_id)

    def resolve(self, story_id: int) -> int:
        """Return the story that `story_id` leads to after merges."""
        return self._members.resolve(story_id)

    def _counted(self, language: str) -> Frequencies:
        if language not in self._frequencies:
            shares = self._model.shares if language == "en" else {}
            self._frequencies[language] = Frequencies(shares, self._model.imagined)
        return self._frequencies[language]

    def _weigh(self, article: Article, found: Terms) -> tuple[Profile, tuple[int, ...]]:
        """Return the profile of a new article with its surroundings, and the nearest articles."""
        frequencies = self._counted(found.language)
        frequencies.add(found.weights)
        profile = weigh(article, found, frequencies)
        index = self._neighbours.setdefault(found.language, Neighbours())
        near = index.nearest(profile, self.settings.neighbours)
        scores = [*(score for _, score in near), *([0.0] * _CROWD)]
        crowd = round(scores[0], 4), round(sum(scores[:5]) / 5, 4), round(scores[_CROWD - 1], 4)
        return replace(profile, crowd=crowd), tuple(other for other, _ in near)

    def _place(self, profile: Profile, story_id: int) -> None:
        self._members.place(profile.article_id, story_id)
        self.profiles[profile.article_id] = profile
        self._neighbours.setdefault(profile.language, Neighbours()).add(profile)

    def _likeness(self, a: int, b: int) -> float:
        return self._alike(self.profiles[a], self.profiles[b])

    def _candidates(self, profile: Profile, near: Sequence[int]) -> list[Candidate]:
        """Return the stories of the nearest articles, best first, but for those it is kept apart from by hand."""
        tied = self._ties.tied(profile.article_id)
        found = []
        for story in dict.fromkeys(map(self.story_of, near)):
            members = self._members.of(story)
            if not self._ties.parted(tied, members):
                latest = members[-self.settings.members :]
                score = sum(self._alike(profile, self.profiles[other]) for other in latest) / len(latest)
                found.append((score, story))
        return sorted(found, key=lambda candidate: (-candidate[0], candidate[1]))

    def _settle(self, profile: Profile, found: Terms, candidates: Sequence[Candidate]) -> Decision:
        """Place the article: with those it is tied to by hand, else in the best story, else in one of its own."""
        here = self._ties.tied(profile.article_id) & self.profiles.keys()
        tied = sorted({self.story_of(other) for other in here})
        if tied or (candidates and candidates[0][0] >= self.settings.join):
            score, story = (1.0, tied[0]) if tied else candidates[0]
            latest = [self.profiles[other] for other in self._members.of(story)[-self.settings.members :]]
            self._place(profile, story)
            days = min(days_apart(profile, member) for member in latest)
            evidence = shared_terms(profile, latest, found.spelled)
            return Decision("join", profile.article_id, story, None, round(score, 4), evidence, round(days, 2))
        story = self._members.new()
        self._place(profile, story)
        return Decision("new", profile.article_id, story)

    def _merges(self, profile: Profile, candidates: Sequence[Candidate]) -> list[Decision]:
        """Make the article's story one with those it is tied to by hand, and with those it brings close enough."""
        here = self._ties.tied(profile.article_id) & self.profiles.keys()
        tied = sorted({self.story_of(other) for other in here} - {self.story_of(profile.article_id)})
        merged = [self._merge(profile, story, 1.0) for story in tied]
        for score, other in candidates[:4]:
            other, mine = self.resolve(other), self.story_of(profile.article_id)
            if score < self.settings.join or other == mine:
                continue
            some, others = self._members.of(mine), self._members.of(other)
            if not self._ties.parted(some, others) and (mean := self._mean(some, others)) >= self.settings.merge:
                merged.append(self._merge(profile, other, mean))
        return merged

    def _mean(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return the mean probability over the pairs of the latest members."""
        a, b = some[-self.settings.members :], others[-self.settings.members :]
        return sum(self._likeness(x, y) for x in a for y in b) / (len(a) * len(b))

    def _merge(self, profile: Profile, other: int, score: float) -> Decision:
        kept, gone = self._members.merge(self.story_of(profile.article_id), other)
        return Decision("merge", profile.article_id, kept, gone, round(score, 4))
