"""Articles in the order they come, stories out, each step with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import UNCONSTRAINED, Article, Constraints, Decision
from .neighbours import Neighbours
from .pairs import Frequencies, Vector, days_apart, pair_score
from .terms import Terms, terms
from .ties import Ties

VERSION = 1
"""Of terms and weights; what an earlier one kept is weighed anew."""
_SHOWN_TERMS = 8
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """One setting for every kind of news; the figures were chosen together over four labelled streams."""

    join: float = 0.135
    """The mean score with a story's latest members from which an article joins it, before the two cautions below."""
    contrast: float = 0.5
    """The part of its mean score with the next best stories that an article must reach on top: in a crowd of
    look-alikes a story has to stand out."""
    rivals: int = 5
    """How many next best stories those are; missing ones score 0."""
    youth: float = 3.0
    """With this many articles seen `join` is half as high again, because what is rare is not known yet."""
    merge: float = 0.20
    """The mean score between two stories from which an article that fits both makes them one."""
    half_life: float = 4.0
    """Days apart that halve a score."""
    window: float = 14.0
    """Days beyond which two dated articles are never the same story; at this half-life not even copies would join."""
    members: int = 12
    """The latest members an article is held against: the work does not grow with the story."""
    neighbours: int = 30
    """The nearest articles whose stories are considered."""
    terms: int = 400
    """The strongest terms that are kept of an article."""


