"""The configuration file: what it may hold, and what is said of what it may not."""
