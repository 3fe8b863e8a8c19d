"""Stories tied into storylines: a lower bar than that of a story, over names, and up to two weeks between two stories.

A storyline is held together by what can be said of it: two of its stories share at least two names or topics, rare
enough together, and not only within one outlet, whose own names and sections are in everything it writes.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from ...model import Profile
from .named import TOPIC

GAP = timedelta(days=14)
"""The longest time between two stories that follow each other."""
_IMAGINED = 10.0
"""How many stories the background counts for."""
_SHOWN = 3
_TOPIC_WORTH = 0.6
"""What a word is worth in a name of a storyline, beside a name."""


@dataclass(frozen=True, slots=True)
class StorylineSettings:
    """Chosen by eye over dated round-ups of four months and two dozen captured feeds."""

    join: float = 0.28
    """The mean score with a storyline's latest stories from which a story joins it."""
    stay: float = 0.20
    """The score from which a story that grew stays where it is."""
    evidence: float = 1.0
    """The rarity of what two stories share, 1 being that of one name no other story has."""
    latest: int = 8
    """The latest stories of a storyline that a story is held against …"""
    best: int = 3
    """… and how many of them, the closest, decide."""


class Storylines:
    """Ties stories of one time to each other. The same profiles in any order give the same ties."""

    def __init__(
        self, held: Iterable[Profile], tied: Mapping[int, int], settings: StorylineSettings = StorylineSettings()
    ) -> None:
        """Take in the stories of the time, those to be tied included; `tied` says which storyline each is in."""
        self._settings = settings
        self._held = {one.story_id: one for one in held}
        self._tied = {story: line for story, line in tied.items() if line and story in self._held}
        self._members: dict[int, set[int]] = defaultdict(set)
        for story, line in self._tied.items():
            self._members[line].add(story)
        self._seen: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self._held.values():
            self._seen[one.language].update(one.terms.keys())
        self._carriers: dict[str, list[Profile]] = {}
        self._stories = Counter(one.language for one in self._held.values())
        self._vectors: dict[int, dict[str, float]] = {}

    def tie(self, story_ids: Iterable[int], next_id: int) -> dict[int, int]:
        """Return where these stories, and others for their sake, belong now if not where they did: 0 for nowhere.

        New storylines are numbered from `next_id` on.
        """
        before = dict(self._tied)
        to_tie = sorted((self._held[i] for i in story_ids), key=lambda one: (one.first_seen, one.story_id))
        self._look_for({term for one in to_tie for term in one.terms})
        for one in to_tie:
            chosen, partner = self._choose(one)
            if partner:
                chosen, next_id = next_id, next_id + 1
                self._put(partner, chosen)
            self._put(one.story_id, chosen)
        return {story: line for story, line in self._tied.items() if line != before.get(story, 0)}

    def name(self, stories: Sequence[Profile]) -> str:
        """Return what most of these stories share, the rarest first: "Belarus · Lukashenko · EU sanctions"."""
        often = Counter(term for one in stories for term in one.terms)
        needed = max(2, len(stories) / 2)
        shared = [term for term in often if often[term] >= needed] or [term for term in often if often[term] > 1]
        language = stories[0].language

        def worth(term: str) -> float:
            return often[term] * self._rarity(language, term) * (_TOPIC_WORTH if term.startswith(TOPIC) else 1.0)

        chosen: list[str] = []
        for term in sorted(shared, key=lambda term: (-worth(term), -len(term.split()), term)):
            words = set(term.removeprefix(TOPIC).split())
            if not any(words & set(other.removeprefix(TOPIC).split()) for other in chosen):
                chosen.append(term)
        return " · ".join(_spelling(term, stories) for term in chosen[:_SHOWN])

    def _look_for(self, terms: Set[str]) -> None:
        """Make the stories with these terms findable; of all that are held most share none of them."""
        self._carriers = {term: [] for term in terms}
        for one in self._held.values():
            for term in one.terms.keys() & terms:
                self._carriers[term].append(one)

    def _put(self, story: int, line: int) -> None:
        self._members[self._tied.get(story, 0)].discard(story)
        self._members[line].add(story)
        self._tied[story] = line

    def _choose(self, one: Profile) -> tuple[int, int]:
        """Return the storyline a story belongs to, 0 for none, or else the story with which it begins a new one."""
        at_home = self._tied.get(one.story_id, 0)
        lines: dict[int, list[float]] = defaultdict(list)
        best, partner = 0.0, 0
        for other in self._near(one):
            score = self._score(one, other)
            if line := self._tied.get(other.story_id, 0):
                lines[line].append(score)
            elif score > best:
                best, partner = score, other.story_id
        worth = {line: self._mean(found) for line, found in sorted(lines.items())}
        if worth.get(at_home, 0.0) >= self._settings.stay:
            return at_home, 0
        chosen = max(worth, key=lambda line: worth[line], default=0)
        if worth.get(chosen, 0.0) >= self._settings.join:
            return chosen, 0
        return 0, partner if best >= self._settings.join else 0

    def _mean(self, latest_first: Sequence[float]) -> float:
        """Return the mean of a story's best scores with the latest stories of a storyline."""
        best = sorted(latest_first[: self._settings.latest], reverse=True)[: self._settings.best]
        return sum(best) / len(best)

    def _near(self, one: Profile) -> list[Profile]:
        """Return the stories that may be tied to this one, the latest first: those in its storyline, or close to it."""
        most: dict[int, float] = {}
        for term, weight in one.terms.items():
            rarity = weight * self._rarity(one.language, term)
            for other in self._carriers[term]:
                most[other.story_id] = most.get(other.story_id, 0.0) + rarity
        least = self._evidence(one.language)
        close = {
            story
            for story, evidence in most.items()
            if evidence >= least and story != one.story_id and self._score(one, self._held[story])
        }
        lines = {self._tied.get(story, 0) for story in close} - {0}
        near = close.union(*(self._members[line] for line in lines)) - {one.story_id}
        found = (self._held[story] for story in near if _days_between(one, self._held[story]) <= GAP)
        return sorted(found, key=lambda other: (other.last_seen, other.story_id), reverse=True)

    def _score(self, one: Profile, other: Profile) -> float:
        """Return how much two stories share, 0 to 1; 0 where that is too little to say what ties them."""
        if one.language != other.language or len(one.outlets | other.outlets) < 2 or _days_between(one, other) > GAP:
            return 0.0
        shared = one.terms.keys() & other.terms.keys()
        whole = [t for t in shared if not any(t != longer and t in longer.split() for longer in shared)]
        if len(whole) < 2 or all(term.startswith(TOPIC) for term in whole):
            return 0.0
        rarity = sum(min(one.terms[t], other.terms[t]) * self._rarity(one.language, t) for t in whole)
        if rarity < self._evidence(one.language):
            return 0.0
        a, b = self._vector(one), self._vector(other)
        return math.fsum(a[term] * b[term] for term in shared)

    def _evidence(self, language: str) -> float:
        """Return how rare what two stories share has to be."""
        return self._settings.evidence * math.log(self._stories[language] + _IMAGINED)

    def _vector(self, one: Profile) -> dict[str, float]:
        """Return a story's terms weighed by their rarity, as long as 1."""
        if one.story_id not in self._vectors:
            weights = {term: weight * self._rarity(one.language, term) for term, weight in one.terms.items()}
            length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
            self._vectors[one.story_id] = {term: weight / length for term, weight in weights.items()}
        return self._vectors[one.story_id]

    def _rarity(self, language: str, term: str) -> float:
        """Return the logarithm of how few stories of the time have the term, 0 for what is in all."""
        return max(0.0, math.log((self._stories[language] + _IMAGINED) / (self._seen[language][term] + 0.5)))


def _days_between(one: Profile, other: Profile) -> timedelta:
    """Return the time from the end of the earlier story to the beginning of the later one; less than 0 if they meet."""
    return max(one.first_seen - other.last_seen, other.first_seen - one.last_seen)


def _spelling(term: str, stories: Iterable[Profile]) -> str:
    """Return a term as most of the stories write it."""
    spelled = Counter(one.spelled[term] for one in stories if term in one.spelled)
    return min(spelled, key=lambda words: (-spelled[words], words))
