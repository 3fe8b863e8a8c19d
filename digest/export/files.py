"""An export written to a folder: a safe name, and either the whole file or none."""

import os
import re
import tempfile
from pathlib import Path

from ..errors import ConfigError

_UNSAFE = re.compile(r"[^a-z0-9]+")


def safe_name(*parts: str) -> str:
    """Return a file name of `[a-z0-9-]` only, from dates and ids; never empty, never a path."""
    return _UNSAFE.sub("-", "-".join(parts).lower()).strip("-")[:80] or "digest"


def write(folder: Path, name: str, text: str) -> Path:
    """Write `text` to `folder/name` in one step and return the path; ConfigError if the folder cannot take it."""
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".digest-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o666 & ~_umask())  # mkstemp keeps it to ourselves; a digest is like any other file
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"cannot write the digest to {target}: {reason}; name another folder with --out") from error
    return target


def differs(path: Path, text: str) -> bool:
    """Tell whether the file at `path` is missing or holds anything else; ConfigError if it cannot be read."""
    try:
        return path.read_bytes() != text.encode()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
