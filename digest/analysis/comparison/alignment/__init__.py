"""Which facts of two accounts speak of one thing, and how they stand to each other."""

from .link import Link
from .pair import Account, Pair, account
from .rules import align

__all__ = ["Account", "Link", "Pair", "account", "align"]
