"""`digest show`: one story with its articles and why they are together, or one article with its text."""

import re
from collections.abc import Iterator, Sequence

import click

from ..desk import Desk
from ..export import json, phrases
from ..export.look import Look
from ..model import Article, Story
from ..text import body
from .listing import about_story, article_lines, decision_lines
from .news import NewsShown
from .revisions import revision_lines
from .session import Session, out

_NUMBER = re.compile(r"(a?)(\d{1,15})", re.IGNORECASE)


@click.command("show")
@click.argument("name", metavar="STORY|aARTICLE")
@click.option("--why", is_flag=True, help="Say for each article why it is in the story.")
@click.option("--revisions", is_flag=True, help="Say for each edited article what each edit changed.")
@click.option("--since-read", is_flag=True, help="Say what is new since you last read the story.")
@click.option("--over-time", is_flag=True, help="Say what each article and each edit brought that was new.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: one story, or one article with its text.")
@click.pass_obj
def show_command(
    session: Session, name: str, why: bool, revisions: bool, since_read: bool, over_time: bool, as_json: bool
) -> None:
    """Show a story with its articles, or one article with its text.

    A story is named by its number (3), an article by its number with an a in front (a12). Of
    an edit, words that went stand in [-…-], words that came in {+…+}; it is silent if no note
    in the text owns up to it.

    What is new is a fact that nothing you marked read had (+), another answer than theirs (the
    mark of what differs), or a fact that an edit took out of an article (-). A fact that is told
    in other words may escape it, and none is guessed.

    \b
    Examples:
      digest show 3 --why
      digest show a12 --revisions
      digest show 3 --since-read
    """
    of_article, number = numbered(name)
    if of_article and (since_read or over_time):
        raise click.UsageError("--since-read and --over-time are about a story: name it by its number, without an a")
    with session.desk() as desk:
        if of_article:
            article = desk.article(number)
            out(json.dumps(_article_json(desk, article)) if as_json else _article(desk, article, session.look))
            shown: tuple[Article, ...] = (article,)
        else:
            (story,) = desk.settled([desk.story(number)])
            shown = desk.articles(story.id)
            told = NewsShown.of(desk, shown, since_read, over_time)
            if as_json:
                out(json.dumps({**_story_json(desk, story, why), **told.shape()}))
            else:
                out(_story(desk, story, session.look, why))
                out(told.lines(session.look))
        if revisions and not as_json:
            out(_revisions(desk, shown, session.look))


def numbered(name: str) -> tuple[bool, int]:
    """Return whether an article is named, else a story, and its number."""
    match = _NUMBER.fullmatch(name)
    if match is None:
        raise click.UsageError(f"{name!r} names nothing: write 3 for a story, a12 for an article")
    return bool(match[1]), int(match[2])


def _story(desk: Desk, story: Story, look: Look, why: bool) -> Iterator[str]:
    articles = desk.articles(story.id)
    yield from map(look.bold, look.paragraph(f"Story {story.id}: {story.title}"))
    yield from about_story(story, look)
    yield from _tags(desk.store.tags.of_story(story.id), look)
    if line := desk.store.storylines.of(story.id):
        more = phrases.count(len(line.stories) - 1, "more story")
        yield from look.paragraph(f"Storyline {line.id}: {line.name} ({more}: `digest storylines {line.id}`)")
    if story.title_why:
        yield from look.paragraph(f"Title: {story.title_why}")
    if story.lead and story.lead != story.title:
        yield from ("", *look.paragraph(story.lead))
    yield from ("", look.bold(phrases.count(len(articles), "article").upper()))
    for article in articles:
        yield from article_lines(article, look, with_story=False)
        if article.url:
            yield f"       {look.words(article.url)}"
    if why:
        yield from ("", look.bold("WHY TOGETHER"))
        yield from decision_lines(desk.why(story.id), articles, look, story.id)
    elif len(story.outlets) > 1:
        yield from ("", f"`digest compare {story.id}` lays the accounts side by side.")


def _tags(tags: Sequence[str], look: Look) -> Iterator[str]:
    if tags:
        yield look.words(" ".join(f"#{tag}" for tag in tags))


def _article(desk: Desk, article: Article, look: Look) -> Iterator[str]:
    yield from map(look.bold, look.paragraph(article.title))
    about = [look.words(article.outlet), phrases.of_article(article)]
    about += [look.words(", ".join(article.authors))] if article.authors else []
    about += [f"credits {look.words(article.agency)}"] if article.agency else []
    about += [f"story {article.story_id}"] if article.story_id else []
    yield from look.joined(about)
    yield from _tags(desk.store.tags.of_article(article.id), look)
    if article.url:
        yield look.words(article.url)
    if article.excerpt:
        reason = f": {look.words(article.excerpt_why)}" if article.excerpt_why else ""
        held = "a summary" if body(article.text) else "the headline"
        yield f"Only {held} is held{reason}."
    if article.revision > 1:
        edited = phrases.edited(article.revision, article.silent).capitalize()
        seen = phrases.when(article.version_seen or article.fetched)
        version = f"this is version {article.revision}, first seen {seen} UTC"
        yield from look.paragraph(f"{edited}: {version}; --revisions shows what changed.")
    for paragraph in filter(None, body(article.text).split("\n")):
        yield ""
        yield from look.paragraph(paragraph)


def _revisions(desk: Desk, articles: Sequence[Article], look: Look) -> Iterator[str]:
    edited = [article for article in articles if article.revision > 1]
    for article in edited:
        if len(articles) > 1:
            yield from ("", *map(look.bold, look.paragraph(f"a{article.id} {article.outlet}: {article.title}")))
        yield from revision_lines(article, desk.revisions(article.id), look)
    if not edited:
        yield from ("", "No edit was seen.")


def _story_json(desk: Desk, story: Story, why: bool) -> json.Json:
    shape = json.story(story)
    line = desk.store.storylines.of(story.id)
    shape["storyline"] = line and {"id": line.id, "name": line.name}
    shape["articles"] = [json.article(article, text=True) for article in desk.articles(story.id)]
    shape["your_tags"] = list(desk.store.tags.of_story(story.id))
    if why:
        articles = desk.articles(story.id)
        shape["why"] = [json.decision(decision, articles) for decision in desk.why(story.id)]
    return shape


def _article_json(desk: Desk, article: Article) -> json.Json:
    shape = json.article(article, text=True)
    shape["your_tags"] = list(desk.store.tags.of_article(article.id))
    shape["revisions"] = [json.revision(revision) for revision in desk.revisions(article.id)]
    return shape
