"""The only SQL: rows in one SQLite file to and from the model."""

from .differences import Open
from .queries import FindOrder
from .store import Store
from .values import Act, Counts, Forgettable, Found, Outlet, Run, Saved, TagUse, TakenBack, Weighed

__all__ = [
    "Act",
    "Counts",
    "FindOrder",
    "Forgettable",
    "Found",
    "Open",
    "Outlet",
    "Run",
    "Saved",
    "Store",
    "TagUse",
    "TakenBack",
    "Weighed",
]
