"""The formats a digest can have, each loaded when it is asked for."""

from collections.abc import Mapping
from importlib import import_module

from .edition import Edition

FORMATS: Mapping[str, tuple[str, str, str]] = {
    "markdown": ("md", "markdown", "digest_markdown"),
    "html": ("html", "html", "digest_html"),
    "plain": ("txt", "text", "digest_text"),
    "json": ("json", "data", "digest_json"),
    "csv": ("csv", "data", "digest_csv"),
}
"""Name -> the file's suffix, and the module and function that write it."""


def rendered(edition: Edition, form: str) -> str:
    """Return the digest in that format."""
    _, module, function = FORMATS[form]
    text = getattr(import_module(f".{module}", __package__), function)(edition)
    assert isinstance(text, str)
    return text


def suffix(form: str) -> str:
    """Return what a file of that format is called behind the dot."""
    return FORMATS[form][0]
