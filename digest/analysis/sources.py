"""Which articles of a story stand side by side: one for each outlet, near-copies folded."""

from collections.abc import Iterable, Mapping, Sequence

from ..errors import NotFoundError
from ..model import Article, Provenance, Source
from ..text import sentences
from .origin import copies
from .stories.closeness import closeness, opening_terms, said_by_all

_CLOSE = 0.7
"""Of an outlet's closest article to the story: below it another article of the outlet is about something else."""
_WITNESSES = 12
MOST_READ = 40_000
"""Characters of a text that are read for facts: every fact is held against every other, which costs a square."""


def choose_sources(articles: Sequence[Article], outlets: Sequence[str] = (), limit: int = 4) -> tuple[Source, ...]:
    """Return the columns of a comparison, the most widely carried report first, at most `limit`.

    Each outlet is represented by the latest of its articles that stand close to what the story's outlets all say, a
    full text before an excerpt. Outlets that carry
    the same report nearly word for word share a column (`also`), unless that would leave one column only.
    If `outlets` are named, exactly those are returned, in that order and unfolded; a part of a name is enough.
    NotFoundError names the ones there are when one is unknown, and those it may be when several have that part.
    """
    chosen = _one_each(articles)
    if outlets:
        return tuple(as_source(article) for article in _named(chosen, outlets))
    groups = [[chosen[i] for i in group] for group in copies(chosen)]
    if len(groups) < 2:
        groups = [[article] for article in chosen]
    columns = [sorted(group, key=_fullest) for group in groups]
    columns.sort(key=lambda column: (-len(column), _fullest(column[0])))
    return tuple(as_source(first, (other.outlet for other in rest)) for first, *rest in columns[:limit])


def other_articles(articles: Sequence[Article], sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the latest articles that have no column, at most twelve, to bear witness against "only here"."""
    shown = {source.article_id for source in sources}
    rest = sorted((a for a in articles if a.id not in shown), key=lambda a: (a.when, a.id))
    return tuple(as_source(article) for article in rest[-_WITNESSES:])


def _one_each(articles: Sequence[Article]) -> list[Article]:
    """Return for each outlet the article that stands for it, in order of publication."""
    by_outlet: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda a: (a.when, a.id)):
        by_outlet.setdefault(article.outlet, []).append(article)
    said = said_by_all(articles) if len(by_outlet) < len(articles) else {}
    best = [_standing_for(own, said) for own in by_outlet.values()]
    return sorted(best, key=lambda a: (a.when, a.id))


def _standing_for(own: Sequence[Article], said: Mapping[str, int]) -> Article:
    """Return the latest full text (else excerpt) about as close to the story as the outlet's closest."""
    full = [article for article in own if not article.excerpt] or own
    if len(full) == 1:
        return full[0]
    near = [closeness(opening_terms(article), said) for article in full]
    return [a for a, close in zip(full, near, strict=True) if close >= _CLOSE * max(near)][-1]


def named_outlets(names: Iterable[str], wanted: str) -> tuple[str, ...]:
    """Return the outlet of that name, whatever its capitals; else all that have `wanted` as a part of their names."""
    listed, name = sorted(names), wanted.strip().casefold()
    same = tuple(outlet for outlet in listed if outlet == wanted) or tuple(o for o in listed if o.casefold() == name)
    return same[:1] or tuple(outlet for outlet in listed if name and name in outlet.casefold())


def _named(chosen: Iterable[Article], outlets: Sequence[str]) -> list[Article]:
    by_name = {article.outlet: article for article in chosen}
    meant = {outlet: named_outlets(by_name, outlet) for outlet in outlets}
    if unknown := [outlet for outlet, found in meant.items() if not found]:
        raise NotFoundError(f"no article by {', '.join(unknown)} in this story; it has {', '.join(sorted(by_name))}")
    for outlet, found in meant.items():
        if len(found) > 1:
            raise NotFoundError(f"{outlet} may be {' or '.join(found)}: write more of the name")
    return [by_name[name] for name in dict.fromkeys(name for found in meant.values() for name in found)]


def _fullest(article: Article) -> tuple[bool, int, str]:
    return article.excerpt, -len(article.text), article.outlet


def as_source(article: Article, also: Iterable[str] = ()) -> Source:
    """Return an article as an account, of a very long text the first part."""
    text = first_part(article.text)
    return Source(
        article_id=article.id,
        outlet=article.outlet,
        title=article.title,
        text=text,
        url=article.url,
        published=article.published,
        published_inferred=article.published_from is Provenance.INFERRED,
        agency=article.agency,
        excerpt=article.excerpt,
        cut=len(text) < len(article.text),
        language=article.language,
        revision=article.revision,
        silent=article.silent,
        fetched=article.version_seen or article.fetched,
        reached=article.reached,
        also=tuple(also),
    )


def first_part(text: str) -> str:
    """Return the whole sentences among a text's first `MOST_READ` characters; whole words where no sentence ends."""
    if len(text) <= MOST_READ:
        return text
    head = text[:MOST_READ]
    found = sentences(head)
    if len(found) > 1:
        return head[: found[-2].end]  # the last one may go on
    return head[: head.rfind(" ") + 1].rstrip() or head
