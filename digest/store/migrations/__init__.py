"""The tables, as numbered migrations that are only ever appended to.

An article's light columns and its long text are two tables, so that lists and marks never touch the text.
"""

# the order is that of the numbers
from . import foundation, subscriptions, grouping, hand, pages, comparing, ties, keeping  # noqa: F401, I001
from . import evidence, storylines, screens, corrections, read_versions, rules, nearness, dating  # noqa: F401
from .register import migrations

__all__ = ["migrations"]
