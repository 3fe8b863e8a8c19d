"""What tells our files from others, and which version of them this is."""

APPLICATION_ID = 0x64677374
""""dgst": what tells our files from other programs' databases."""

VERSION = 25
"""How many migrations there are: the file's user_version."""
