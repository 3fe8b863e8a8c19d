"""A query in words: how digest reads it, a line a condition."""

from collections.abc import Iterator

from .nodes import (
    All,
    Counted,
    Dated,
    Either,
    Field,
    Figure,
    Key,
    Mark,
    Marked,
    Named,
    Node,
    Not,
    Numbered,
    Pattern,
    Words,
)

_WHERE = {Field.ANY: "in the title or the text", Field.TITLE: "in the title", Field.TEXT: "in the text"}
_NAMED = {
    Key.FEED: "from a feed whose name or address holds",
    Key.OUTLET: "by the outlet",
    Key.AUTHOR: "by an author whose name holds",
    Key.TAG: "tagged",
    Key.LANGUAGE: "in the language",
}
_MARKS = {
    Mark.UNREAD: "not read yet",
    Mark.READ: "read",
    Mark.STARRED: "starred",
    Mark.SUMMARY: "only a summary is held",
    Mark.EDITED: "edited since it was taken in",
    Mark.SILENT: "edited without a note that says so",
    Mark.COVERED: "not read, but another article of its story was",
}
_FIGURES = {
    Figure.SOURCES: "outlets tell its story",
    Figure.ORIGINS: "origins are behind its story",
    Figure.DIFFERS: "facts differ in its story, as far as worked out",
}
_SIGNS = {"=": "", "<": "fewer than ", ">": "more than ", "<=": "at most ", ">=": "at least "}


def explain(node: Node, indent: str = "") -> Iterator[str]:
    """Yield the query as lines, what belongs together indented below what joins it."""
    if isinstance(node, All | Either) and node.parts:
        yield f"{indent}{'all of' if isinstance(node, All) else 'at least one of'}:"
        for part in node.parts:
            yield from explain(part, f"{indent}  ")
    elif isinstance(node, Not):
        yield f"{indent}not:"
        yield from explain(node.part, f"{indent}  ")
    else:
        yield indent + _said(node)


def _said(node: Node) -> str:
    match node:
        case Words(text, where, begun):
            what = "the words" if " " in text.strip() else "the word"
            return f"{what} “{text}{'…' if begun else ''}” {_WHERE[where]}"
        case Pattern(expression):
            return f"the pattern /{expression}/ in the title or the text"
        case Named(key, name):
            return f"{_NAMED[key]} “{name}”"
        case Marked(mark):
            return _MARKS[mark]
        case Dated(moment, newer):
            return f"published {'at or after' if newer else 'before'} {moment:%Y-%m-%d %H:%M} UTC"
        case Numbered(number, storyline):
            return f"in {'a story of storyline' if storyline else 'story'} {number}"
        case Counted(figure, sign, number):
            return f"{_SIGNS[sign]}{number} {_FIGURES[figure]}"
        case _:
            return "everything"
