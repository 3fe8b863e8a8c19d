"""What is wrong inside a database that opens."""

import sqlite3

from ..errors import StoreError
from .store import Store

SQLITE = sqlite3.sqlite_version
"""The version of the library that reads and writes the file."""


def faults(store: Store) -> tuple[str, ...]:
    """Read every page, the links between rows and the search index, and return what does not add up, a line each.

    Takes seconds a gigabyte, and the write lock for a part of it.
    """
    found: list[str] = []
    try:
        with store.reading() as db:
            checked = [str(row[0]) for row in db.execute("PRAGMA integrity_check(5)").fetchall()]
            found += [f"damaged: {' '.join(line.split())}" for line in checked if line != "ok"]
            loose = db.execute("PRAGMA foreign_key_check").fetchmany(1_000)
            found += [f"rows that lead nowhere in {table}" for table in sorted({row[0] for row in loose})]
    except StoreError as error:
        return (str(error),)
    try:
        with store.writing() as db:
            db.execute("INSERT INTO contents_fts (contents_fts, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        found.append(f"the search index does not fit the texts ({error})")
    return tuple(found)
