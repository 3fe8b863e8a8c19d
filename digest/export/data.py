"""A digest as data for programs: JSON and CSV; docs/json.md says what each field means."""

from collections.abc import Iterator

from . import json
from .comparison import COLUMNS, comparison, facts_table, table
from .edition import Chapter, Edition


def digest_json(edition: Edition) -> str:
    """Return the digest as one JSON object, its stories in the order they are told."""
    shape = {
        "title": edition.title,
        "from": json.moment(edition.since),
        "to": json.moment(edition.until),
        "timezone": edition.zone,
        "query": edition.query,
        "sections": list(edition.sections),
        "stories": [_chapter(chapter) for chapter in edition.chapters],
        "left_out": edition.left_out,
    }
    return json.dumps(shape) + "\n"


def digest_csv(edition: Edition) -> str:
    """Return the facts of the digest's stories as a table with a heading: a line for each account of each fact.

    Stories that one outlet tells have nothing to compare, and no line.
    """
    return table(["story", "title", "section", *COLUMNS], _facts(edition))


def _facts(edition: Edition) -> Iterator[tuple[object, ...]]:
    for chapter in edition.chapters:
        of_story = (chapter.story.id, chapter.story.title, chapter.section)
        yield from ((*of_story, *line) for line in facts_table(chapter.comparison))


def _chapter(chapter: Chapter) -> json.Json:
    story = chapter.story
    return {
        "section": chapter.section,
        "story": json.story(story),
        "articles": [json.article(article) for article in chapter.articles],
        "comparison": comparison(chapter.comparison, story.id, story.title),
    }
