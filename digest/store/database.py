"""The connection every part of the store works on: the standard library's own.

sqlite-utils keeps the count of the migrations and is imported when there are any to make: that takes as long as a whole
run of an ingest that finds nothing new.
"""

from sqlite3 import Connection as Database

__all__ = ["Database"]
