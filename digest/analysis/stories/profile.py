"""An article as the clusterer sees it: weighed once, when it comes, and the same ever after."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ...model import Article
from .rarity import Frequencies
from .terms import LEAD, NAME, TITLE, Terms
from .times import Times

DAY = 86_400.0
"""Seconds."""
MOST_TERMS = 160
"""As many of an article's terms are kept, the weightiest."""
_TOP = 20
_LEAD_NAMES = 12
_FINE = 10_000
"""Weights are whole numbers of this part of 1, so that a profile read back is the one that was written."""

Weight = tuple[float, float, int]
"""What a term weighs in its article (the whole has length 1), how rare it was then, and its marks."""


@dataclass(frozen=True)
class Profile:
    """What the pair model reads of one article."""

    article_id: int
    language: str
    terms: Mapping[str, Weight]
    """Weightiest first."""
    when: float
    """Days since 1970 of its publication, or of the time it was taken in."""
    dated: bool
    """Whether `when` is a publication time: only those are apart in time."""
    length: int
    """Characters read."""
    times: Times
    seen: int = 1
    """How many articles of its language had come when it came, itself included."""
    crowd: tuple[float, ...] = (0.0, 0.0, 0.0)
    """How near the nearest article, the nearest five and the twentieth were when it came."""

    @cached_property
    def top(self) -> tuple[tuple[str, float], ...]:
        """Return the weightiest single words with their weights."""
        singles = ((term, weight[0]) for term, weight in self.terms.items() if " " not in term)
        return tuple(islice(singles, _TOP))

    @cached_property
    def lead_names(self) -> tuple[tuple[str, float], ...]:
        """Return the rarest names of headline and lead with their rarity."""
        found = [
            (term, rare)
            for term, (_, rare, marks) in self.terms.items()
            if marks > NAME and " " not in term and not term[0].isdigit()  # NAME is the highest mark
        ]
        return tuple(sorted(found, key=lambda item: -item[1])[:_LEAD_NAMES])

    @cached_property
    def lengths(self) -> tuple[float, float, float, float]:
        """Return the lengths of headline with lead and of the headline, and the summed rarity of headline and names."""
        lead = title = of_title = of_names = 0.0
        for _, rare, marks in self.terms.values():
            if marks & (LEAD | TITLE):
                lead += rare * rare
            if marks & TITLE:
                title += rare * rare
                of_title += rare
            if marks & NAME:
                of_names += rare
        return math.sqrt(lead) or 1.0, math.sqrt(title) or 1.0, of_title, of_names


def weigh(article: Article, found: Terms, frequencies: Frequencies) -> Profile:
    """Weigh an article's terms: sublinear in how often they stand there, times rarity."""
    rarity = {term: frequencies.rarity(term) for term in found.weights}
    weighed = (
        ((1 + math.log(often) if often >= 1 else often) * rarity[term], term)
        for term, often in found.weights.items()
        if rarity[term] > 0
    )
    strongest = sorted(weighed, reverse=True)[:MOST_TERMS]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in strongest)) or 1.0
    return Profile(
        article.id,
        found.language,
        {
            term: (round(_FINE * weight / length) / _FINE, round(rarity[term], 3), found.marks[term])
            for weight, term in strongest
        },
        article.when.timestamp() / DAY,
        article.published is not None,
        found.length,
        found.times,
        frequencies.articles,
    )


def packed(profile: Profile) -> str:
    """Return what `unpacked` needs beside the article's id, language and date."""
    weights, rarities, marks = zip(*profile.terms.values(), strict=True) if profile.terms else ((), (), ())
    at = profile.times
    when = at.stated, sorted(at.days), sorted(at.years), at.weekdays
    rest = profile.length, profile.seen, profile.crowd
    found = "\t".join(profile.terms), weights, rarities, marks, when, rest
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str, article_id: int, language: str, when: float, dated: bool) -> Profile:
    """Return the profile that was `packed`."""
    words, weights, rarities, marks, (stated, days, years, weekdays), (length, seen, crowd) = json.loads(text)
    terms = dict(zip(words.split("\t"), zip(weights, rarities, marks, strict=True), strict=False))
    spoken = Times(stated, frozenset(days), frozenset(years), tuple(weekdays))
    return Profile(article_id, language, terms, when, dated, length, spoken, seen, tuple(crowd))
