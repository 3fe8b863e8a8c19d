"""The border and the spans of text."""
