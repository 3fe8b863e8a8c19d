"""Where things live and what is set: one TOML file, every line of it optional, defaults that need no file."""
