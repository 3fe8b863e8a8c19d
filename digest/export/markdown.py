"""The digest of a period, or one comparison, as markdown: the same input gives the same bytes."""

import re
from collections.abc import Iterator, Sequence

import yaml

from ..model import Article, Comparison, Source, Story
from ..text import clean_line, sentences
from . import phrases
from .comparison import content_hash
from .edition import NOTHING, Chapter, Edition
from .escape import inline, link
from .sections import references, sections

_NOT_IN_SLUG = re.compile(r"[^\w\- ]")
_LONGEST = 1_000_000


def digest_markdown(edition: Edition) -> str:
    """Return the whole digest: front matter, contents, one chapter a story."""
    return front_matter(edition) + digest_body(edition)


def digest_body(edition: Edition) -> str:
    """Return the digest without its front matter."""
    lines = [f"# {inline(edition.title)}", "", _period(edition), ""]
    if edition.query:
        lines += [f"Only stories that fit: {inline(edition.query)}", ""]
    if not edition.chapters:
        lines += [NOTHING, ""]
    else:
        lines += _contents(edition)
        lines += _chapters(edition)
    if edition.left_out:
        lines += [f"{phrases.count(edition.left_out, 'further story')} of the period left out.", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def comparison_markdown(comparison: Comparison, title: str) -> str:
    """Return one story's comparison as a document of its own, every fact in it."""
    lines = [f"# {inline(title)}", "", _counts(comparison), ""]
    lines += sections(comparison, everything=True)
    lines += ["**Sources**", ""]
    for i, source in enumerate(comparison.sources):
        lines += [f"- {_source(i, source)}", f"  - {_evidence(source)}"]
    return "\n".join(lines) + "\n"


def front_matter(edition: Edition) -> str:
    """Return what programs may want to know of the digest, as YAML between two lines of dashes."""
    articles = [article for chapter in edition.chapters for article in chapter.articles]
    fields = {
        "title": edition.title,
        "from": phrases.stamp(edition.since),
        "to": phrases.stamp(edition.until),
        "timezone": edition.zone,
        **({"query": clean_line(edition.query, limit=_LONGEST)} if edition.query else {}),
        "stories": len(edition.chapters),
        "articles": len(articles),
        "outlets": len({article.outlet for article in articles}),
    }
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def _period(edition: Edition) -> str:
    articles = [article for chapter in edition.chapters for article in chapter.articles]
    what = ", ".join(
        (
            phrases.count(len(edition.chapters), "story"),
            phrases.count(len(articles), "article"),
            phrases.count(len({article.outlet for article in articles}), "outlet"),
        )
    )
    days = "" if edition.zone == "UTC" else f" (days counted in {inline(edition.zone)})"
    line = f"{phrases.period(edition.since, edition.until)}{days} · {what}"
    undated = sum(article.published is None for article in articles)
    if not undated:
        return line
    said = (
        "gives no date, and counts as of when it was"
        if undated == 1
        else "give no date, and count as of when they were"
    )
    return f"{line}\n\n{phrases.count(undated, 'article')} {said} taken in."


def _contents(edition: Edition) -> Iterator[str]:
    yield from ("## Contents", "")
    number = 0
    for name, chapters in edition.parts():
        if edition.sections:
            yield from (f"**{_section(name)}**", "")
        for number, chapter in enumerate(chapters, start=number + 1):  # noqa: B020, the numbers go on
            title = f"{number}. {chapter.story.title}"
            covered = phrases.coverage(len(chapter.story.outlets), chapter.story.origins)
            yield f"{number}. [{inline(chapter.story.title)}](#{slug(title)}) · {covered}"
        yield from ("",) if chapters else ("No story.", "")


def slug(heading: str) -> str:
    """Return the anchor that GitHub and most renderers give a heading."""
    return _NOT_IN_SLUG.sub("", clean_line(heading, limit=_LONGEST).lower()).replace(" ", "-")


def _chapters(edition: Edition) -> Iterator[str]:
    number = 0
    for name, chapters in edition.parts():
        if edition.sections:
            yield from (f"## {_section(name)}", "")
            yield from () if chapters else ("No story.", "")
        for number, chapter in enumerate(chapters, start=number + 1):  # noqa: B020
            yield from _chapter(number, chapter, "###" if edition.sections else "##")


def _section(name: str) -> str:
    return inline(name) if name else "Further stories"


def _chapter(number: int, chapter: Chapter, level: str) -> Iterator[str]:
    story = chapter.story
    covered = phrases.coverage(len(story.outlets), story.origins)
    yield from (f"{level} {number}. {inline(story.title)}", "")
    yield from (f"{covered} · {_when(chapter.articles, story)}", "")
    if lead := _lead(chapter):
        yield from (lead, "")
    yield from sections(chapter.comparison)
    yield from ("**Sources**", "")
    for index, source in enumerate(chapter.comparison.sources):
        yield f"- {_source(index, source, _article(chapter, source))}"
        yield from (f"  - also carried by {_cited(copy)}" for copy in chapter.folded(source))
    for index, article in enumerate(chapter.others(), start=len(chapter.comparison.sources)):
        yield f"- {references([index])} {_cited(article)}"
    yield ""


def _when(articles: Sequence[Article], story: Story) -> str:
    """Return from when to when the articles were published that give a date."""
    dates = sorted(article.published for article in articles if article.published)
    return phrases.span(dates[0], dates[-1]) if dates else phrases.taken_in(story.last_seen)


def _lead(chapter: Chapter) -> str:
    """Return the story's lead with the reference of the article it opens, else the first source's own."""
    cited = [*(source.text for source in chapter.comparison.sources), *(a.text for a in chapter.others())]
    for index, text in enumerate(cited):
        if chapter.story.lead and chapter.story.lead in text:
            return f"{inline(chapter.story.lead)} {references([index])}"
    found = sentences(cited[0])
    return f"{inline(cited[0][found[0].start : found[0].end])} {references([0])}" if found else ""


def _article(chapter: Chapter, source: Source) -> Article | None:
    return next((article for article in chapter.articles if article.id == source.article_id), None)


def _source(index: int, source: Source, article: Article | None = None) -> str:
    when = phrases.published(source.published) if source.published else "no date"
    if article and article.published is None:
        when = phrases.taken_in(article.fetched)
    parts = [link(source.title or source.url or "Untitled", source.url), inline(source.outlet)]
    parts.append(when + (" (inferred)" if source.published and source.published_inferred else ""))
    if source.agency:
        parts.append(f"credits {inline(source.agency)}")
    if source.excerpt:
        parts.append(_summary_only(article.excerpt_why if article else ""))
    if source.cut:
        parts.append(phrases.first_part(source))
    if edited := phrases.edited(source.revision, source.silent):
        parts.append(f"{edited} since first seen")
    if source.also and article is None:
        parts.append("also carried by " + ", ".join(map(inline, source.also)))
    return f"{references([index])} " + ", ".join(parts)


def _evidence(source: Source) -> str:
    """Say where and when a text was taken in, and what it was, so that it can be held against a later copy."""
    parts = ["the part of the text that was read" if source.cut else "text"]
    if source.reached and source.reached != source.url:
        parts.append(f"from {link(source.reached, source.reached)}")
    if source.fetched:
        parts.append(f"taken in {phrases.when(source.fetched)} UTC")
    return f"{' '.join(parts)}, SHA-256 {content_hash(source)}"


def _cited(article: Article) -> str:
    parts = [link(article.title or article.url or "Untitled", article.url), inline(article.outlet)]
    parts.append(phrases.published(article.published) if article.published else phrases.taken_in(article.fetched))
    if article.excerpt:
        parts.append(_summary_only(article.excerpt_why))
    return ", ".join(parts)


def _summary_only(why: str) -> str:
    return f"summary only ({inline(why)})" if why else "summary only"


def _counts(comparison: Comparison) -> str:
    outlets = len(comparison.sources) + sum(len(source.also) for source in comparison.sources)
    words = {"agree": "agree", "differ": "differ", "only": "only in one", "unknown": "cannot be told"}
    parts = [f"{n} {word}" for family, word in words.items() if (n := comparison.count(family))]
    return " · ".join([phrases.coverage(outlets, comparison.origins), *parts])
