"""The only SQL: rows in one SQLite file to and from the model."""

from .differences import Open
from .store import Store
from .values import Act, Counts, Outlet, Run, Saved, TakenBack, Weighed

__all__ = ["Act", "Counts", "Open", "Outlet", "Run", "Saved", "Store", "TakenBack", "Weighed"]
