"""The only SQL: rows in one SQLite file to and from the model."""

from .differences import Open
from .queries import FindOrder
from .store import Store
from .values import Act, Counts, Found, Outlet, Run, Saved, TakenBack, Weighed

__all__ = ["Act", "Counts", "FindOrder", "Found", "Open", "Outlet", "Run", "Saved", "Store", "TakenBack", "Weighed"]
