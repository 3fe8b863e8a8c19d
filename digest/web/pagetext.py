"""A page's article text: trafilatura's, with what it takes in or leaves out by mistake set right by general rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import trafilatura
from lxml.html import HtmlElement

from ..text import clean

TEXT_CHARACTERS = 1_000_000
_EMBED = re.compile(
    r"(?:twitter|bluesky|mastodon|instagram|tiktok|reddit|facebook|fb)-?(?:tweet|media|embed|post)", re.I
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:img|image|photo|pic|picture|media|wp)?-?_?caption", re.IGNORECASE)
_CAPTION_CHARACTERS = 700
_LINK_SHARE = 0.9
_PARAGRAPH = 80
"""Characters from which on a paragraph is prose."""
_MISSING = 0.15
"""If so much of an article is left lying beside what was found, it is added."""
_MARKS = re.compile(r"\W+")


def page_text(tree: HtmlElement, url: str, titles: Iterable[str] = (), standfirst: str = "") -> str:
    """Return the article's paragraphs, a blank line between them; an empty string if there are none.

    A line that repeats one of `titles` is left out; `standfirst` is put first if the page shows it. The tree is
    changed.
    """
    _prune(tree)
    shown = standfirst if standfirst and _shows(tree, standfirst) else ""
    paragraphs = list(_prose(tree))
    found = trafilatura.bare_extraction(tree, url=url, include_comments=False, include_tables=False)
    text = getattr(found, "text", None) or ""
    lines = [line.strip() for line in clean(text[:TEXT_CHARACTERS]).split("\n") if line.strip()]
    lines = _completed(lines, paragraphs)
    lines = list(_without_repeats(lines, {_bare(title) for title in titles}))
    if shown and _bare(shown) not in _bare(" ".join(lines[:4])):
        lines.insert(0, shown)
    return "\n\n".join(lines)


def _prune(tree: HtmlElement) -> None:
    """Take out what is never the report: scripts, captions, embedded posts, lists of nothing but links."""
    for element in list(tree.iter("script", "style", "noscript", "figcaption", "blockquote", "ul", "ol", "p", "div")):
        if _is_foreign(element) and element.getparent() is not None:
            element.drop_tree()


def _is_foreign(element: HtmlElement) -> bool:
    if element.tag in ("script", "style", "noscript", "figcaption"):
        return True
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if _CAPTION.search(named) and _length(element) < _CAPTION_CHARACTERS:
        return True
    return bool(element.tag == "blockquote" and _EMBED.search(named)) or (
        element.tag in ("ul", "ol") and _is_menu(element)
    )


def _is_menu(element: HtmlElement) -> bool:
    linked = sum(_length(link) for link in element.iter("a"))
    return linked > 0 and linked >= _LINK_SHARE * _length(element)


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))


def _prose(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield each paragraph or subhead of prose with the kind of box it lies in."""
    for element in tree.iter("p", "h2", "h3"):
        box = element.getparent()
        text = clean(" ".join(element.text_content().split())).strip()
        if box is None or not text:
            continue
        if element.tag != "p" or (len(text) >= _PARAGRAPH and not _is_menu(element)):
            yield f"{box.tag}.{box.get('class') or ''}", text


def _completed(lines: list[str], paragraphs: list[tuple[str, str]]) -> list[str]:
    """Add the paragraphs that lie in boxes of the same kind as the found ones, if much of the article is missing.

    Pages that break an article up for advertisements have several such boxes, of which one is found.
    """
    order = {_bare(line): number for number, line in enumerate(lines)}
    whole = " ".join(map(_bare, lines))
    bare = {text: _bare(text) for _, text in paragraphs}
    sizes: Counter[str] = Counter()
    for box, text in paragraphs:
        sizes[box] += len(text) if bare[text] in order else 0
    boxes = {box for box, size in sizes.items() if size > 0.3 * sum(sizes.values())}
    missing = {text for box, text in paragraphs if box in boxes and bare[text] not in whole}
    if sum(map(len, missing)) < _MISSING * sum(map(len, lines)):
        return lines
    placed, at = [], 0
    for _, text in paragraphs:
        number = order.get(bare[text])
        if number is not None and number >= at:
            placed += lines[at : number + 1]
            at = number + 1
        elif text in missing:
            placed.append(text)
    return placed + lines[at:]


def _without_repeats(lines: Iterable[str], titles: set[str]) -> Iterator[str]:
    """Leave out the headline and any longer line that stands there a second time."""
    seen: set[str] = set()
    for number, line in enumerate(lines):
        bare = _bare(line)
        if (number < 5 and bare in titles) or (len(bare) > _PARAGRAPH and bare in seen):
            continue
        seen.add(bare)
        yield line


def _shows(tree: HtmlElement, text: str) -> bool:
    """Say whether some element of the page holds just this text."""
    wanted = _bare(text)
    if len(wanted) < 20:
        return False
    for element in tree.iter("p", "h2", "h3", "div", "span", "strong", "em", "header"):
        shown = element.text_content()
        # long and short ones, which are most, are told apart by their length alone
        if len(wanted) <= 3 * len(shown) < 6 * len(text) + 120 and _bare(shown) == wanted:
            return True
    return False


def _bare(text: str) -> str:
    return _MARKS.sub(" ", text).strip().casefold()
