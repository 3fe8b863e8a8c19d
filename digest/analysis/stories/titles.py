"""The title of a story: a member's own headline, never a generated one, and why it was taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ...model import Article, Provenance
from ...text import clean_line, normal, sentences, stop_words, tokens
from ..lexicon.predicates import lexicon
from .closeness import LEAD_CHARACTERS, closeness, said_by_all, spoken_terms

_LAST_DAY = timedelta(days=1)
_FEWEST_WORDS, _MOST_WORDS = 4, 20
_WORTH = {"name": 0.1, "number": 0.08, "verb": 0.1}
"""What a headline gains on the 0 to 1 of closeness; after the rule of Techmeme's editors: say who did what."""
_LOSS = 0.25
"""What a question, a headline too short or too long, or one in capitals loses."""

_ONLY = "the only article's headline"
_STANDS_IN = "no article has a headline: the lead sentence stands in"


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

    Only those of the story's last 24 hours stand for election: a story that grew is told by what is known now. The one
    closest to what all articles say wins, names, numbers and an active verb counting in its favour; equal ones go to
    the earliest. A lead sentence that stands in for a headline is taken only where no article has a
    real one.
    """
    real = [article for article in articles if article.title_from is not Provenance.LEAD and article.title.strip()]
    if len(articles) == 1:  # as most stories have: there is nothing to weigh
        (only,) = articles
        return TitleChoice(only.id, only.title, _ONLY if real else _STANDS_IN, _lead(only))
    members = sorted(real or articles, key=lambda article: (article.when, article.id))
    members = [article for article in members if members[-1].when - article.when <= _LAST_DAY]
    said = said_by_all(articles)
    headlines = [_read(article) for article in members]
    best = max(headlines, key=lambda headline: _score(headline, said))  # the first of equals
    return TitleChoice(best.article.id, best.article.title, _why(best, len(articles), bool(real)), _lead(best.article))


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
        spoken_terms(title, article.language),
        tuple(dict.fromkeys(names)),
        next((word for word in words if word[0].isdigit()), ""),
        next(verbs, ""),
        plain=_FEWEST_WORDS <= len(words) <= _MOST_WORDS and not title.rstrip().endswith("?") and not title.isupper(),
    )


def _score(headline: _Headline, said: Mapping[str, int]) -> float:
    worth = _WORTH["name"] * bool(headline.names) + _WORTH["number"] * bool(headline.number)
    worth += _WORTH["verb"] * bool(headline.verb)
    return closeness(headline.terms, said) + worth - (0.0 if headline.plain else _LOSS)


def _why(headline: _Headline, articles: int, real: bool) -> str:
    if not real:
        return _STANDS_IN
    has = [f"names {', '.join(headline.names[:3])}"] if headline.names else []
    has += [f"the number {headline.number}"] if headline.number else []
    has += [f'the verb "{headline.verb}"'] if headline.verb else []
    close = f"the headline closest to what all {articles} articles say"
    return f"{close}; it has {', '.join(has)}" if has else close


def _lead(article: Article) -> str:
    """Return the first sentence of the report that does not merely repeat the headline."""
    title = [word.text for word in tokens(article.title)]
    for sentence in sentences(article.text[: 10 * LEAD_CHARACTERS])[:2]:
        words = article.text[sentence.start : sentence.end]
        if article.title_from is Provenance.LEAD or [word.text for word in tokens(words)] != title:
            return clean_line(words, LEAD_CHARACTERS)
    return ""
