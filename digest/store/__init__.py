"""The only SQL: rows in one SQLite file to and from the model."""
