"""The places of the files, by environment variable or by the system's custom."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from ..errors import ConfigError


def database_path() -> Path:
    """Return the database's place: $DIGEST_DB, else digest.db in the user's data folder (XDG on Linux)."""
    if named := os.environ.get("DIGEST_DB"):
        return Path(named)
    try:
        return user_data_path("digest", appauthor=False) / "digest.db"
    except RuntimeError as error:  # a user without a home, such as a container's
        raise ConfigError("no home folder is known; set $HOME, or name the database with --db or $DIGEST_DB") from error


def config_path() -> tuple[Path, bool]:
    """Return the configuration file's place, and whether $DIGEST_CONFIG names it, so that it has to be there."""
    if named := os.environ.get("DIGEST_CONFIG"):
        return Path(named), True
    try:
        return user_config_path("digest", appauthor=False) / "config.toml", False
    except RuntimeError:  # without a home there is no file of one's own
        return Path(os.devnull, "config.toml"), False
