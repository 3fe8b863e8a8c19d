"""The command line: what is printed, where, and how it ends."""
