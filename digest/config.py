"""Where things live and what is set; every default works without a file."""

import os
from pathlib import Path

from platformdirs import user_data_path


def database_path() -> Path:
    """Return the database's place: $DIGEST_DB, else digest.db in the user's data folder (XDG on Linux)."""
    named = os.environ.get("DIGEST_DB")
    return Path(named) if named else user_data_path("digest", appauthor=False) / "digest.db"
