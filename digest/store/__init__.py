"""The only SQL: rows in one SQLite file to and from the model."""

from .store import Store
from .values import Counts, Outlet, Run, Saved, Weighed

__all__ = ["Counts", "Outlet", "Run", "Saved", "Store", "Weighed"]
