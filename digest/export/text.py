"""A digest as plain text for pipes, mail and screen readers, made from the markdown's structure."""

import textwrap
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .edition import Edition
from .markdown import digest_body

_WIDTH = 78
_UNDERLINE = {"h1": "=", "h2": "-"}


def digest_text(edition: Edition) -> str:
    """Return the digest as lines of at most 78 characters, but for addresses; a link's address stands behind it."""
    tokens = MarkdownIt("commonmark", {"html": False}).parse(digest_body(edition))
    return "\n".join(_lines(tokens)).strip("\n") + "\n"


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the lines of a document, blank ones between its blocks."""
    lists: list[int | None] = []  # the number of the next item of each list we are in; None for bullets
    marker = ""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and following:
            words = _words(following)
            yield from ("", *_wrapped(words, "", ""))
            if line := _UNDERLINE.get(token.tag):
                yield line * min(_WIDTH, len(words))
            yield ""
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrGet("start") or 1)
            lists.append(start if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
            yield from () if lists else ("",)
        elif token.type == "list_item_open":
            number = lists[-1]
            marker = "- " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "paragraph_open" and following:
            indent = "  " * (len(lists) - 1)
            yield from _wrapped(_words(following), indent + marker, indent + " " * len(marker))
            yield from () if lists else ("",)
            marker = ""


def _words(token: Token) -> str:
    """Return a block's words on one line; behind a link its address."""
    words, address = "", ""
    for part in token.children or ():
        if part.type == "link_open":
            address = str(part.attrGet("href"))
        elif part.type == "link_close":
            words += "" if address.startswith("#") else f" <{address}>"
        else:
            words += " " if part.type == "softbreak" else part.content
    return words


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
