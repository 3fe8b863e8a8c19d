"""What must hold of every digest, whatever the outlets write: checked on the files as other programs read them."""

from collections.abc import Sequence
from datetime import datetime
from html.parser import HTMLParser

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.analysis.comparison.compare import compare
from digest.analysis.sources import choose_sources, other_articles
from digest.export.data import digest_csv, digest_json
from digest.export.edition import Chapter, Edition
from digest.export.escape import web_address
from digest.export.html import digest_html
from digest.export.markdown import digest_markdown
from digest.export.text import digest_text
from digest.model import Article, Comparison, Origins, Story
from digest.text import clean, clean_line

from .samples import at

_PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
_MEANT = frozenset(
    "inline text softbreak heading_open heading_close paragraph_open paragraph_close bullet_list_open bullet_list_close"
    " ordered_list_open ordered_list_close list_item_open list_item_close link_open link_close strong_open"
    " strong_close".split()
)
_TAGS = frozenset("html head meta title style body main h1 h2 h3 p ul ol li a strong".split())
_NO_LIMIT = 1_000_000

Told = tuple[str, str, str, str]
"""An article's outlet, title, text and address."""


def edition(stories: Sequence[Sequence[Told]], sections: Sequence[str] = (), query: str = "") -> Edition:
    """Return a digest of these stories, compared as they would be, the first of each section's turn under it."""
    chapters = []
    for number, told in enumerate(stories):
        articles = tuple(_article(number * 100 + i, at(28, i % 20), *one) for i, one in enumerate(told, start=1))
        sources = choose_sources(articles)
        comparison = compare(sources, other_articles(articles, sources)) if len(sources) > 1 else Comparison(sources)
        title, outlets = articles[0].title, tuple(dict.fromkeys(a.outlet for a in articles))
        lead = articles[0].text.partition("\n")[0]
        story = Story(
            number + 1, title, at(28, 0), at(28, 20), lead=lead, outlets=outlets, origins=Origins(2, certain=False)
        )
        section = sections[number % len(sections)] if sections else ""
        chapters.append(Chapter(story, articles, comparison, section))
    ordered = sorted(chapters, key=lambda chapter: list(sections).index(chapter.section) if sections else 0)
    return Edition(
        "News digest", at(28, 0), at(29, 0), tuple(ordered), sections=tuple(dict.fromkeys(sections)), query=query
    )


def check(told: Edition) -> None:
    """Raise AssertionError unless every format of the digest holds exactly what was meant."""
    text = digest_markdown(told)
    assert text == digest_markdown(told)
    front, body = text.removeprefix("---\n").split("---\n", 1)
    assert yaml.safe_load(front)["stories"] == len(told.chapters)
    tokens = _PARSER.parse(body)
    flat = [token for outer in tokens for token in (outer, *(outer.children or ()))]
    assert {token.type for token in flat} <= _MEANT
    assert _headings(tokens) == _headings_meant(told)
    links = [str(token.attrGet("href")) for token in flat if token.type == "link_open"]
    assert sorted(link for link in links if not link.startswith("#")) == sorted(_links_meant(told))
    _check_html(digest_html(told), links)
    assert clean(digest_text(told)) == digest_text(told)
    digest_json(told).encode()
    digest_csv(told).encode()


def _article(number: int, when: datetime, outlet: str, title: str, text: str, url: str) -> Article:
    """Return an article as it would be stored: what comes from outside is cleaned."""
    return Article(
        str(number),
        clean_line(outlet) or "Outlet",
        clean_line(title),
        clean(text),
        when,
        url=clean_line(url),
        published=when,
        language="en",
        id=number,
        excerpt=not number % 5,
        excerpt_why=clean_line(title),
    )


def _headings(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    return [
        (token.tag, "".join(part.content for part in tokens[i + 1].children or ()))
        for i, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def _headings_meant(told: Edition) -> list[tuple[str, str]]:
    meant = [("h1", told.title)] + ([("h2", "Contents")] if told.chapters else [])
    number = 0
    for name, chapters in told.parts():
        if told.sections and told.chapters:
            meant.append(("h2", clean_line(name, limit=_NO_LIMIT) or "Further stories"))
        for number, chapter in enumerate(chapters, start=number + 1):  # noqa: B020
            title = clean_line(chapter.story.title, limit=_NO_LIMIT)
            meant.append(("h3" if told.sections else "h2", f"{number}. {title}".strip()))
    return meant


def _links_meant(told: Edition) -> list[str]:
    """Return the addresses of all articles that may be linked: each is cited once."""
    urls = [_PARSER.normalizeLink(web_address(a.url).replace("&amp;", "&")) for c in told.chapters for a in c.articles]
    return [url for url in urls if url]


def _check_html(page: str, links: Sequence[str]) -> None:
    seen = _Page()
    seen.feed(page)
    seen.close()
    assert seen.tags <= _TAGS
    assert seen.attributes <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "href",
        "rel",
        "id",
        "class",
        "start",
    }
    assert len(seen.links) == len(links)
    assert all(link.startswith(("#", "http://", "https://")) for link in seen.links)


class _Page(HTMLParser):
    """Collects what an HTML page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
