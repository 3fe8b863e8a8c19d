"""A query as it was typed to its tree, by the grammar beside this file; what is wrong is said with its place."""

from collections.abc import Sequence
from functools import cache
from typing import Never

import lark
from lark.exceptions import UnexpectedInput, UnexpectedToken, VisitError

from ..errors import QueryError
from . import terms
from .nodes import All, Either, Node, Not, Words
from .terms import Clock

LONGEST = 2_000
"""The most characters of a query."""
MOST_TERMS = 100
MOST_DEPTH = 40
"""FTS5 and SQLite both refuse very deep expressions."""
_NOTHING = All(())
"""What asks for nothing: a word such as "…" has no letter to be found by."""
_BEGUN = 3
"""The shortest word that typing leaves open: with fewer letters nearly every text has one."""


def read(query: str, clock: Clock, *, typing: bool = False) -> Node:
    """Return the tree; QueryError, with the place, if the query is none.

    While somebody is `typing`, the last word may be only begun.
    """
    text = query.encode("utf-8", "replace").decode().replace("\0", " ")  # a lone surrogate cannot be bound
    if len(text) > LONGEST:
        raise QueryError(query, f"longer than {LONGEST:,} characters", LONGEST, len(text))
    try:
        tree = _parser().parse(text)
        node: Node = _Builder(text, clock, typing).transform(tree)
    except VisitError as error:
        raise error.orig_exc from None
    except UnexpectedInput as error:
        raise _unexpected(text, error) from None
    _refuse_huge(text, node)
    return node


class _Builder(lark.Transformer[lark.Token, Node]):
    """Builds the tree from the leaves up."""

    def __init__(self, text: str, clock: Clock, typing: bool) -> None:
        super().__init__()
        self._text = text
        self._clock = clock
        self._typing = typing

    def start(self, parts: Sequence[Node]) -> Node:
        return parts[0] if parts else _NOTHING

    def either(self, parts: Sequence[Node]) -> Node:
        kept = tuple(part for part in parts if part != _NOTHING)
        return Either(kept) if len(kept) > 1 else kept[0] if kept else _NOTHING

    def both(self, parts: Sequence[Node]) -> Node:
        flat = [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]
        return flat[0] if len(flat) == 1 else All(tuple(flat))

    def no(self, parts: Sequence[Node]) -> Node:
        return _NOTHING if parts[1] == _NOTHING else Not(parts[1])

    def word(self, parts: Sequence[lark.Token]) -> Node:
        (token,) = parts
        key = token.removesuffix(":").lower()
        if token.endswith(":") and key in terms.KEYS:
            self._complain(f"{key}: wants a value right after the colon", token)
        node = terms.words(str(token))
        last = self._typing and token.end_pos == len(self._text) and token[-1].isalnum()
        return Words(token, begun=True) if last and len(token) >= _BEGUN else self._said(node)

    def phrase(self, parts: Sequence[lark.Token]) -> Node:
        return self._said(Words(parts[0][1:-1]))

    def tag(self, parts: Sequence[lark.Token]) -> Node:
        return terms.tag(str(parts[0]))

    def pattern(self, parts: Sequence[lark.Token]) -> Node:
        try:
            return terms.pattern(parts[0][1:-1])
        except ValueError as error:
            self._complain(str(error), parts[0])

    def field(self, parts: Sequence[lark.Token]) -> Node:
        name, value = parts
        given = value[1:-1] if value.type == "PHRASE" else str(value)
        try:
            return self._said(terms.field(name[:-1], given.strip(), self._clock))
        except KeyError:
            self._complain(f"there is no key {name} {terms.nearest(name[:-1])}", name)
        except ValueError as error:
            self._complain(str(error), value)

    def _said(self, node: Node) -> Node:
        """Return the node, or what asks for nothing in the place of words without a letter or figure."""
        nothing = isinstance(node, Words) and not any(c.isalnum() for c in node.text)
        return _NOTHING if nothing else node

    def _complain(self, reason: str, token: lark.Token) -> Never:
        start = token.start_pos or 0
        raise QueryError(self._text, reason, start, start + len(token))


@cache
def _parser() -> lark.Lark:
    return lark.Lark.open("grammar.lark", rel_to=__file__, parser="lalr", lexer="contextual")


def _unexpected(text: str, error: UnexpectedInput) -> QueryError:
    """Say in words what the parser did not expect."""
    at = min(error.pos_in_stream if error.pos_in_stream is not None else len(text), len(text))
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        at = len(text)
    length = len(error.token) if isinstance(error, UnexpectedToken) and at < len(text) else 1
    return QueryError(text, _reason(text, at), at, at + length)


def _reason(text: str, at: int) -> str:
    here, before = text[at : at + 1], text[:at].rstrip()
    if not here:
        return "ends too early: an opened bracket is not closed, or something is missing after OR, AND, NOT or -"
    if here == '"':
        return "this quotation mark has no partner"
    if here == "/":
        return "a pattern begins here and does not end; write /…/, or put the words in quotation marks"
    if here == ")":
        return "nothing stands between these brackets" if before.endswith("(") else "this bracket closes nothing"
    return "nothing to combine stands before this" if text[at:].startswith(("OR", "AND")) else "this cannot stand here"


def _refuse_huge(text: str, node: Node) -> None:
    """Raise QueryError for a tree too large to be looked for."""
    waiting, leaves = [(node, 1)], 0
    while waiting:
        part, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise QueryError(text, f"nested more than {MOST_DEPTH} deep", 0, len(text))
        inner = part.parts if isinstance(part, All | Either) else (part.part,) if isinstance(part, Not) else ()
        leaves += not inner
        waiting += [(each, depth + 1) for each in inner]
    if leaves > MOST_TERMS:
        raise QueryError(text, f"asks for more than {MOST_TERMS} things at once", 0, len(text))
