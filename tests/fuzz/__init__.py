"""Feeds damaged in many ways, read in this process: `python -m tests.fuzz`."""
