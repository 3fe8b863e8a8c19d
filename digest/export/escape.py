"""Other people's text made safe inside markdown: no character of it can be read as structure."""

import re
from urllib.parse import urlsplit

from ..text import clean_line

# CommonMark's inline structure, and what common dialects add: tables, strikethrough, maths, attributes, highlights,
# mentions and tags.
_INLINE = re.compile(r"[\\`*_\[\]~|${}#@^]|==")
# Not every renderer knows "\<", every one knows "&lt;".
_HTML = {"<": "&lt;", ">": "&gt;"}
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Dialects turn bare addresses into links: only our own links may be links.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
# What opens a block at the start of a line: "1. x", "2) x", and the characters below.
_NUMBER = re.compile(r"\d{1,9}(?=[.)])")
_OPENING = frozenset("-+=:%")
_NO_LIMIT = 1_000_000
_IN_URL = {character: f"%{ord(character):02X}" for character in " \"\\<>`^{}|*_[]'"}


def inline(text: str) -> str:
    """Return `text` as one line of markdown that reads back as exactly `clean_line(text)`.

    Safe wherever running text may stand: heading, list item, paragraph, link text.
    """
    line = fragment(clean_line(text, limit=_NO_LIMIT))
    if number := _NUMBER.match(line):
        return line[: number.end()] + "\\" + line[number.end() :]
    return "\\" + line if line[:1] in _OPENING else line


def fragment(text: str) -> str:
    """Return `text`, which must be part of a cleaned line, escaped for a place inside a line; spaces stay."""
    line = _INLINE.sub(_backslashed, _ENTITY.sub("&amp;", text))
    return _ADDRESS.sub(r"\\", "".join(_HTML.get(character, character) for character in line))


def strong(before: str, text: str, after: str) -> str:
    """Return `text` escaped and in bold; plain where bold would not be read as such between these neighbours."""
    opens = text[:1].isalnum() or not before[-1:].strip()
    closes = text[-1:].isalnum() or not after[:1].strip()
    inside = text and text == text.strip()
    return f"**{fragment(text)}**" if opens and closes and inside else fragment(text)


def web_address(url: str) -> str:
    """Return `url` fit for `<…>` in a markdown link, or an empty string unless it is http or https with a host."""
    address = clean_line(url, limit=_NO_LIMIT)
    try:
        parts = urlsplit(address)
    except ValueError:  # an unfinished IPv6 address
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return _ENTITY.sub("&amp;", "".join(_IN_URL.get(character, character) for character in address))


def link(text: str, url: str) -> str:
    """Return a markdown link, or the text alone where `url` may not be linked."""
    address = web_address(url)
    return f"[{inline(text)}](<{address}>)" if address and text.strip() else inline(text)


def _backslashed(match: re.Match[str]) -> str:
    return "".join("\\" + character for character in match.group())
