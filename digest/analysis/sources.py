"""Which articles of a story stand side by side: one for each outlet, near-copies folded."""

from collections.abc import Iterable, Sequence

from ..errors import NotFoundError
from ..model import Article, Provenance, Source
from .origin import copies


def choose_sources(articles: Sequence[Article], outlets: Sequence[str] = (), limit: int = 4) -> tuple[Source, ...]:
    """Return the columns of a comparison, the most widely carried report first, at most `limit`.

    Each outlet is represented by its latest full text, or its latest excerpt where there is none. Outlets that carry
    the same report nearly word for word share a column (`also`), unless that would leave one column only.
    If `outlets` are named, exactly those are returned, in that order and unfolded; NotFoundError names the ones there
    are when one is unknown.
    """
    chosen = _one_each(articles)
    if outlets:
        return tuple(_source(article) for article in _named(chosen, outlets))
    groups = [[chosen[i] for i in group] for group in copies(chosen)]
    if len(groups) < 2:
        groups = [[article] for article in chosen]
    columns = [sorted(group, key=_fullest) for group in groups]
    columns.sort(key=lambda column: (-len(column), _fullest(column[0])))
    return tuple(_source(first, (other.outlet for other in rest)) for first, *rest in columns[:limit])


def _one_each(articles: Iterable[Article]) -> list[Article]:
    """Return for each outlet its latest full text, else its latest excerpt, in order of publication."""
    best: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (not a.excerpt, a.when, a.id)):
        best[article.outlet] = article
    return sorted(best.values(), key=lambda a: (a.when, a.id))


def _named(chosen: Iterable[Article], outlets: Sequence[str]) -> list[Article]:
    by_name = {article.outlet.casefold(): article for article in chosen}
    wanted = list(dict.fromkeys(outlet.strip().casefold() for outlet in outlets))
    unknown = [outlet for outlet in outlets if outlet.strip().casefold() not in by_name]
    if unknown:
        there = ", ".join(sorted(article.outlet for article in by_name.values()))
        raise NotFoundError(f"no article by {', '.join(unknown)} in this story; it has {there}")
    return [by_name[name] for name in wanted]


def _fullest(article: Article) -> tuple[bool, int, str]:
    return article.excerpt, -len(article.text), article.outlet


def _source(article: Article, also: Iterable[str] = ()) -> Source:
    return Source(
        article_id=article.id,
        outlet=article.outlet,
        title=article.title,
        text=article.text,
        url=article.url,
        published=article.published,
        published_inferred=article.published_from is Provenance.INFERRED,
        agency=article.agency,
        excerpt=article.excerpt,
        language=article.language,
        revision=article.revision,
        also=tuple(also),
    )
