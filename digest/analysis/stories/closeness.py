"""How close one account stands to what all outlets of a story say in their headlines and leads."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from ...model import Article
from ...text import language, stem, stop_words, tokens

LEAD_CHARACTERS = 400


def said_by_all(articles: Sequence[Article]) -> Mapping[str, int]:
    """Return how many outlets' headlines or leads hold each term."""
    by_outlet: dict[str, set[str]] = {}
    for article in articles:
        by_outlet.setdefault(article.outlet, set()).update(opening_terms(article))
    return Counter(term for words in by_outlet.values() for term in words)


def opening_terms(article: Article) -> frozenset[str]:
    """Return the terms of an article's headline and lead."""
    return spoken_terms(f"{article.title}\n{article.text[:LEAD_CHARACTERS]}", article.language)


def spoken_terms(text: str, spoken: str) -> frozenset[str]:
    """Return the stems of a text's words that are no function words of its language ("" is found out)."""
    stops = stop_words(spoken or language(text) or "en")
    return frozenset(stem(word.text) for word in tokens(text) if word.text not in stops and len(word.text) > 1)


def closeness(terms: frozenset[str], said: Mapping[str, int]) -> float:
    """Return the cosine between an account's terms and what all say, 0 to 1."""
    length = math.sqrt(sum(count * count for count in said.values()) * len(terms))
    return sum(said[term] for term in terms) / length if length else 0.0
