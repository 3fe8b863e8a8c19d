"""A local text's bytes to lines: decoded, front matter and Markdown taken off, hard-wrapped paragraphs made whole."""

import codecs
import re

from ..errors import DocumentError
from ..text import clean

_WIDEST_WRAP = 100
"""Nobody wraps lines wider than this; longer ones are paragraphs."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]{2,20})[ \t]*:[ \t]*(?P<value>.*)$")
_UNDERLINED = re.compile(r"^(.+)\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_LINE_MARKUP = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)")
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_STRESS = re.compile(r"(\*\*\*|\*\*|\*|___|__|`)(?=\S)(.+?)(?<=\S)\1|(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def decoded(body: bytes, path: str) -> str:
    """Return the file as cleaned text; DocumentError if it is empty or not text at all."""
    if not body.strip():
        raise DocumentError(path, "is empty")
    marked = next((name for mark, name in _MARKS if body.startswith(mark)), "")
    if not marked and b"\x00" in body[:8192]:
        raise DocumentError(path, "is not a text but binary data")
    try:
        text = body.decode(marked or "utf-8")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")  # what old Windows programs write; never fails
        odd = sum((c < " " and c not in "\n\r\t\f") or c == "\ufffd" for c in text[:8192])
        if odd * 50 > len(text[:8192]):
            raise DocumentError(path, "is not a text but binary data") from None
    text = clean(text)
    if not text.strip():
        raise DocumentError(path, "is empty")
    return text


_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, names in lower case, and the text behind it."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = (_FIELD.match(line) for line in match["head"].split("\n"))
    return {f["name"].lower(): f["value"].strip().strip("\"'") for f in fields if f}, text[match.end() :]


def without_markdown(text: str) -> tuple[str, str]:
    """Return the text of the first top heading, if it opens the document, and the text without its markup."""
    text = _UNDERLINED.sub(r"# \1", text)
    lines = [line for line in text.split("\n") if not _RULE.match(line)]
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    heading = ""
    if first is not None and re.match(r" {0,3}#{1,2} ", lines[first]):
        heading = _bare(lines.pop(first)).rstrip("# ")
    return heading, "\n".join(_bare(line) for line in lines)


def unwrapped(text: str) -> str:
    """Return the text with each hard-wrapped paragraph on one line, a blank line between paragraphs.

    A line break belongs to the wrapping if the next word would not have fitted on the line; any other is kept.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    widest = max((len(line) for line in lines if " " in line), default=0)
    blocks: list[list[str]] = [[]]
    last = ""
    for line in lines:
        if not line.strip():
            blocks.append([])
        elif blocks[-1] and widest <= _WIDEST_WRAP and _is_wrapped(last, line, widest):
            blocks[-1][-1] += " " + line.strip()
        else:
            blocks[-1].append(line.strip())
        last = line
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _is_wrapped(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _bare(line: str) -> str:
    line = _LINE_MARKUP.sub("", line)
    line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    line = _STRESS.sub(lambda m: m[2] or m[3], line)
    return _ESCAPED.sub(r"\1", line)