@dataclass(frozen=True, slots=True)
class _Language:
    """What is known of one language's articles; stories never cross."""

    frequencies: Frequencies
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class WeighedArticle:
    """What the clusterer has to know of an article to recall it."""

    vector: Vector
    language: str
    weak: tuple[str, ...]
    """Its terms too common, or too many, to weigh anything: they count as seen."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    story: int
    score: float


class Clusterer:
    """Groups articles one by one; feed it in order of publication.

    The same articles in the same order give the same stories: no clock and no chance is asked. A story id is never
    used twice; a merge keeps the lower id, to which the other then leads. Stories never cross languages, unless an
    article is tied to one by hand.
    """

    def __init__(
        self,
        settings: ClusterSettings = ClusterSettings(),
        next_id: int = 1,
        constraints: Constraints = UNCONSTRAINED,
    ) -> None:
        self.settings = settings
        self._ties = Ties(constraints)
        self.log: list[Decision] = []
        self.weighed: list[WeighedArticle] = []
        """What was read of articles' texts, for a later `recall`."""
        self._next = next_id
        self._stories: dict[int, list[Vector]] = {}
        self._of_article: dict[int, int] = {}
        self._led_to: dict[int, int] = {}
        self._languages: dict[str, _Language] = {}

    def restore(self, article: Article, story_id: int) -> None:
        """Take in an article whose story was decided before; new stories get ids above every restored one."""
        found = terms(article)
        self._place(self._weigh(article, found), found.language, story_id)
        self._next = max(self._next, story_id + 1)

    def recall(self, vector: Vector, language: str, story_id: int, rest: Iterable[str] = ()) -> None:
        """Do what `restore` does with the vector made of an article when it came; `rest` are its weak terms."""
        here = self._language(language)
        here.frequencies.add((*vector.weights, *rest))
        self._place(vector, language, story_id)
        self._next = max(self._next, story_id + 1)

    def add(self, article: Article) -> tuple[Decision, ...]:
        """Decide to which story an article belongs: "new" or "join", then "merge" where it bridges two stories.

        An article that is there already stays where it is: no decision is made.
        """
        if article.id in self._of_article:
            return ()
        found = terms(article)
        vector = self._weigh(article, found)
        candidates = self._candidates(vector, found.language)
        bar = self._bar(candidates, found.language)
        tied = self._tied_stories(article.id)
        decisions = [self._settle(vector, found, tied or candidates, 0.0 if tied else bar)]
        self._place(vector, found.language, decisions[0].story_id)
        decisions += [self._unite(vector, other.story, 1.0) for other in tied[1:]]
        for other in candidates[:4]:
            if other.score >= bar and (merged := self._merge(vector, other.story)):
                decisions.append(merged)
        self.log.extend(decisions)
        return tuple(decisions)

    def story_of(self, article_id: int) -> int:
        """Return the story an article is in now; KeyError for one that was never added."""
        return self.resolve(self._of_article[article_id])

    def resolve(self, story_id: int) -> int:
        """Return the story that `story_id` leads to after merges."""
        while story_id in self._led_to:
            story_id = self._led_to[story_id]
        return story_id

    def _weigh(self, article: Article, found: Terms) -> Vector:
        frequencies = self._language(found.language).frequencies
        frequencies.add(found.weights)
        vector = frequencies.vector(article, found, self.settings.terms)
        weak = tuple(term for term in found.weights if term not in vector.weights)
        self.weighed.append(WeighedArticle(vector, found.language, weak))
        return vector

    def _language(self, name: str) -> _Language:
        if name not in self._languages:
            self._languages[name] = _Language(Frequencies(name), Neighbours())
        return self._languages[name]

    def _place(self, vector: Vector, language: str, story_id: int) -> None:
        self._stories.setdefault(story_id, []).append(vector)
        self._of_article[vector.article_id] = story_id
        self._languages[language].neighbours.add(vector)

    def _candidates(self, vector: Vector, language: str) -> list[_Candidate]:
        """Return the stories of the nearest articles, best first."""
        near = self._languages[language].neighbours.nearest(vector, self.settings.neighbours)
        stories = dict.fromkeys(self.story_of(article_id) for article_id in near)
        found = [
            _Candidate(story, self._score((vector,), self._stories[story]))
            for story in stories
            if not self._ties.parted(self._ties.tied(vector.article_id), self._members(story))
        ]
        return sorted(found, key=lambda candidate: -candidate.score)

    def _tied_stories(self, article_id: int) -> list[_Candidate]:
        """Return the stories of the articles this one is tied to by hand, the lowest id first."""
        here = self._ties.tied(article_id) & self._of_article.keys()
        return [_Candidate(story, 1.0) for story in sorted({self.story_of(other) for other in here})]

    def _members(self, story: int) -> list[int]:
        return [member.article_id for member in self._stories[story]]

    def _score(self, some: Sequence[Vector], others: Sequence[Vector]) -> float:
        """Return the mean score over the pairs of the latest members."""
        a, b = some[-self.settings.members :], others[-self.settings.members :]
        return sum(self._pair(x, y) for x in a for y in b) / (len(a) * len(b))

    def _pair(self, a: Vector, b: Vector) -> float:
        if days_apart(a, b) > self.settings.window:
            return 0.0
        return pair_score(a, b, self.settings.half_life)

    def _bar(self, candidates: Sequence[_Candidate], language: str) -> float:
        """Return the score from which the best candidate is joined."""
        rivals = candidates[1 : 1 + self.settings.rivals]
        crowd = sum(rival.score for rival in rivals) / self.settings.rivals
        seen = self._languages[language].frequencies.articles
        caution = 1 + self.settings.youth / (self.settings.youth + seen)
        return self.settings.join * caution + self.settings.contrast * crowd

    def _settle(self, vector: Vector, found: Terms, candidates: Sequence[_Candidate], bar: float) -> Decision:
        if candidates and candidates[0].score >= bar:
            best = candidates[0]
            members = self._stories[best.story]
            return Decision(
                "join",
                vector.article_id,
                best.story,
                score=round(best.score, 4),
                terms=_shared(vector, members[-self.settings.members :], found),
                days=round(min(days_apart(vector, member) for member in members), 2),
            )
        self._next += 1
        return Decision("new", vector.article_id, self._next - 1)

    def _merge(self, vector: Vector, other: int) -> Decision | None:
        """Make the article's story and `other` one if they belong together as wholes."""
        mine, other = self.story_of(vector.article_id), self.resolve(other)
        if mine == other or self._ties.parted(self._members(mine), self._members(other)):
            return None
        score = self._score(self._stories[mine], self._stories[other])
        if score < self.settings.merge:
            return None
        return self._unite(vector, other, score)

    def _unite(self, vector: Vector, other: int, score: float) -> Decision:
        """Make the article's story and `other` one, under the lower id."""
        kept, gone = sorted((self.story_of(vector.article_id), other))
        self._stories[kept] += self._stories.pop(gone)
        self._led_to[gone] = kept
        return Decision("merge", vector.article_id, kept, gone=gone, score=round(score, 4))


def _shared(vector: Vector, members: Iterable[Vector], found: Terms) -> tuple[str, ...]:
    """Return the terms that tie an article to the members, strongest first, pairs of names chained to whole names."""
    ties: dict[str, float] = {}
    for member in members:
        for term, weight in vector.weights.items():
            if term in member.weights:
                ties[term] = ties.get(term, 0.0) + weight * member.weights[term]
    chains: list[list[str]] = []
    for term in sorted(ties, key=lambda term: -ties[term])[: 3 * _SHOWN_TERMS]:
        _chain(chains, term.split())
    whole = [chain for chain in chains if not any(set(chain) < set(other) for other in chains)]
    return tuple(" ".join(found.spelled[term] for term in chain) for chain in whole[:_SHOWN_TERMS])


def _chain(chains: list[list[str]], parts: list[str]) -> None:
    """Add a term: "vladimir putin" lengthens "putin", and what a chain holds already is not added again."""
    for chain in chains:
        if set(parts) <= set(chain):
            return
        if len(parts) == 2 and len(chain) < _LONGEST_NAME:
            if parts[0] == chain[-1]:
                chain.append(parts[1])
                return
            if parts[1] == chain[0]:
                chain.insert(0, parts[0])
                return
    chains.append(parts)
