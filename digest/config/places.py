"""The places of the files, by environment variable or by the system's custom."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path


def database_path() -> Path:
    """Return the database's place: $DIGEST_DB, else digest.db in the user's data folder (XDG on Linux)."""
    named = os.environ.get("DIGEST_DB")
    return Path(named) if named else user_data_path("digest", appauthor=False) / "digest.db"


def config_path() -> tuple[Path, bool]:
    """Return the configuration file's place, and whether $DIGEST_CONFIG names it, so that it has to be there."""
    named = os.environ.get("DIGEST_CONFIG")
    return (Path(named), True) if named else (user_config_path("digest", appauthor=False) / "config.toml", False)
