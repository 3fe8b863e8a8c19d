"""What the command line and the screens ask for, over one store."""

from .desk import MOST_COLUMNS, Desk

__all__ = ["MOST_COLUMNS", "Desk"]
