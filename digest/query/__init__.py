"""The query language of search, views, digests and retention: text in, a tree of conditions out (docs/query.md).

Only `read` loads the parser; whoever handles a query that is already a tree does without.
"""

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

__all__ = [
    "All",
    "Counted",
    "Dated",
    "Either",
    "Field",
    "Figure",
    "Key",
    "Mark",
    "Marked",
    "Named",
    "Node",
    "Not",
    "Numbered",
    "Pattern",
    "Words",
]
