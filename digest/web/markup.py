"""HTML of feeds and documents to plain text."""

import re
from html import unescape
from html.parser import HTMLParser

from ..text import clean

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split()
)
_PARAGRAPHS = _BLOCKS - {"br", "li", "dd", "dt", "td", "th", "tr"}
_HIDDEN = frozenset("head iframe math noscript object script select style svg template textarea title".split())
_BLANKS = re.compile(r"[ \t\u00a0]+")
_GAPS = re.compile(r" ?\n ?")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag in _PARAGRAPHS:
            self.parts.append("\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:  # the library's way to say that it knows no "<![C"
            return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " "))


def plain(html: str) -> str:
    """Return the text that a browser would show, cleaned: no tag left, a blank line between paragraphs."""
    if "<" not in html:
        return _tidy(unescape(html.replace("\n", " ")) if "&" in html else html)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _tidy("".join(reader.parts))


def plain_line(html: str) -> str:
    """Return `plain(html)` as one line, for titles."""
    return " ".join(plain(html).split())


def unescaped(text: str) -> str:
    """Return the text with its character references replaced once."""
    return unescape(text)


def _tidy(text: str) -> str:
    lines = clean(text)
    if "  " in lines or "\t" in lines or "\u00a0" in lines:  # to replace each lone space by itself takes much longer
        lines = _BLANKS.sub(" ", lines)
    if "\n" in lines:
        lines = re.sub(r"\n{3,}", "\n\n", _GAPS.sub("\n", lines))
    return lines.strip()
