"""Queries as FTS5 expressions: every word in quotes, so that none can be read as FTS5's own syntax."""

from ..query import All, Either, Field, Node, Not, Words

_IN = {Field.ANY: "", Field.TITLE: "title : ", Field.TEXT: "text : "}


def expression(node: Node) -> str:
    """Return the FTS5 expression that finds exactly what `node` asks for; "" if FTS5 alone cannot."""
    match node:
        case Words(text, field, begun):
            return f"{_IN[field]}{quoted(text)}{'*' if begun else ''}"
        case Either(parts):
            found = list(map(expression, parts))
            return " OR ".join(f"({part})" for part in found) if found and all(found) else ""
        case All(parts):
            return _all(parts)
        case _:
            return ""


def split(node: Node) -> tuple[str, Node]:
    """Return the FTS5 expression for as much of `node` as there is one for, and what must hold besides."""
    if whole := expression(node):
        return whole, All(())
    if not isinstance(node, All):
        return "", node
    held = tuple(part for part in node.parts if expression(part.part if isinstance(part, Not) else part))
    if not (found := _all(held)):
        return "", node
    return found, All(tuple(part for part in node.parts if part not in held))


def quoted(text: str) -> str:
    """Return words as one FTS5 string."""
    return '"' + text.replace('"', '""') + '"'


def _all(parts: tuple[Node, ...]) -> str:
    """Return the expression for parts that must all hold; FTS5's NOT needs something before it."""
    wanted = [expression(part) for part in parts if not isinstance(part, Not)]
    unwanted = [expression(part.part) for part in parts if isinstance(part, Not)]
    if not wanted or not all(wanted) or not all(unwanted):
        return ""
    found = " AND ".join(f"({part})" for part in wanted)
    return f"({found}) NOT ({' OR '.join(f'({part})' for part in unwanted)})" if unwanted else found
