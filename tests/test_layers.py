"""What is loaded when: the layers as they are at run time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "trafilatura", "feedparser", "sqlite_utils", "pycurl", "numpy", "rich")


def loaded(code: str, *arguments: str) -> set[str]:
    """Return which of the heavy libraries are loaded once `code` has run in an interpreter of its own."""
    program = f"""
import json, sys
sys.argv = ["digest", *{list(arguments)!r}]
try:
    {code}
except SystemExit:
    pass
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_headless_parts_never_load_the_interface() -> None:
    parts = (
        "desk, digest.store, digest.analysis.comparison.compare, digest.export.markdown, digest.export.columns,"
        " digest.web.fetch"
    )
    assert "textual" not in loaded(
        f"import digest.{parts}, digest.ingest.feeds, digest.ingest.documents, digest.cli.run"
    )


def test_help_loads_nothing_heavy() -> None:
    assert loaded("from digest.cli import main; main()", "--help") == set()


def test_an_ingest_loads_no_interface(tmp_path: Path) -> None:
    database = str(tmp_path / "digest.db")
    assert "textual" not in loaded("from digest.cli import main; main()", "--db", database, "ingest")


def test_an_ingest_that_finds_nothing_new_loads_no_analysis() -> None:
    code = (
        "import sys, digest.ingest.feeds; print([name for name in sys.modules if name.startswith('digest.analysis')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("command", ["stories", "articles", "feeds", "search x", "show 1", "compare 1", "export"])
def test_reading_commands_load_neither_interface_nor_web(tmp_path: Path, command: str) -> None:
    database = str(tmp_path / "digest.db")
    found = loaded("from digest.cli import main; main()", "--db", database, *command.split())
    assert not found & {"textual", "trafilatura", "feedparser", "pycurl"}
