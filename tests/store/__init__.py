"""What the store promises, on real SQLite files."""
