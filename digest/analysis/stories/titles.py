"""The title of a story: a member's own headline, never a generated one, and why it was taken."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Article, Provenance
from ...text import clean_line, language, normal, sentences, stem, stop_words, tokens
from ..lexicon.predicates import lexicon

_LEAD_LIMIT = 400
_FEWEST_WORDS, _MOST_WORDS = 4, 20
_WORTH = {"name": 0.1, "number": 0.08, "verb": 0.1}
"""What a headline gains on the 0 to 1 of closeness; after the rule of Techmeme's editors: say who did what."""
_LOSS = 0.25
"""What a question, a headline too short or too long, or one in capitals loses."""


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """A story's title with the article it is from."""

    article_id: int
    title: str
    why: str
    """The reason in words."""
    lead: str
    """The first sentence of that article's report."""


@dataclass(frozen=True, slots=True)
class _Headline:
    article: Article
    terms: frozenset[str]
    names: tuple[str, ...]
    number: str
    verb: str
    plain: bool
    """A statement of ordinary length in ordinary letters."""


def choose_title(articles: Sequence[Article]) -> TitleChoice:
    """Choose among the headlines of a story's articles, at least one, the same whatever their order.

    The one closest to what all of them say wins, names, numbers and an active verb counting in its favour; equal ones
    go to the earliest. A lead sentence that stands in for a headline is taken only where no article has a real one.
    """
    real = [article for article in articles if article.title_from is not Provenance.LEAD and article.title.strip()]
    members = sorted(real or articles, key=lambda article: (article.when, article.id))
    said = _said(articles)
    headlines = [_read(article) for article in members]
    best = max(headlines, key=lambda headline: _score(headline, said))  # the first of equals
    return TitleChoice(best.article.id, best.article.title, _why(best, len(articles), bool(real)), _lead(best.article))


def _said(articles: Sequence[Article]) -> Mapping[str, int]:
    """Return how many outlets' headlines or leads hold each term."""
    by_outlet: dict[str, set[str]] = {}
    for article in articles:
        words = _terms(f"{article.title}\n{article.text[:_LEAD_LIMIT]}", article.language)
        by_outlet.setdefault(article.outlet, set()).update(words)
    return Counter(term for words in by_outlet.values() for term in words)


def _terms(text: str, spoken: str) -> frozenset[str]:
    stops = stop_words(spoken or language(text) or "en")
    return frozenset(stem(word.text) for word in tokens(text) if word.text not in stops and len(word.text) > 1)


def _read(article: Article) -> _Headline:
    title = normal(article.title)
    words = [title[word.start : word.end] for word in tokens(title)]
    lower = [word.lower() for word in words]
    stops = stop_words(article.language or "en")
    known = lexicon()
    verbs = (word for word in lower[1:] if (word,) in known and not word.endswith("ing"))
    capitals = sum(word[0].isupper() for word in words)
    in_sentence_case = capitals * 2 <= len(words)
    names = [
        word
        for i, word in enumerate(words)
        if word[0].isupper()
        and word.lower() not in stops
        and (i or not in_sentence_case)
        and (word.lower(),) not in known
    ]
    return _Headline(
        article,
        _terms(title, article.language),
        tuple(dict.fromkeys(names)),
        next((word for word in words if word[0].isdigit()), ""),
        next(verbs, ""),
        plain=_FEWEST_WORDS <= len(words) <= _MOST_WORDS and not title.rstrip().endswith("?") and not title.isupper(),
    )


def _closeness(terms: frozenset[str], said: Mapping[str, int]) -> float:
    """Return the cosine between a headline and what all say, 0 to 1."""
    length = math.sqrt(sum(count * count for count in said.values()) * len(terms))
    return sum(said[term] for term in terms) / length if length else 0.0


def _score(headline: _Headline, said: Mapping[str, int]) -> float:
    worth = _WORTH["name"] * bool(headline.names) + _WORTH["number"] * bool(headline.number)
    worth += _WORTH["verb"] * bool(headline.verb)
    return _closeness(headline.terms, said) + worth - (0.0 if headline.plain else _LOSS)


def _why(headline: _Headline, articles: int, real: bool) -> str:
    if not real:
        return "no article has a headline: the lead sentence stands in"
    if articles == 1:
        return "the only article's headline"
    has = [f"names {', '.join(headline.names[:3])}"] if headline.names else []
    has += [f"the number {headline.number}"] if headline.number else []
    has += [f'the verb "{headline.verb}"'] if headline.verb else []
    close = f"the headline closest to what all {articles} articles say"
    return f"{close}; it has {', '.join(has)}" if has else close


def _lead(article: Article) -> str:
    """Return the first sentence of the report that does not merely repeat the headline."""
    title = [word.text for word in tokens(article.title)]
    for sentence in sentences(article.text[: 10 * _LEAD_LIMIT])[:2]:
        words = article.text[sentence.start : sentence.end]
        if article.title_from is Provenance.LEAD or [word.text for word in tokens(words)] != title:
            return clean_line(words, _LEAD_LIMIT)
    return ""
