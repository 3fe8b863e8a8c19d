"""The query language, from text to tree."""
