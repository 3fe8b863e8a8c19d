"""Whom and what a story names, by its headlines and leads: what ties it to other stories."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Article, Profile, Provenance
from ...text import language, stem, stop_words, tokens
from ..names.runs import capitalised

TOPIC = "~"
"""What a term that is no name begins with."""
_LEAD_CHARACTERS = 500
_MOST_ARTICLES = 12
_MOST_TERMS = 25
_SURNAME, _WORD = 0.6, 0.5
"""What a name's last word alone, and a word of a headline, are worth beside a whole name."""
_SHORTEST = 4
_HEADLINE_CASE = 0.7
_OF_A_NAME = frozenset({" for ", " of ", " of the "})


def profile(story_id: int, articles: Sequence[Article]) -> Profile:
    """Return what a story's latest articles, at least one, name; the same whatever their order."""
    latest = sorted(articles, key=lambda article: (article.when, article.id))[-_MOST_ARTICLES:]
    weights: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for article in latest:
        for term, (weight, words) in _named(article).items():
            weights[term] += weight / len(latest)  # type: ignore[assignment]  # a Counter holds floats too
            spelled.setdefault(term, Counter())[words] += 1
    strongest = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST_TERMS]
    return Profile(
        story_id,
        next((a.language for a in latest if a.language), "") or language(latest[-1].title),
        min(article.when for article in articles),
        max(article.when for article in articles),
        frozenset(article.outlet for article in articles),
        {term: round(float(weights[term]), 3) for term in strongest},
        {term: min(spelled[term], key=lambda words: (-spelled[term][words], words)) for term in strongest},
    )


def _named(article: Article) -> dict[str, tuple[float, str]]:
    """Return the terms of one article with their weight and spelling; the outlet's own name is none."""
    found: dict[str, tuple[float, str]] = {}
    own = set(article.outlet.lower().split())
    stops = stop_words(article.language or "en")
    for words in _names(article):
        name = " ".join(words).replace("’s", "").replace("'s", "")
        low = name.lower()
        if low in stops or set(low.split()) <= own or len(low) < 2:
            continue
        found[low] = (1.0, name)
        last = words[-1].replace("’s", "").replace("'s", "")
        if len(words) > 1 and len(last) >= _SHORTEST:
            found.setdefault(last.lower(), (_SURNAME, last))
    known = {word for name in found for word in name.split()} | own | stops
    title = "" if article.title_from is Provenance.LEAD else article.title
    for token in tokens(title):
        root = stem(token.text)
        telling = len(token.text) >= _SHORTEST and token.text.isalpha()
        if telling and token.text not in known:
            found.setdefault(TOPIC + root, (_WORD, token.text))
    return found


def _names(article: Article) -> Iterator[list[str]]:
    """Yield the names in the headline and the lead, as words; a word that only opens a sentence is no name."""
    long = [word for word in re.findall(r"\w+", article.title) if len(word) > 3]
    in_capitals = sum(word[0].isupper() for word in long) > _HEADLINE_CASE * len(long)
    parts = [article.text[:_LEAD_CHARACTERS]]
    if not in_capitals and article.title_from is not Provenance.LEAD:
        parts.insert(0, article.title)
    runs = [run for part in parts for run in _runs(part)]
    sure = {word for words, opens in runs if not opens for word in words}
    for words, opens in runs:
        if not opens or len(words) > 1 or words[0] in sure:
            yield words


def _runs(text: str) -> list[tuple[list[str], bool]]:
    """Return the runs of capitals, those of one body put together: "Centers for Disease Control and Prevention"."""
    found: list[tuple[list[str], bool]] = []
    end, joined = 0, False
    for run in capitalised(text, ()):
        gap = text[end : run.start]
        if found and (gap in _OF_A_NAME or (joined and gap == " and ")):
            found[-1][0].extend([*gap.split(), *run.words])
            joined = True
        else:
            found.append((list(run.words), run.opens))
            joined = False
        end = run.end
    return found
