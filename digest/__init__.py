"""digest: a terminal news reader that lays the outlets' accounts of one story side by side."""

__version__ = "0.1.0"
