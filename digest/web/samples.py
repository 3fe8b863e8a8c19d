"""Where the starter set that ships with the program lies."""

from importlib.resources import files
from pathlib import Path

from ..errors import ConfigError


def seeds_folder() -> Path:
    """Return the folder of the shipped samples: `digest/seeds` in an installed wheel, `seeds` in a checkout."""
    package = Path(str(files("digest")))
    for folder in (package / "seeds", package.parent / "seeds"):
        if (folder / "demo.opml").is_file():
            return folder
    raise ConfigError(f"the sample articles are missing from this installation: no seeds folder beside {package}")
